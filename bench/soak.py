"""Leaves a preview running for a long time: `python -m bench.soak --entries 1000 --edits 10000 --requests 200000 --minutes 60`."""

import argparse
import itertools
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from operator import attrgetter
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Final

from bench.figures import machine, table
from bench.hubs import make_hub
from bench.preview import hubgen_stand
from bench.preview_edits import EDITS, Ground, carry_out
from bench.processes import Failed
from bench.serving import Server

READERS: Final = 4
SAMPLES: Final = 12
EVERY: Final = 20
"""Of so many edits, each kind but that of a text comes once."""
FLAT: Final = 1.10
"""How much more memory the last third of a run may hold than the one before it."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the server holds at one moment."""

    minutes: float
    edits: int
    requests: int
    memory: int
    threads: int


@dataclass(slots=True)
class Soak:
    """A run, and what came of it."""

    requests: int
    edits: int
    seconds: float
    done: dict[str, int] = field(default_factory=lambda: {"edits": 0, "requests": 0})
    statuses: dict[int, int] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    samples: list[Held] = field(default_factory=list)
    end: Event = field(default_factory=Event)


def main(arguments: list[str]) -> int:
    """Run, print what was held when, and say whether that was flat."""
    asked = _parser().parse_args(arguments)
    soak = Soak(asked.requests, asked.edits, asked.minutes * 60)
    print(f"on {machine()}", file=sys.stderr)
    try:
        with tempfile.TemporaryDirectory(prefix="hubgen-soak-", dir=asked.folder) as place:
            stand = hubgen_stand(make_hub(Path(place) / "hub", asked.entries, 1))
            with stand.serving() as server:
                _run(soak, server, stand.ground)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(_table(soak.samples))
    complaints = [*soak.broken[:10], *unsteady(soak.samples)]
    print(f"\nanswers by status: {dict(sorted(soak.statuses.items()))}")
    print("\n".join(complaints) or "Memory and threads are flat.")
    return 1 if complaints else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--entries", type=int, default=1000, metavar="N")
    parser.add_argument("--edits", type=int, default=10_000, metavar="N", help="(10000)")
    parser.add_argument("--requests", type=int, default=200_000, metavar="N", help="(200000)")
    parser.add_argument("--minutes", type=float, default=60, metavar="N", help="at most (60)")
    parser.add_argument("--folder", type=Path, help="where the hub is made")
    return parser


def _run(soak: Soak, server: Server, ground: Ground) -> None:
    """Somebody edits, some people read, and somebody looks on, until all is done or time is up."""
    paths = [
        "/",
        *(f"/members/{slug}/" for slug in ground.slugs),
        "/members/",
        "/events/",
        "/nowhere/",
    ]
    readers = [
        Thread(target=_read, args=(soak, server, paths, Random(number)))
        for number in range(READERS)
    ]
    editor = Thread(target=_edit, args=(soak, ground))
    begin = time.monotonic()
    for each in (*readers, editor):
        each.start()
    try:
        _look_on(soak, server, (begin, readers, editor))
    finally:
        soak.end.set()
        for each in (*readers, editor):
            each.join()
    time.sleep(2)  # what is still being made is made now
    soak.samples.append(_sample(soak, server, begin))


def _look_on(soak: Soak, server: Server, run: tuple[float, list[Thread], Thread]) -> None:
    begin, readers, editor = run
    shares = (soak.seconds * number / SAMPLES for number in itertools.count())
    due = next(shares)
    while any(each.is_alive() for each in (*readers, editor)):
        past = time.monotonic() - begin
        if past >= soak.seconds:
            return
        if past >= due:
            soak.samples.append(_sample(soak, server, begin))
            _say(soak.samples[-1])
            due = next(shares)
        if server.process.poll() is not None:
            raise Failed("the preview has ended by itself")
        time.sleep(0.2)


def _read(soak: Soak, server: Server, paths: list[str], chance: Random) -> None:
    """Asks for pages, on a connection that is sometimes a new one, and spreads them over the time."""
    mine = Server(server.name, server.process, server.port)
    for _ in _paced(soak, soak.requests // READERS):
        try:
            page = mine.ask(chance.choice(paths))
        except (OSError, HTTPException) as error:
            soak.broken.append(f"a request failed: {error}")
            continue
        soak.done["requests"] += 1
        soak.statuses[page.status] = soak.statuses.get(page.status, 0) + 1
        if chance.random() < 0.02:
            mine.hang_up()
    mine.hang_up()


def _edit(soak: Soak, ground: Ground) -> None:
    """Mostly texts, as people do; now and then something that changes many pages."""
    texts, *others = EDITS
    for number in _paced(soak, soak.edits):
        turn, place = divmod(number, EVERY)
        rare = place - EVERY + len(others)
        edit, count = (others[rare], turn) if rare >= 0 else (texts, number)
        carry_out(*edit.prepare(ground, count))()
        soak.done["edits"] += 1


def _paced(soak: Soak, count: int) -> Iterator[int]:
    """Numbers, as evenly over nine tenths of the time as they come."""
    begin = time.monotonic()
    for number in range(count):
        due = begin + 0.9 * soak.seconds * number / count
        if soak.end.wait(max(0.0, due - time.monotonic())):
            return
        yield number


def _sample(soak: Soak, server: Server, begin: float) -> Held:
    minutes = (time.monotonic() - begin) / 60
    done = soak.done
    return Held(minutes, done["edits"], done["requests"], server.memory, server.threads)


def unsteady(samples: list[Held]) -> Iterator[str]:
    """What grew between the second third of the run and the last one."""
    third = len(samples) // 3
    middle, last = samples[third : 2 * third], samples[2 * third :]
    if not middle:
        return
    for label, held in (("memory", attrgetter("memory")), ("threads", attrgetter("threads"))):
        before, after = max(map(held, middle)), max(map(held, last))
        if after > before * FLAT:
            yield f"{label}: {before:,} in the second third of the run, {after:,} in the last"


def _table(samples: list[Held]) -> str:
    rows = [
        [
            f"{each.minutes:.1f}",
            f"{each.edits:,}",
            f"{each.requests:,}",
            f"{each.memory / 1e6:,.0f}",
            str(each.threads),
        ]
        for each in samples
    ]
    return table([["minutes", "edits", "requests", "MB", "threads"], *rows])


def _say(sample: Held) -> None:
    print(
        f"soak: {sample.minutes:.1f} min, {sample.edits:,} edits, {sample.requests:,} requests, "
        f"{sample.memory / 1e6:,.0f} MB, {sample.threads} threads",
        file=sys.stderr,
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
