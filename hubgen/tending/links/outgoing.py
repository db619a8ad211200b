"""The links of a hub that lead out of it, each with the place where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from hubgen.config.site import Site
from hubgen.diagnostics import Span
from hubgen.diagnostics.rendering.findings import ReadLine
from hubgen.kinds.record import item_field
from hubgen.model.entry import Entry, Key
from hubgen.model.schema import Collection, Field
from hubgen.model.values import Handle, Identifier, Markdown
from hubgen.prepared import Prepared

_HREF: Final = re.compile(r'<a [^>]*?href="(https?://[^"]+)"', re.IGNORECASE)
_WEB: Final = ("http://", "https://")
_FARTHEST: Final = 2_000
"""Lines below a field's beginning in which its link is looked for."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One link to the outside."""

    url: str
    """Without what follows the `#`, which no server is told."""
    span: Span
    key: Key = ""
    """The entry that says it; empty for `site.yaml`."""
    fragment: str = ""
    """What follows the `#`."""


def outgoing_links(prepared: Prepared, read_line: ReadLine) -> Iterator[Outgoing]:
    """Every link of what is published, in the order of files; what an entry is lent is said once, where it is written."""
    hub = prepared.hub
    for entry in prepared.readings.entries:
        if entry.key in hub.entries:
            yield from _of_entry(entry, hub.collections[entry.collection], read_line)
    yield from _of_site(prepared.site, read_line)


def _of_entry(entry: Entry, collection: Collection, read_line: ReadLine) -> Iterator[Outgoing]:
    for name, span in entry.spans.items():
        field, value = collection.fields.get(name), entry.values.get(name)
        if field is None or value is None:
            continue
        for url in dict.fromkeys(_urls(value, field)):
            yield _outgoing(url, span, read_line, entry.key)


def _of_site(site: Site, read_line: ReadLine) -> Iterator[Outgoing]:
    for item in (*site.menu, *site.footer.links, *site.home.actions):
        if item.url.startswith(_WEB):
            yield _outgoing(item.url, item.span, read_line)
    for text in site.texts:
        for url in _in_html(text):
            yield _outgoing(url, Span("site.yaml"), read_line)


def _outgoing(url: str, span: Span, read_line: ReadLine, key: Key = "") -> Outgoing:
    asked, _, fragment = url.partition("#")
    return Outgoing(asked, _place(url, span, read_line), key, fragment)


def _urls(value: Any, field: Field) -> Iterator[str]:
    """Every web address in a value, however deep: the field says which text is one."""
    match value:
        case Markdown():
            yield from _in_html(value)
        case Handle() | Identifier():
            yield from (each for each in (value.url,) if each.startswith(_WEB))
        case str():
            if field.kind == "url" and value.startswith(_WEB):
                yield value
        case tuple():
            item = item_field(field) if field.kind == "list" else field
            for each in value:
                yield from _urls(each, item)
        case dict():
            yield from _in_parts(value, field)


def _in_parts(value: dict[str, Any], field: Field) -> Iterator[str]:
    for name, each in value.items():
        inner = item_field(field) if field.kind == "mapping" else field.fields.get(name)
        if inner is not None:
            yield from _urls(each, inner)


def _in_html(text: Markdown) -> Iterator[str]:
    return (unescape(url) for url in _HREF.findall(text.html))


def _place(url: str, span: Span, read_line: ReadLine) -> Span:
    """Where the link stands in the file, as exactly as its spelling allows: hubgen's may differ from the writer's."""
    words = [url, url.partition("://")[2].partition("#")[0].rstrip("/")]
    for number in range(span.line, span.line + _FARTHEST):
        line = read_line(span.path, number)
        if line is None:
            break
        for word in words:
            start = line.find(word) if word else -1
            if start >= 0:
                column = start + 1
                return Span(span.path, number, column, number, column + len(word))
    return span
