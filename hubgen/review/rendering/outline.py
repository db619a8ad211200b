"""The report in its order: the light and its reasons, what came, changed and went, what that does to the site and the network."""

from collections.abc import Callable, Iterator
from typing import Final

from hubgen.diagnostics import Diagnostic
from hubgen.diagnostics.rendering.findings import IMPORTANCE
from hubgen.review.entries import FieldChange
from hubgen.review.looks import Look
from hubgen.review.pages import PageChanges
from hubgen.review.rendering.blocks import (
    Block,
    Heading,
    Line,
    Parts,
    Quoted,
    items,
    listed,
    quoted,
    table,
)
from hubgen.review.review import Alike, Edited, Named, Review

LIGHTS: Final = {
    "green": "🟢 Green: nothing stands in the way",
    "yellow": "🟡 Yellow: somebody should look at this",
    "red": "🔴 Red: this can't go on like that",
}
SIGNS: Final = {"red": "🔴", "yellow": "🟡"}


MOST_LOOKS: Final = 20
"""Entries that are shown with all that they say."""
MOST_ALIKE: Final = 3
"""The same mistakes in one file that are shown."""


def outline(review: Review) -> Iterator[Block]:
    """The whole report."""
    yield Heading(1, LIGHTS[review.light])
    if review.reasons:
        yield items(
            tuple((f"{SIGNS[r.light]} ", *_reason(r.words, r.what)) for r in review.reasons)
        )
    yield Line(_in_short(review))
    for part in PARTS:
        yield from part(review)
    if not review.is_head_trusted and any(f.kind in {"settings", "theme"} for f in review.files):
        words = "Settings and themes are those of the base here: what the change does to them shows with --trust-head only."
        yield Line((words,))


def _reason(words: str, what: tuple[str, ...]) -> Parts:
    return (*listed(what), f": {words}") if what else (words,)


def _in_short(review: Review) -> Parts:
    counts = (
        (len(review.added), "added"),
        (len(review.changed), "changed"),
        (len(review.renamed), "renamed"),
        (len(review.removed), "removed"),
    )
    words = ", ".join(f"{count} {what}" for count, what in counts if count)
    return (
        f"Entries: {words or 'none touched'}. Compared: ",
        quoted(review.base_commit[:10]),
        " (",
        quoted(review.base),
        ") and ",
        quoted(review.head_commit[:10]),
        " (",
        quoted(review.head),
        ").",
    )


# ---------------------------------------------------------------- entries


def _added(review: Review) -> Iterator[Block]:
    if review.added:
        yield Heading(2, "Added")
    for look in review.added[:MOST_LOOKS]:
        yield Line((Quoted(look.title), f", {look.state}, ", quoted(look.path)))
        yield items(tuple(_look(look)))
    left = review.added[MOST_LOOKS:]
    if left:
        yield Line((f"And {len(left)} more: ", *listed(tuple(each.key for each in left))))


def _look(look: Look) -> Iterator[Parts]:
    rows = (
        ("page", (look.url,)),
        ("language", (look.locale,)),
        ("summary", (look.summary,)),
        ("skills", look.skills),
        ("links", look.links),
        ("text", (look.text,)),
    )
    for label, values in rows:
        if any(values):
            yield (f"{label}: ", *listed(values))


def _changed(review: Review) -> Iterator[Block]:
    if review.changed:
        yield Heading(2, "Changed")
    yield from _edits(review.changed)


def _edits(edits: tuple[Edited, ...]) -> Iterator[Block]:
    for each in edits[:MOST_LOOKS]:
        yield Line((*_name(each.entry), *((" was ", quoted(each.was)) if each.was else ())))
        if each.fields:
            yield from table(("field", "old", "new"), tuple(map(_field, each.fields)))
    left = edits[MOST_LOOKS:]
    if left:
        yield Line((f"And {len(left)} more: ", *listed(tuple(each.entry.key for each in left))))


def _field(change: FieldChange) -> tuple[Parts, ...]:
    mark = " (never published)" if change.is_private else ""
    return ((quoted(change.field), mark), _value(change.old), _value(change.new))


def _value(text: str) -> Parts:
    return (Quoted(text),) if text else ("nothing",)


def _name(entry: Named) -> Parts:
    return (quoted(entry.title), ", ", quoted(entry.path))


def _renamed(review: Review) -> Iterator[Block]:
    if review.renamed:
        yield Heading(2, "Renamed")
    yield from _edits(review.renamed)


def _removed(review: Review) -> Iterator[Block]:
    if review.removed:
        yield Heading(2, "Removed")
        yield items(tuple(_name(each) for each in review.removed))


