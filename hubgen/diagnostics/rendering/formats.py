"""The table of formats: in which each command can say what it found."""

from collections.abc import Callable, Mapping
from typing import Final

from hubgen.diagnostics.rendering import github, gitlab, json, junit, rdjson, sarif
from hubgen.diagnostics.rendering.findings import Findings


def _json(findings: Findings) -> str:
    return json.render(findings.diagnostics, findings.summary).rstrip()


FORMATS: Final[Mapping[str, Callable[[Findings], str]]] = {
    "json": _json,
    "github": github.render,
    "sarif": sarif.render,
    "gitlab": gitlab.render,
    "rdjson": rdjson.render,
    "junit": junit.render,
}
"""By name; text for people is `text.render`, since it knows colours."""
