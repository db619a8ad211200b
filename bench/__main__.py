"""Measures builds of synthetic hubs as whole processes: `./dev bench --entries 1000,10000 --runs 5 --write`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.cases import CHECKOUT
from bench.cast import FEWEST
from bench.figures import machine, page, tables
from bench.preview_figures import preview_of
from bench.processes import Failed
from bench.rounds import run_rounds

PAGE: Final = CHECKOUT / "docs" / "performance.md"


def main(arguments: list[str]) -> int:
    """Measure, print the tables, and write the page if asked to."""
    asked = _parser().parse_args(arguments)
    print(f"on {machine()}", file=sys.stderr)
    try:
        results = run_rounds(asked.entries, asked.runs, asked.seed, _say, folder=asked.folder)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(tables(results))
    if asked.write:
        earlier = PAGE.read_text("utf-8") if PAGE.exists() else ""
        command = _command(asked.entries, asked.runs, asked.seed)
        text = page(results, command, earlier) + preview_of(earlier)
        PAGE.write_text(text, "utf-8", newline="\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument(
        "--entries",
        type=_sizes,
        default=(1000, 10000),
        metavar="N,N",
        help="sizes of the hubs (1000,10000)",
    )
    parser.add_argument("--runs", type=_positive, default=5, metavar="N", help="rounds (5)")
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="another seed, other hubs (1)"
    )
    parser.add_argument(
        "--folder", type=Path, help="where hubs are made (the system's folder for such)"
    )
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    return parser


def _command(sizes: Sequence[int], runs: int, seed: int) -> str:
    other = f" --seed {seed}" if seed != 1 else ""
    return f"./dev bench --entries {','.join(map(str, sizes))} --runs {runs}{other} --write"


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(sorted({int(part) for part in text.split(",")}))
    if sizes[0] < FEWEST:
        raise argparse.ArgumentTypeError(f"a hub has at least {FEWEST} entries")
    return sizes


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("once at least")
    return number


def _say(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
