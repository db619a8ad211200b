"""What one content file gave, in a form that can be kept: its entries and what was said about it."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from hubgen.diagnostics import Diagnostic, Span
from hubgen.kinds.record import values_type
from hubgen.model.entry import Entry
from hubgen.model.schema import Collection


class FileRecord(Struct, frozen=True):
    """The result of reading one file: it depends on the file and the schema, and on nothing else."""

    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]
    digest: str = ""
    """Of the bytes that were read; empty when they could not be read, and then nothing is remembered."""


class _Kept(msgspec.Struct, array_like=True):
    slug: str
    locale: str
    values: msgspec.Raw
    places: msgspec.Raw
    span: Span
    folder: str
    has_own_folder: bool


class Places(Mapping[str, Span]):
    """Where the fields of an entry stand, as the bytes in which that is kept: of most entries nobody ever asks."""

    __slots__ = ("_packed", "_path")
    _decoder = msgspec.msgpack.Decoder(dict[str, tuple[int, int, int, int]])

    def __init__(self, path: str, packed: msgspec.Raw) -> None:
        """`packed`: by field, the numbers of a span in that file."""
        self._path = path
        self._packed = bytes(packed)

    def __getitem__(self, name: str) -> Span:
        """Where the field stands."""
        return Span(self._path, *self._numbers()[name])

    def __iter__(self) -> Iterator[str]:
        """The fields that were given."""
        return iter(self._numbers())

    def __len__(self) -> int:
        """How many were given."""
        return len(self._numbers())

    def _numbers(self) -> dict[str, tuple[int, int, int, int]]:
        return self._decoder.decode(self._packed)


class _KeptFile(msgspec.Struct, array_like=True):
    entries: list[_Kept]
    diagnostics: tuple[Diagnostic, ...]
    digest: str


class Shelf:
    """Packs and unpacks the records of one collection; the types come from its schema."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._encoder = msgspec.msgpack.Encoder()
        self._file = msgspec.msgpack.Decoder(_KeptFile)
        self._values: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(
            values_type(collection.fields)
        )

    def __reduce__(self) -> tuple[type["Shelf"], tuple[Collection]]:
        """The way into a worker that knows nothing yet."""
        return type(self), (self.collection,)

    def pack(self, record: FileRecord) -> bytes:
        """The record as bytes."""
        kept = [self._kept(entry) for entry in record.entries]
        return self._encoder.encode(_KeptFile(kept, record.diagnostics, record.digest))

    def unpack(self, data: bytes | memoryview) -> FileRecord | None:
        """The record, or None when the bytes aren't one of this collection."""
        try:
            kept = self._file.decode(data)
            entries = tuple(map(self._entry, kept.entries))
            return FileRecord(entries, kept.diagnostics, kept.digest)
        except (msgspec.DecodeError, RecursionError):
            return None

    def _kept(self, entry: Entry) -> _Kept:
        places = {
            name: (each.line, each.column, each.end_line, each.end_column)
            for name, each in entry.spans.items()
        }
        return _Kept(
            entry.slug,
            entry.locale,
            msgspec.Raw(self._encoder.encode(entry.values)),
            msgspec.Raw(self._encoder.encode(places)),
            entry.span,
            entry.folder,
            entry.has_own_folder,
        )

    def _entry(self, kept: _Kept) -> Entry:
        values: Mapping[str, Any] = self._values.decode(kept.values)
        return Entry(
            collection=self.collection.name,
            slug=kept.slug,
            locale=kept.locale,
            values=values,
            spans=Places(kept.span.path, kept.places),
            span=kept.span,
            folder=kept.folder,
            has_own_folder=kept.has_own_folder,
        )
