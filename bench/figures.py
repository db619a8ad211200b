"""Turns what was measured into tables: for the terminal, and for the page in the docs."""

import os
import platform
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Final

from bench.rounds import Results, Sample
from bench.sections import PAGE_HEAD, with_section

PACKAGES: Final = ("hubgen", "jinja2", "markdown-it-py", "msgspec", "pyyaml", "click", "pillow")

PROSE: Final = """\
Whoever edits a hub waits for one of the builds below: the first one after a clone, one after nothing has changed, or one
after an edit. Seconds depend on the machine; compare rows with each other, and a run with an earlier one of the same
machine. Before a change that is meant to make hubgen faster, and after it, run the command below."""

HEADINGS: Final = ("what", "seconds", "from - to", "CPU s", "from - to", "MB", "files", "MB out")

EXPLANATION: Final = """\
Each figure is the median over {runs} rounds, of a whole process, from start to exit, with the smallest and the largest beside
it. The cases are run in turn, round after round, so that whatever disturbs the machine disturbs all of them.

* **CPU s**: seconds of all processors, in the program and in the system for it, worker processes included.
* **MB**: main memory of the largest single process among the program and its workers, at its peak (`ru_maxrss`); the
  system counts from what the measuring process itself holds, so nothing is below about 20 MB.
* **files**, **MB out**: what was written into the output folder.
* The hubs are made by `bench/corpus.py`: 60 % members, 10 % mentors, 20 % resources, 10 % events; texts of about a
  kilobyte, no photos; 300 skills, known by Zipf's law; a few groups, pages and news on top; one language.
* *Cold* means without output folder and `.hubgen/`. The files themselves are in the system's memory all the time.
"""


def tables(results: Results) -> str:
    """All figures as Markdown tables, which read well on a terminal too."""
    parts = [_table(_rows(results.starts))]
    for entries, cases in results.builds.items():
        parts.append(
            f"## {entries:,} entries\n\n{_size(results, entries)}\n\n{_table(_rows(cases))}"
        )
    return "\n\n".join(parts)


def page(results: Results, command: str, earlier: str) -> str:
    """The text of the docs' page: builds are told anew, everything else stays as it was on the earlier one."""
    runs = max(len(samples) for samples in results.starts.values())
    text = "\n\n".join(
        (
            f"Measured on {datetime.now(UTC).date()} with\n\n```sh\n{command}\n```\n\non {machine()}; {_versions()}.",
            EXPLANATION.format(runs=runs).strip(),
            f"## Starting\n\n{tables(results)}",
        )
    )
    return with_section(earlier or f"{PAGE_HEAD}\n{PROSE}\n", "builds", text)


def machine() -> str:
    """What was measured on, in a line."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    system = f"{platform.system()} {platform.release().split('-')[0]}"
    return f"{cores} cores ({_processor()}), {system}, {platform.python_implementation()} {platform.python_version()}"


def _versions() -> str:
    return ", ".join(f"{name} {version(name)}" for name in PACKAGES)


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.machine()
    model = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return model[1].strip() if model else platform.machine()


def _size(results: Results, entries: int) -> str:
    site = results.sites[entries]
    size = f"The site has {site.pages:,} pages; {site.files:,} files, {mb(site.size)} MB."
    memory = results.memory.get(entries)
    if memory is None:
        return size
    return f"{size} At its peak, a cold build holds {memory / 1e6:,.0f} MB in all its processes together (PSS)."


def _rows(cases: dict[str, list[Sample]]) -> Iterable[tuple[str, ...]]:
    for label, samples in cases.items():
        seconds = [sample.cost.seconds for sample in samples]
        cpu = [sample.cost.cpu for sample in samples]
        yield (
            label,
            f"{median(seconds):.2f}",
            f"{min(seconds):.2f} - {max(seconds):.2f}",
            f"{median(cpu):.2f}",
            f"{min(cpu):.2f} - {max(cpu):.2f}",
            f"{median(sample.cost.memory for sample in samples) / 1e6:.0f}",
            f"{median(sample.files for sample in samples):,.0f}",
            mb(median(sample.size for sample in samples)),
        )


def mb(size: float) -> str:
    """Bytes as megabytes."""
    return f"{size / 1e6:,.1f}" if size else "0"


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    return table([HEADINGS, *rows])


def table(every: Sequence[Sequence[str]]) -> str:
    """Rows as a Markdown table that reads well as text, the headings first."""
    widths = [max(len(row[column]) for row in every) for column in range(len(every[0]))]
    rule = [
        f"{'-' * (width - 1)}{'-' if column == 0 else ':'}" for column, width in enumerate(widths)
    ]
    return "\n".join(_line(row, widths) for row in (every[0], rule, *every[1:]))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        cell.ljust(width) if column == 0 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join([first, *others])} |"
