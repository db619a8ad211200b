"""Plan every picture and file that entries name, so that a broken one is found before any page is made."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from hubgen.diagnostics import Report, Span
from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Hub
from hubgen.model.schema import Field, fields_holding
from hubgen.model.values import ImageUse, Markdown, texts_of
from hubgen.model.views import Picture
from hubgen.stages.plan.desk import Media

CONTENT = "content"
MEDIA = "media"
"""The table of what pages may show of files that entries name; of each file, by its path."""
Pictures = dict[tuple[str, str, str], Picture]
Files = dict[tuple[str, str], str]


def plan_media(hub: Hub, media: Media, static: str, report: Report) -> tuple[Pictures, Files]:
    """The pictures by (folder, file, words) and the addresses of other files by (folder, file)."""
    gate = _Gate(media, (f"{CONTENT}/", f"{static}/"), report)
    pictures: Pictures = {}
    files: Files = {}
    showing = fields_holding(hub.collections, "image", "markdown")
    for entry in _everything(hub):
        values = _showing(entry, showing)
        for file, alt, span in _images(values):
            _plan_picture(pictures, gate, (file, alt, span))
        for target, span in _others(entry, values, hub):
            path = path_in_hub(entry.folder, target)
            address = media.attachment(path, span) if gate.is_open(path, span) else None
            if address is not None:
                files[entry.folder, target] = address
    return pictures, files


class _Gate(Struct, frozen=True):
    """Lets through what lies where the site's files are kept: a repository holds others, too, that nobody meant to show."""

    media: Media
    folders: tuple[str, ...]
    report: Report

    def is_open(self, path: str, span: Span) -> bool:
        """Whether the file may become part of the site; if not, that is reported."""
        if path.startswith(self.folders):
            return True
        places = " and ".join(self.folders)
        self.report.add(
            "HG103",
            span,
            f"'{path}' lies outside of {places}, where the site's files are",
            help="put a copy beside the entry, and write its name alone",
        )
        return False


def who_shows(paths: frozenset[str], hub: Hub) -> Iterator[Key]:
    """The entries that name one of these files."""
    showing = fields_holding(hub.collections, "image", "markdown")
    for entry in _everything(hub):
        values = _showing(entry, showing)
        pictures = (path_in_hub(folder_of(span), file) for file, _, span in _images(values))
        others = (path_in_hub(entry.folder, target) for target, _ in _others(entry, values, hub))
        if not paths.isdisjoint((*pictures, *others)):
            yield entry.key


def media_by_path(
    pictures: Mapping[tuple[str, str, str], Picture], files: Mapping[tuple[str, str], str]
) -> dict[str, list[Any]]:
    """By the file's path: all that pages may show of it."""
    table: dict[str, list[Any]] = {}
    for (folder, file, alt), picture in pictures.items():
        table.setdefault(path_in_hub(folder, file), []).append((alt, picture))
    for (folder, target), address in files.items():
        table.setdefault(path_in_hub(folder, target), []).append(address)
    return table


def folder_of(span: Span) -> str:
    """Where a file named there lies: beside the file that names it, even if another entry shows the picture."""
    return span.path.rpartition("/")[0]


def path_in_hub(folder: str, file: str) -> str:
    """Relative to the hub: beside the entry, or from the hub's folder where it begins with `/`."""
    return file.removeprefix("/") if file.startswith("/") else f"{folder}/{file}".removeprefix("/")


def _everything(hub: Hub) -> Iterator[Entry]:
    yield from hub.entries.values()
    yield from hub.translations.values()


def _showing(entry: Entry, fields: Mapping[str, tuple[Field, ...]]) -> tuple[object, ...]:
    """Its values in which there may be pictures and links."""
    return tuple(entry.values.get(each.name) for each in fields[entry.collection])


def _others(entry: Entry, values: object, hub: Hub) -> Iterator[tuple[str, Span]]:
    """Its files that are no pictures."""
    yield from _attachments(values, entry.folder, hub)
    yield from _named(entry, hub)


def _plan_picture(pictures: Pictures, gate: _Gate, image: tuple[str, str, Span]) -> None:
    file, alt, span = image
    folder = folder_of(span)
    path = path_in_hub(folder, file)
    if (folder, file, alt) not in pictures and gate.is_open(path, span):
        picture = gate.media.picture(path, alt, span)
        if picture is not None:
            pictures[folder, file, alt] = picture


def _images(value: object) -> Iterator[tuple[str, str, Span]]:
    if isinstance(value, ImageUse):
        yield value.file, value.alt, value.span
    elif isinstance(value, Markdown):
        for image in value.images:
            yield image.file, image.alt, image.span
    else:
        for each in _inside(value):
            yield from _images(each)


def _attachments(values: object, folder: str, hub: Hub) -> Iterator[tuple[str, Span]]:
    for text in texts_of(values):
        for link in text.links:
            place = hub.destinations.get((folder, link.target))
            if place is not None and place.kind == "file":
                yield link.target, link.span


def _named(entry: Entry, hub: Hub) -> Iterator[tuple[str, Span]]:
    """The files for which fields stand, such as a resource's own."""
    for field in hub.collections[entry.collection].fields_of_kind("file"):
        value = entry.values.get(field.name)
        if isinstance(value, str) and not (field.private or field.internal):
            yield value, entry.place_of(field.name)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, tuple) else ()
