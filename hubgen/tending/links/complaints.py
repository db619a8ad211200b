"""What is said about links, in the form in which hubgen says everything: problems with a code, a place and a way out."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from hubgen.diagnostics import Report
from hubgen.tending.links.outgoing import Outgoing
from hubgen.tending.links.verdicts import Fate, Verdict

_SAYINGS: Final[Mapping[Fate, tuple[str, str, str]]] = {
    Fate.DEAD: (
        "HG801",
        "{url} leads nowhere: {words}",
        "look for its new address, or take the link out",
    ),
    Fate.MOVED: ("HG802", "{url} has moved", "write {target}"),
    Fate.UNREACHABLE: (
        "HG803",
        "{url} gave no useful answer: {words}",
        "try again on another day; whoever runs the site may not know",
    ),
    Fate.UNTRUSTED: (
        "HG804",
        "{url} can't be reached safely: {words}",
        "browsers warn people there; ask whoever runs the site, or link elsewhere",
    ),
    Fate.REFUSED: (
        "HG805",
        "{url} wasn't followed: {words}",
        "link to an address that everybody can reach",
    ),
    Fate.CLOSED: (
        "HG806",
        "{url} doesn't let programs in: {words}",
        "open it in a browser to see whether it is still there",
    ),
}
"""By fate: the code, the message and the way out."""


def complain(links: Iterable[Outgoing], verdicts: Mapping[str, Verdict], report: Report) -> None:
    """Put down what is wrong with each link, at each place where it stands."""
    for link in links:
        verdict = verdicts.get(link.url)
        if verdict is None or verdict.fate not in _SAYINGS:
            continue
        code, message, advice = _SAYINGS[verdict.fate]
        words = message.format(url=link.url, words=verdict.words) + _since(verdict)
        # Whoever is sent elsewhere still means the same part of the page.
        part = f"#{link.fragment}" if link.fragment and "#" not in verdict.target else ""
        report.add(code, link.span, words, help=advice.format(target=verdict.target + part))


def dead_links(
    links: Iterable[Outgoing], verdicts: Mapping[str, Verdict]
) -> dict[str, tuple[tuple[str, date], ...]]:
    """By entry: its addresses that led nowhere when they were last followed, and since when."""
    found: dict[str, dict[str, date]] = {}
    for link in links:
        verdict = verdicts.get(link.url)
        if verdict is not None and verdict.fate is Fate.DEAD and link.key:
            found.setdefault(link.key, {})[link.url] = verdict.since
    return {key: tuple(sorted(urls.items())) for key, urls in found.items()}


def _since(verdict: Verdict) -> str:
    has_history = verdict.fate is not Fate.MOVED and verdict.since < verdict.asked
    return f" (since {verdict.since})" if has_history else ""
