"""Remembers what each content file gave, so that an unchanged file is neither read nor parsed nor rendered again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from hubgen.files.stamps import FileStamp
from hubgen.incremental import cache_file
from hubgen.incremental.records import FileRecord, Shelf
from hubgen.model.schema import Collection
from hubgen.model.source import Source

NOTHING = memoryview(b"")
Read = Callable[[Source], FileRecord]
Spread = Callable[[Callable[[Source], bytes], Sequence[Source]], Sequence[bytes]]


class _Saved(Struct):
    schema: str
    """Fingerprint of all that reading depends on beside the file."""
    records: dict[str, tuple[str, memoryview]] = field(default_factory=dict)
    """By path: what the record depends on (see `_key`), and the packed record, a part of one large piece of memory that
    goes back to the system as a whole."""
    stamps: dict[str, FileStamp] = field(default_factory=dict)


class Memory:
    """The records of one hub; without a folder it remembers nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / "entries.cache" if folder is not None else None
        found = cache_file.load(self._path, _Saved) if self._path is not None else None
        self._saved = found if found is not None else _Saved("")
        self._fresh = _Saved("")
        # In a process that goes on, the records themselves are at hand: by path, with what they depend on.
        self._at_hand: dict[str, tuple[str, FileRecord]] = {}
        self._schema = ""
        self._stamps: dict[str, FileStamp] = {}

    @property
    def stamps(self) -> Mapping[str, FileStamp]:
        """What was known of files when they were last read."""
        return self._stamps or self._saved.stamps

    def keep_stamps(self, stamps: Mapping[str, FileStamp]) -> None:
        """Know these files again in the next run; the digests that are missing are known once they were read."""
        self._stamps = dict(stamps)

    def recall(
        self,
        sources: Sequence[Source],
        collections: Mapping[str, Collection],
        schema: str,
        read: Read,
        spread: Spread,
    ) -> tuple[FileRecord, ...]:
        """The records of these files in their order; those that aren't remembered are read."""
        shelves = {name: Shelf(each) for name, each in collections.items()}
        kept = self._kept(schema)
        at_hand = self._at_hand if self._schema == schema else {}
        found: dict[str, FileRecord] = {}
        packed: dict[str, memoryview] = {}
        for source in sources:
            key, data = kept.get(source.path, ("", NOTHING))
            if key and key == _key(source, source.digest):
                known, record = at_hand.get(source.path, ("", None))
                if known != key:
                    record = shelves[source.collection].unpack(data)
                if record is not None:
                    found[source.path], packed[source.path] = record, data
        missing = [source for source in sources if source.path not in found]
        work = partial(_read_and_pack, read, shelves)
        for source, data in zip(missing, _in_one(spread(work, missing)), strict=True):
            found[source.path] = _unpacked(data, shelves[source.collection], source)
            packed[source.path] = data
        self._stamps = _with_digests(self._stamps, found)
        keys = {each.path: _key(each, found[each.path].digest) for each in sources}
        self._fresh = _Saved(schema, {path: (keys[path], packed[path]) for path in keys})
        self._schema = schema
        self._at_hand = {path: (key, found[path]) for path, key in keys.items()}
        return tuple(found[source.path] for source in sources)

    def earlier(self, source: Source, collection: Collection) -> FileRecord | None:
        """What the file gave in the last run that was saved; None where that isn't known, or was read by another schema."""
        _, data = self._saved.records.get(source.path, ("", b""))
        is_alike = bool(data) and self._saved.schema == self._schema
        return Shelf(collection).unpack(data) if is_alike else None

    def renew(self, source: Source, collection: Collection, read: Read) -> FileRecord:
        """The record of one file that has changed since `recall`; the others stay as they are."""
        shelf = Shelf(collection)
        data = memoryview(shelf.pack(read(source)))
        record = _unpacked(data, shelf, source)
        key = _key(source, record.digest)
        self._fresh.records[source.path] = (key, data)
        self._at_hand[source.path] = (key, record)
        return record

    def save(self) -> None:
        """Keep this run's records for the next one."""
        self._fresh.stamps = self._stamps
        if self._path is not None and self._fresh != self._saved:
            cache_file.save(self._path, self._fresh)
            self._saved = replace(self._fresh, records=dict(self._fresh.records))

    def forget(self) -> None:
        """Let go of all records: for a run that has read what it will read, and has saved it."""
        self._fresh = self._saved = _Saved("")
        self._at_hand = {}

    def _kept(self, schema: str) -> Mapping[str, tuple[str, memoryview]]:
        """The newest records that were made with that schema, packed."""
        if self._fresh.schema == schema:
            return self._fresh.records
        return self._saved.records if self._saved.schema == schema else {}


def _key(source: Source, digest: str) -> str:
    """Changes with the file's bytes, and with what the settings make of its name: `ada.fr.yaml` may be French or not."""
    name = (source.collection, source.shape, source.slug, source.locale)
    return f"{digest} {'/'.join(name)}" if digest else ""


def _with_digests(
    stamps: Mapping[str, FileStamp], records: Mapping[str, FileRecord]
) -> dict[str, FileStamp]:
    """The stamps, with the digests of what was read; without those of files that couldn't be."""
    named = {
        path: stamp if stamp.digest else replace(stamp, digest=records[path].digest)
        for path, stamp in stamps.items()
    }
    return {path: stamp for path, stamp in named.items() if stamp.digest}


def _in_one(pieces: Sequence[bytes]) -> Iterator[memoryview]:
    """The same pieces, side by side in one."""
    whole = memoryview(b"".join(pieces))
    ends = tuple(accumulate(map(len, pieces)))
    return (whole[start:end] for start, end in pairwise((0, *ends)))


def _unpacked(data: memoryview, shelf: Shelf, source: Source) -> FileRecord:
    record = shelf.unpack(data)
    if record is None:
        message = f"{source.path}: a value doesn't have the type that its field promises"
        raise TypeError(message)
    return record


def _read_and_pack(read: Read, shelves: Mapping[str, Shelf], source: Source) -> bytes:
    return shelves[source.collection].pack(read(source))
