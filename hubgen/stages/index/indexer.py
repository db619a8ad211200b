"""Makes the search index of a large hub, once for as long as its words stay the same."""

import gzip
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import msgpack

from hubgen.files.shelf import Shelf
from hubgen.model.plan import Asset
from hubgen.model.search import IndexFailed, SearchFiles, SearchIndex
from hubgen.stages.index.pages import pages_of
from hubgen.stages.index.program import Program, find_pagefind

FOLDER = "search/pagefind/"
"""Where browsers look for the index."""
ENTRY = "pagefind-entry.json"
SCRIPTS = ("pagefind.js", "pagefind-worker.js", ENTRY)
FORM = 2
"""Changes with what the pages for Pagefind look like, and with what is kept of its files."""
SIGNATURE = b"pagefind_dcd"


class Kept(msgspec.Struct, frozen=True):
    """One index as it lies on the shelf."""

    files: dict[str, bytes]
    ids: dict[str, str]


class Promise:
    """For runs that only look: nothing is indexed, and whether it could be is said all the same."""

    @cached_property
    def problem(self) -> str:
        """Why there can be no index; empty when there can."""
        try:
            find_pagefind()
        except IndexFailed as problem:
            return str(problem)
        return ""

    def index(self, _indexes: Sequence[SearchIndex]) -> SearchFiles:
        """No file."""
        return SearchFiles()


class PagefindIndexer:
    """Runs Pagefind when what it would read has changed."""

    def __init__(
        self, cache: Path | None, stage: Callable[[str], AbstractContextManager[None]]
    ) -> None:
        """Look for nothing yet; `stage` is told when Pagefind is at work."""
        self._cache = cache
        self._stage = stage

    @cached_property
    def problem(self) -> str:
        """Why there can be no index; empty when there can."""
        found = self._found
        return found if isinstance(found, str) else ""

    @cached_property
    def _found(self) -> Program | str:
        try:
            return find_pagefind()
        except IndexFailed as problem:
            return str(problem)

    def index(self, indexes: Sequence[SearchIndex]) -> SearchFiles:
        """The index's files; raises IndexFailed."""
        program = self._found
        if isinstance(program, str):
            raise IndexFailed(program)
        key = _key(program, indexes)
        shelf = Shelf(self._cache / "search" if self._cache is not None else None)
        kept = _decoded(shelf.get(key))
        if kept is None:
            with self._stage("index"), self._room() as room:
                kept = _made(program, indexes, room)
            shelf.put(key, msgpack.encode(kept))
            shelf.keep_only(key)
        return SearchFiles(tuple(_assets(kept.files)), kept.ids)

    @contextmanager
    def _room(self) -> Iterator[Path]:
        """An empty folder for one run; what a killed build left there is gone."""
        if self._cache is None:
            with tempfile.TemporaryDirectory(prefix="hubgen-") as folder:
                yield Path(folder)
            return
        room = self._cache / "pagefind"
        shutil.rmtree(room, ignore_errors=True)
        try:
            yield room
        finally:
            shutil.rmtree(room, ignore_errors=True)


def _key(program: Program, indexes: Sequence[SearchIndex]) -> str:
    known = msgpack.encode((FORM, program.version, tuple(indexes)))
    return blake2b(known, digest_size=16).hexdigest()


def _decoded(data: bytes | None) -> Kept | None:
    try:
        return msgpack.decode(data, type=Kept) if data is not None else None
    except msgspec.DecodeError:
        return None


def _made(program: Program, indexes: Sequence[SearchIndex], room: Path) -> Kept:
    site, out = room / "site", room / "out"
    for index in indexes:
        for url, html in pages_of(index):
            page = site / url / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(html, encoding="utf-8", errors="replace", newline="\n")
    program.run(site, out)
    files = {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }
    # Pagefind writes its languages in whatever order they came.
    files[ENTRY] = json.dumps(json.loads(files[ENTRY]), sort_keys=True).encode()
    return Kept({name: files[name] for name in _wanted(files)}, _ids(files))


def _wanted(files: Mapping[str, bytes]) -> Iterator[str]:
    """What browsers load: Pagefind brings faces of its own, and words of each page, which the theme has no use for."""
    languages = json.loads(files[ENTRY])["languages"].values()
    engines = {f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in languages}
    for name in files:
        own = name in SCRIPTS or name in engines or name.endswith(".pf_meta")
        if own or name.startswith("index/"):
            yield name


def _ids(files: Mapping[str, bytes]) -> dict[str, str]:
    """By address: the name that Pagefind gave the page."""
    found: dict[str, str] = {}
    for name, data in files.items():
        if name.startswith("fragment/"):
            url = json.loads(gzip.decompress(data).removeprefix(SIGNATURE))["url"]
            found[url.strip("/") + "/"] = name.removeprefix("fragment/").partition(".")[0]
    return found


def _assets(files: Mapping[str, bytes]) -> Iterator[Asset]:
    for name, data in files.items():
        digest = blake2b(data, digest_size=16).hexdigest()
        yield Asset(FOLDER + name, digest, partial(bytes, data))
