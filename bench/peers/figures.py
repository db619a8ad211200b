"""hubgen beside its peers as a section of the docs' page: sizes, seconds, ratios, and what became of the targets."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median
from typing import Final

from bench.figures import machine, mb, table
from bench.peers.contenders import HUBGEN, PLAIN
from bench.peers.rounds import Results
from bench.peers.targets import Target, Verdict, ratio, verdicts
from bench.rounds import Sample

EXPLANATION: Final = """\
The same hub for everybody: an entry's page with all its fields, lists of 48 cards a page, a page for each skill with
its cards, a feed and a sitemap, in templates that look alike (`bench/peers/sites/`). *hubgen, plain theme* is the one to compare with:
a theme as plain as theirs, no search index. *hubgen* is what a hub gets by itself, commons, still without an index (`search: off`): pictures of
faces, related entries, calendars, a finder. Both make what no peer has: a finder's data, calendars, feeds of several collections, code in colours. **Pages** and
**MB out** say how much each of them makes. *With search* adds an index; no peer makes one. {rounds}, all contenders one after the other in each situation, so that whatever disturbs the
machine disturbs everybody. Peers are built the quickest way that gives a complete site; Pelican with its cache of read files.
Eleventy and Pelican make no page for a skill that nobody names, and neither does Zola.

* Each figure is the median, of a whole process from start to exit, with the smallest and the largest beside it.
* **plain / it**, **hubgen / it**: seconds of hubgen in the plain theme, and of hubgen, to the other's; the median of the ratios of each
  round. Below 1, hubgen was faster.
* **MB**: main memory of the largest single process at its peak; **all processes** adds up those of one more cold build in each
  round, what they share counted once (PSS).
* **written**: files of the site that the build wrote, the same or not."""

HEADINGS: Final = (
    "who",
    "seconds",
    "from - to",
    "plain / it",
    "hubgen / it",
    "CPU s",
    "from - to",
    "MB",
    "from - to",
    "written",
)
SIZES: Final = ("who", "pages", "files", "MB out", "all processes, MB", "from - to")
TARGETS: Final = ("target", "entries", "at most", "plain theme", "", "hubgen", "")


def section(results: Results, command: str) -> str:
    """All figures, and how they came about."""
    rounds = f"{results.runs} round{'s' if results.runs > 1 else ''}"
    parts = [
        "## Beside other generators",
        f"Measured on {datetime.now(UTC).date()} with\n\n```sh\n{command}\n```\n\non {machine()}{_load(results)}; {_who(results)}.",
        EXPLANATION.format(rounds=rounds),
        *(f"{name} {results.versions[name]}: {text}." for name, text in results.notes.items()),
        *(
            f"**{name}** is missing, or not there to the end: {why}"
            for name, why in results.missing.items()
        ),
    ]
    reached = [
        _target(*both) for both in zip(verdicts(results, PLAIN), verdicts(results), strict=True)
    ]
    if reached:
        parts += ["### Targets", table([TARGETS, *reached])]
    for entries in results.samples:
        parts += [
            f"### {entries:,} entries beside others",
            table([SIZES, *_sizes(results, entries)]),
        ]
        for situation in results.samples[entries]:
            rows = _rows(results, entries, situation)
            parts += [f"Build, {situation}:", table([HEADINGS, *rows])]
    return "\n\n".join(parts)


def _target(plain: Verdict, own: Verdict) -> tuple[str, ...]:
    """One target, and how near each hubgen came."""
    target = plain.target
    told = [part for each in (plain, own) for part in (_figure(each.measured, target), each.text)]
    return (target.what, f"{plain.entries:,}", f"{plain.limit:g}{target.unit}", *told)


def _figure(measured: float | None, target: Target) -> str:
    if measured is None:
        return ""
    return f"{measured:.0f}{target.unit}" if target.unit else f"{measured:.2f}"


def _who(results: Results) -> str:
    known = {"hubgen": version("hubgen"), **results.versions}
    return ", ".join(f"{name} {number}" for name, number in known.items())


def _load(results: Results) -> str:
    """What else the machine had to do."""
    if not results.load:
        return ""
    return f", with a load average of {min(results.load):.1f} to {max(results.load):.1f} before each round"


def _sizes(results: Results, entries: int) -> Iterator[Sequence[str]]:
    for name, site in results.sites.get(entries, {}).items():
        held = [each / 1e6 for each in results.memory.get(entries, {}).get(name, [])]
        memory = _spread(held, 0) if held else ("", "")
        yield name, f"{site.pages:,}", f"{site.files:,}", mb(site.size), *memory


def _rows(results: Results, entries: int, situation: str) -> Iterator[Sequence[str]]:
    for name, samples in results.samples[entries][situation].items():
        yield (
            name,
            *_spread((each.cost.seconds for each in samples), 2),
            *(_ratio(results, (entries, situation), name, who) for who in (PLAIN, HUBGEN)),
            *_spread((each.cost.cpu for each in samples), 2),
            *_spread((each.cost.memory / 1e6 for each in samples), 0),
            _files(samples),
        )


def _ratio(results: Results, when: tuple[int, str], name: str, who: str) -> str:
    ratios = ratio(results, *when, name, who)
    return f"{median(ratios):.2f}" if ratios and name != who else ""


def _files(samples: Sequence[Sample]) -> str:
    return f"{median(each.files for each in samples):,.0f}"


def _spread(values: Iterable[float], digits: int) -> tuple[str, str]:
    """The median, and from the smallest to the largest."""
    known = sorted(values)
    return (
        f"{median(known):,.{digits}f}",
        f"{known[0]:,.{digits}f} - {known[-1]:,.{digits}f}",
    )
