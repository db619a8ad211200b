"""What commands that find problems have in common: `--format`, `--max-annotations`, `--strict`, and the exit code."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from hubgen.cli.options import Call
from hubgen.cli.stopping import CONTENT_ERRORS, FINE
from hubgen.cli.summary import problems, serious
from hubgen.diagnostics import Diagnostic
from hubgen.diagnostics.rendering import text
from hubgen.diagnostics.rendering.findings import Findings
from hubgen.diagnostics.rendering.formats import FORMATS
from hubgen.files.reading import HubFolder
from hubgen.workshop.excerpts import Excerpts

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Reporting:
    """How a command was asked to say what it found."""

    form: str = "text"
    most: int | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """What a command has to say."""

    found: tuple[Diagnostic, ...]
    """By place, with the hub's severities: what `Report.diagnostics` gives."""
    command: str
    """`check`"""
    summary: dict[str, int]
    """Numbers for programs, beside those of problems."""
    sound: str = ""
    """How the line goes on that says that there are no problems: ` in 3 entries`."""


def report_options(work: F) -> F:
    """`--format`, `--max-annotations` and `--strict`; `reporting_of` takes them out of what was given."""
    for option in (
        click.option("--strict", is_flag=True, help="Count warnings as errors."),
        click.option(
            "--max-annotations",
            "most",
            type=click.IntRange(min=0),
            metavar="N",
            help="At most so many problems of each severity, the most important first, and the number of those left out; "
            "what the host shows otherwise. Not for text and json, which say everything.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", *FORMATS]),
            default="text",
            help="For people, or for programs and hosts; docs/diagnostics.md describes each.",
        ),
    ):
        work = option(work)
    return work


def reporting_of(given: dict[str, Any]) -> Reporting:
    """What was asked, taken out of what was given."""
    return Reporting(given.pop("form"), given.pop("most"), given.pop("strict"))


def report(reported: Reported, asked: Reporting, call: Call, folder: HubFolder) -> int:
    """Say what was found in the format that was asked for; the exit code."""
    fails = serious(strict=asked.strict)
    bad = tuple(each for each in reported.found if each.severity in fails)
    shown = bad if call.voice.quiet else reported.found
    read_line = Excerpts(folder).line
    if asked.form == "text":
        _say(shown, reported, call, text.render(shown, read_line, colored=call.voice.colored_out))
    else:
        findings = Findings(
            shown,
            command=reported.command,
            read_line=read_line,
            fails=fails,
            summary={"files": len({each.span.path for each in shown}), **reported.summary},
            folder=folder_in_repository(folder.root),
            most=asked.most,
        )
        call.voice.result(FORMATS[asked.form](findings))
    return CONTENT_ERRORS if bad else FINE


def _say(shown: tuple[Diagnostic, ...], reported: Reported, call: Call, words: str) -> None:
    if words:
        call.voice.result(words)
    call.voice.say(problems(shown) + ("" if shown else reported.sound))


def folder_in_repository(hub: Path) -> str:
    """The hub's folder seen from the repository that holds it; empty where it is the top, or there is none."""
    for place in (hub, *hub.parents):
        if (place / ".git").exists():
            inside = hub.relative_to(place).as_posix()
            return "" if inside == "." else inside
    return ""
