"""Read a hub's files: parse and validate, one file at a time, none twice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from msgspec import Struct

from hubgen.config.fingerprint import schema_digest
from hubgen.config.site import Site
from hubgen.diagnostics import Diagnostic, Report, Span
from hubgen.files.limits import MANY_FILE_LIMIT, SIZE_LIMITS
from hubgen.files.reading import HubFolder, Unreadable
from hubgen.incremental.records import FileRecord
from hubgen.kinds.reader import Reader
from hubgen.model.entry import Entry, Key
from hubgen.model.nodes import Scalar
from hubgen.model.source import Source
from hubgen.model.values import Markdown
from hubgen.stages.link import removed_keys
from hubgen.stages.parse import parse
from hubgen.stages.validate import validate
from hubgen.text.decoding import decode
from hubgen.text.markdown import MarkdownRenderer
from hubgen.text.standing import standing_of
from hubgen.text.yaml_reader import read_yaml
from hubgen.workshop.workshop import Workshop

REMOVED = "content/removed.yaml"


@dataclass(frozen=True)
class FileReader:
    """Reads one content file to the end: bytes, documents, entries."""

    folder: HubFolder
    site: Site
    renderer: MarkdownRenderer = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "renderer", MarkdownRenderer(self.site.markdown))

    @cached_property
    def elsewhere(self) -> dict[str, tuple[str, ...]]:
        """By field name: the collections that have such a field."""
        table: dict[str, tuple[str, ...]] = {}
        for collection in self.site.collections.values():
            for name in collection.fields:
                table[name] = (*table.get(name, ()), collection.name)
        return table

    def read(self, source: Source) -> FileRecord:
        """The file's entries, and everything that is to be said about it."""
        report = Report()
        try:
            data, stamp = self.folder.read_stamped(source.path, SIZE_LIMITS[source.shape])
        except Unreadable as problem:
            report.add(problem.code, Span(source.path), problem.reason, help=problem.help)
            return FileRecord((), report.found)
        collection = self.site.collections[source.collection]
        reader = self._reader(source.path, report)
        documents = parse(source, data, collection, report)
        checked = (validate(document, collection, reader) for document in documents)
        entries = tuple(entry for entry in checked if entry is not None)
        return FileRecord(entries, report.found, stamp.digest)

    def _reader(self, path: str, report: Report) -> Reader:
        return Reader(
            path=path,
            report=report,
            markdown=partial(self._markdown, path, report),
            default_locale=self.site.language,
            elsewhere=self.elsewhere,
        )

    def _markdown(self, path: str, report: Report, scalar: Scalar) -> Markdown:
        return self.renderer.render(scalar.text, standing_of(scalar, path), report)


class FileReadings(Struct, frozen=True):
    """What the hub's files gave, file by file."""

    sources: Mapping[str, Source]
    """By path, sorted."""
    records: Mapping[str, FileRecord]
    """By path, sorted."""

    @property
    def entries(self) -> Iterator[Entry]:
        """The valid entries of all files."""
        return (entry for record in self.records.values() for entry in record.entries)

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """Everything that is to be said about single files."""
        return (each for record in self.records.values() for each in record.diagnostics)


def read_files(sources: tuple[Source, ...], site: Site, shop: Workshop) -> FileReadings:
    """What all files give; what earlier runs read is remembered."""
    reader = FileReader(shop.folder, site)
    records = shop.memory.recall(
        sources, site.collections, schema_digest(site), reader.read, shop.each
    )
    paths = [source.path for source in sources]
    readings = FileReadings(
        dict(zip(paths, sources, strict=True)), dict(zip(paths, records, strict=True))
    )
    shop.report.include(readings.diagnostics)
    return readings


def read_again(source: Source, site: Site, shop: Workshop) -> FileRecord:
    """What the file gives now that it has changed."""
    reader = FileReader(shop.folder, site)
    return shop.memory.renew(source, site.collections[source.collection], reader.read)


def read_removed(shop: Workshop) -> tuple[Key, ...]:
    """The entries that left the hub for good."""
    if shop.folder.find(REMOVED) is None:
        return ()
    try:
        text = decode(shop.folder.read(REMOVED, MANY_FILE_LIMIT), REMOVED, shop.report)
    except Unreadable as problem:
        shop.report.add(problem.code, Span(REMOVED), problem.reason, help=problem.help)
        return ()
    node = read_yaml(text, REMOVED, shop.report) if text is not None else None
    return removed_keys(node, REMOVED, shop.report)
