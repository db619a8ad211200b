"""Measures how soon an edit is seen: `python -m bench.preview --entries 1000,10000 --edits 50 --write`."""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Final

from bench.__main__ import PAGE
from bench.cases import forget_all
from bench.hubs import HUBGEN, Hub, make_hub
from bench.peers.hugo import write_hugo_site
from bench.preview_edits import EDITS, Edit, Ground, carry_out
from bench.preview_figures import Results, Sample, section
from bench.processes import Failed
from bench.sections import with_section
from bench.serving import Server, free_port, start

PAUSE: Final = (0.3, 0.8)
"""Seconds between two edits, by chance, so that nobody's own rhythm is met again and again."""
FAR: Final = 150
"""Skills beyond this place are offered by few."""


@dataclass(slots=True)
class Stand:
    """A generator, the site that it shows, and its server while it runs."""

    name: str
    ground: Ground
    command: Callable[[int], Sequence[str]]
    server: Server | None = None
    said: Path = field(default=Path())

    @contextmanager
    def serving(self) -> Iterator[Server]:
        port = free_port()
        with self.said.open("wb+") as said:
            server = start(self.name, self.command(port), port, self.ground.root, said)
            try:
                self.server = server
                yield server
            finally:
                self.server = None
                server.end()


def main(arguments: list[str]) -> int:
    """Measure, print the tables, and write them into the page if asked to."""
    asked = _parser().parse_args(arguments)
    results = Results(edits=asked.edits, rounds=asked.starts, hugo=shutil.which(asked.hugo) or "")
    try:
        for entries in map(int, asked.entries.split(",")):
            with tempfile.TemporaryDirectory(prefix="hubgen-preview-", dir=asked.folder) as place:
                measure_size(Path(place), entries, results)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    command = (
        f"python -m bench.preview --entries {asked.entries} "
        f"--edits {asked.edits} --starts {asked.starts} --write"
    )
    text = section(results, command)
    print(text)
    if asked.write:
        page = with_section(PAGE.read_text("utf-8"), "preview", text)
        PAGE.write_text(page, "utf-8", newline="\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.preview", description=__doc__)
    parser.add_argument("--entries", default="1000,10000", metavar="N,N", help="(1000,10000)")
    parser.add_argument("--edits", type=int, default=50, metavar="N", help="of each kind (50)")
    parser.add_argument("--starts", type=int, default=3, metavar="N", help="of each server (3)")
    parser.add_argument("--hugo", default="hugo", help="where Hugo is; left out if it isn't there")
    parser.add_argument("--folder", type=Path, help="where hubs are made")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    return parser


def measure_size(place: Path, entries: int, results: Results) -> None:
    """Everything for a hub of one size, side by side."""
    _say(f"making a hub of {entries:,} entries")
    hub = make_hub(place / "hub", entries, 1)
    stands = [
        hubgen_stand(hub),
        *([hugo_stand(hub, place / "hugo", results.hugo)] if results.hugo else []),
    ]
    _starts(hub, stands, entries, results)
    running = [stand.serving() for stand in stands]
    servers = [each.__enter__() for each in running]
    try:
        for edit in EDITS:
            _say(f"{entries:,} entries: {edit.label}")
            results.load.append(os.getloadavg()[0])
            _edits(edit, stands, (entries, results))
        for server in servers:
            results.memory[entries, server.name] = server.memory
    finally:
        for each in running:
            each.__exit__(None, None, None)


def _starts(hub: Hub, stands: Sequence[Stand], entries: int, results: Results) -> None:
    for _ in range(results.rounds):
        for stand in stands:
            if stand.name != "hubgen":
                _started(stand, "", entries, results)
                continue
            forget_all(hub, 0)
            _started(stand, ", cold cache", entries, results)
            _started(stand, ", warm cache", entries, results)


def _started(stand: Stand, how: str, entries: int, results: Results) -> None:
    with stand.serving() as server:
        results.started(entries, f"{stand.name}{how}", server.seconds)
        _say(f"{stand.name}{how}: {server.seconds:.2f} s until the first page")


def _edits(edit: Edit, stands: Sequence[Stand], where: tuple[int, Results]) -> None:
    """One edit for each of the stands in turn, again and again: what disturbs one disturbs all."""
    entries, results = where
    chance = Random(edit.label)
    given_up: set[str] = set()
    for number in range(results.edits):
        for stand in stands:
            if stand.name in given_up:
                continue
            sample = _seen(stand, edit, number, results)
            results.seen(entries, edit.label, stand.name, sample)
            if sample is None:
                _say(f"{stand.name} never shows: {edit.label}")
                given_up.add(stand.name)
            time.sleep(chance.uniform(*PAUSE))


def _seen(stand: Stand, edit: Edit, number: int, results: Results) -> Sample | None:
    """Seconds from the move that puts the file in its place until everything that shows it does."""
    server, signs = stand.server, tuple(edit.signs(stand.ground, number))
    if server is None:
        raise Failed(f"{stand.name} isn't running")
    move = carry_out(*edit.prepare(stand.ground, number))
    # Somebody has these pages open; what is never seen before the edit isn't made by it.
    early = [sign.path for sign in signs if sign.is_there(server.ask(sign.path))]
    if early:
        raise Failed(f"{early} of {stand.name} is there before the edit")
    cpu, begin = server.cpu, time.perf_counter()
    move()
    seconds = [server.until(sign.path, sign.is_there, begin) for sign in signs]
    if None in seconds:
        return None
    if edit.gone is not None and server.ask(edit.gone(number)).status != 404:
        results.stale.add(stand.name)
    return Sample(max(each for each in seconds if each is not None), server.cpu - cpu)


def hubgen_stand(hub: Hub) -> Stand:
    """The hub with `hubgen serve`."""
    content = hub.folder / "content"
    members = tuple(sorted(path.stem for path in (content / "members").glob("*.md")))
    ground = Ground(
        hub.folder, "themes/commons/templates/base.html", "name", "skills", members, _rare(content)
    )
    return Stand(
        "hubgen",
        ground,
        lambda port: (*HUBGEN, "-C", str(hub.folder), "serve", "--port", str(port)),
        said=hub.folder.parent / "hubgen.txt",
    )


def hugo_stand(hub: Hub, folder: Path, program: str) -> Stand:
    """The same content with `hugo server`."""
    write_hugo_site(hub.folder, folder)
    ground = replace(
        hubgen_stand(hub).ground,
        root=folder,
        template="layouts/_default/baseof.html",
        name_field="title",
        skills="skills",
        offers="skills",
    )
    return Stand(
        "hugo server",
        ground,
        lambda port: (program, "server", "--bind", "127.0.0.1", "--port", str(port)),
        said=folder.parent / "hugo.txt",
    )


def _rare(content: Path) -> tuple[str, ...]:
    lines = (content / "skills.yaml").read_text("utf-8").splitlines()
    return tuple(line[:-1] for line in lines if line.endswith(":") and line[0] != " ")[FAR:]


def _say(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
