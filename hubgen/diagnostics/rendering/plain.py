"""Words of content for other programs' pages and logs: nothing in them acts there."""

import json
from hashlib import blake2b
from typing import Any

from msgspec import structs

from hubgen.diagnostics.diagnostic import Diagnostic
from hubgen.diagnostics.rendering.cells import shown


def sentence(diagnostic: Diagnostic) -> str:
    """What is wrong and what to do, on one line."""
    parts = [diagnostic.message]
    parts += [diagnostic.help] if diagnostic.help else []
    parts += [f"see {each.span}: {each.label}" for each in diagnostic.related]
    return shown("; ".join(parts))


def as_code(text: str) -> str:
    """The text as a code span of Markdown, in which nothing is markup, an address, an emoji or a name to be notified."""
    inside = shown(text).replace("`", "'")
    return f"`{inside}`" if inside.strip() else "` `"


def told_once(keys: list[str]) -> list[str]:
    """The keys, each of them different: those that come again are numbered."""
    seen: dict[str, int] = {}
    told = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        told.append(key if seen[key] == 1 else f"{key}\n{seen[key]}")
    return told


def identities(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """What makes each problem the same in the next run, wherever its line has moved: rule, file, subject."""
    return told_once([f"{each.code}\n{each.span.path}\n{each.message}" for each in diagnostics])


def digest(identity: str) -> str:
    """A short name for it."""
    return blake2b(identity.encode(errors="replace"), digest_size=16).hexdigest()


def as_json(document: Any) -> str:
    """In ASCII, and without `##[...]`, which runners obey wherever it stands in a line of a log."""
    return json.dumps(document, default=structs.asdict, indent=2).replace("##", "#\\u0023")