def _owners(review: Review) -> Iterator[Block]:
    if review.owned:
        yield Heading(2, "Owners")
        yield items(
            tuple(
                (
                    quoted(each.key),
                    f" is {each.what}; its owner is ",
                    quoted(each.owner),
                    ", somebody else" if each.is_by_other else "",
                )
                for each in review.owned
            )
        )


# ---------------------------------------------------------------- the site and the network


def _pages(review: Review) -> Iterator[Block]:
    pages = review.pages
    if not (pages.appear or pages.change or pages.vanish):
        return
    yield Heading(2, "Pages")
    yield items(tuple(_page_lists(pages)))
    if pages.without_redirect:
        words = "For each address without a redirect, add it to the `aliases` of the entry that takes its place, or its name to content/removed.yaml."
        yield Line((words.replace("`", ""),))


def _page_lists(pages: PageChanges) -> Iterator[Parts]:
    partly = " (of a site this large, only pages made of files that changed)"
    lists = (
        ("new", pages.appear, ""),
        ("changed", pages.change, partly if pages.is_partly else ""),
        ("gone", pages.vanish, ""),
        ("gone without a redirect", pages.without_redirect, ""),
    )
    for label, urls, more in lists:
        if urls:
            yield (f"{len(urls)} {label}{more}: ", *listed(tuple(url or "/" for url in urls)))


def _skills(review: Review) -> Iterator[Block]:
    if review.skills:
        yield Heading(2, "New skills")
        yield items(
            tuple(
                (
                    quoted(each.name),
                    "" if each.known else " (not in the hub's list)",
                    *((" of ", *listed(each.users)) if each.users else ()),
                    *(("; there is ", quoted(each.near)) if each.near else ()),
                )
                for each in review.skills
            )
        )


def _alike(review: Review) -> Iterator[Block]:
    if review.alike:
        yield Heading(2, "Perhaps there already")
        yield items(tuple(_pair(each) for each in review.alike))


def _pair(alike: Alike) -> Parts:
    signs = (
        part
        for number, sign in enumerate(alike.signs)
        for part in (", " if number else "", f"{sign.reason} ", quoted(sign.what))
    )
    return (*_name(alike.entry), " and ", *_name(alike.other), ": ", *signs)


def _domains(review: Review) -> Iterator[Block]:
    if review.domains:
        yield Heading(2, "Links to new places")
        yield items(
            tuple(
                (quoted(d.name), " from ", quoted(d.entry), ": ", quoted(d.address))
                for d in review.domains
            )
        )


def _matches(review: Review) -> Iterator[Block]:
    if review.matches:
        yield Heading(2, "People who newly match")
        yield items(
            tuple(
                (
                    quoted(m.seeks),
                    " seeks ",
                    quoted(m.skill),
                    ", and ",
                    quoted(m.offers),
                    " offers it",
                )
                for m in review.matches
            )
        )


def _files(review: Review) -> Iterator[Block]:
    if review.files:
        yield Heading(2, "Other files")
        yield items(
            tuple(
                (quoted(each.path), f", {each.kind}", ", gone" if each.is_gone else "")
                for each in review.files
            )
        )


def _problems(review: Review) -> Iterator[Block]:
    if review.problems:
        yield Heading(2, "Problems that the change causes")
        yield items(tuple(_each_problem(review.problems)))


def _each_problem(problems: tuple[Diagnostic, ...]) -> Iterator[Parts]:
    """The worst first; of the same mistake in one file the first ones, so that a file can't drown the others."""
    alike: dict[tuple[str, str], list[Diagnostic]] = {}
    for each in sorted(problems, key=lambda each: IMPORTANCE.index(each.severity)):
        alike.setdefault((each.code, each.span.path), []).append(each)
    for group in alike.values():
        for each in group[:MOST_ALIKE]:
            way_out = ("; ", quoted(each.help)) if each.help else ()
            place = quoted(str(each.span))
            yield (f"{each.severity} {each.code}, ", place, ": ", quoted(each.message), *way_out)
        left = len(group) - MOST_ALIKE
        if left > 0:
            yield (f"{group[0].code} {left} more times in ", quoted(group[0].span.path))


PARTS: Final[tuple[Callable[[Review], Iterator[Block]], ...]] = (
    _problems,
    _owners,
    _alike,
    _added,
    _changed,
    _renamed,
    _removed,
    _pages,
    _skills,
    _domains,
    _matches,
    _files,
)
"""The parts below the light, in their order; each is silent when it has nothing to say."""
