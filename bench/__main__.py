"""Measures builds of synthetic hubs as whole processes: `./dev bench --entries 1000,10000 --runs 5 --write`."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from bench.cast import FEWEST
from bench.figures import machine, page, tables
from bench.hubs import CHECKOUT, Origin, copy_hub, make_hub
from bench.peers.figures import section
from bench.peers.known import PEERS
from bench.peers.peer import Peer
from bench.peers.rounds import Asked, measure_beside
from bench.processes import Failed
from bench.rounds import run_rounds
from bench.sections import with_section

PAGE: Final = CHECKOUT / "docs" / "performance.md"

Text = Callable[[str], str]
"""Makes the page of the earlier one."""


def main(arguments: list[str]) -> int:
    """Measure, print the tables, and write the page if asked to."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.write and asked.hub is not None:
        parser.error("--write is for hubs that everybody can make again, and not for --hub")
    print(f"on {machine()}", file=sys.stderr)
    try:
        text = _builds(asked) if asked.peers is None else _beside(asked)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    if asked.write:
        earlier = PAGE.read_text("utf-8") if PAGE.exists() else ""
        PAGE.write_text(text(earlier), "utf-8", newline="\n")
    return 0


def _builds(asked: argparse.Namespace) -> Text:
    """Hubgen alone."""
    results = run_rounds(_origins(asked), asked.runs, _say, folder=asked.folder)
    print(tables(results))
    return lambda earlier: page(results, _command(asked), earlier)


def _beside(asked: argparse.Namespace) -> Text:
    """Hubgen beside its peers."""
    what = Asked(_origins(asked), asked.runs, asked.peers or PEERS, asked.folder)
    text = section(measure_beside(what, _say), _command(asked))
    print(text)
    return lambda earlier: with_section(earlier, "peers", text)


def _origins(asked: argparse.Namespace) -> list[Origin]:
    """Where the hubs come from."""
    if asked.hub is not None:
        return [partial(copy_hub, asked.hub)]
    return [partial(make_hub, entries=size, seed=asked.seed) for size in asked.entries]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument(
        "--entries",
        type=_sizes,
        default=(1000, 10000),
        metavar="N,N",
        help="sizes of the hubs (1000,10000)",
    )
    parser.add_argument(
        "--hub",
        type=_hub,
        metavar="DIR",
        help="instead, a copy of the hub in this folder, whoever made it",
    )
    parser.add_argument("--runs", type=_positive, default=5, metavar="N", help="rounds (5)")
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="another seed, other hubs (1)"
    )
    parser.add_argument(
        "--peers",
        nargs="*",
        type=_peer,
        metavar="NAME",
        help=f"beside other generators, all or some of {', '.join(peer.pins for peer in PEERS)}; "
        "they are installed into .bench/",
    )
    parser.add_argument(
        "--folder", type=Path, help="where hubs are made (the system's folder for such)"
    )
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    return parser


def _command(asked: argparse.Namespace) -> str:
    other = f" --seed {asked.seed}" if asked.seed != 1 else ""
    peers = "" if asked.peers is None else " --peers"
    named = "".join(f" {peer.pins}" for peer in asked.peers or ())
    if asked.hub is not None:
        return f"./dev bench{peers}{named} --hub {asked.hub.name} --runs {asked.runs}"
    sizes = ",".join(map(str, asked.entries))
    return f"./dev bench{peers}{named} --entries {sizes} --runs {asked.runs}{other} --write"


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(sorted({int(part) for part in text.split(",")}))
    if sizes[0] < FEWEST:
        raise argparse.ArgumentTypeError(f"a hub has at least {FEWEST} entries")
    return sizes


def _hub(text: str) -> Path:
    if not (Path(text) / "site.yaml").is_file():
        raise argparse.ArgumentTypeError(f"{text} is no hub: it has no site.yaml")
    return Path(text).resolve()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("once at least")
    return number


def _peer(name: str) -> Peer:
    for peer in PEERS:
        if name.lower() == peer.pins:
            return peer
    raise argparse.ArgumentTypeError(f"there is no peer {name}")


def _say(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
