"""Links inside Markdown texts: where they lead, and whether anything is there."""

from collections.abc import Iterable, Iterator, Mapping
from posixpath import splitext

from msgspec import Struct

from hubgen.diagnostics import Report
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Destination, Skill
from hubgen.model.schema import Collection, fields_holding
from hubgen.model.values import BodyLink, Markdown, texts_of
from hubgen.stages.link.names import NameBook, bare_slug

ENTRY_ENDINGS = frozenset({"", ".md", ".yaml", ".yml", ".json"})
NOWHERE = Destination("nowhere")


class Guide(Struct, frozen=True):
    """Knows the way to everything that a link can name."""

    names: NameBook
    collections: Mapping[str, Collection]
    skills: Mapping[str, Skill]
    unpublished: frozenset[Key]
    removed: frozenset[Key]

    def locate(self, target: str, folder: str) -> Destination:
        """Where a target leads, read from an entry in that folder."""
        bare = bare_slug(target)
        if not bare:
            return Destination("home")
        if bare.startswith("skills/") and bare.removeprefix("skills/") in self.skills:
            return Destination("skill", bare.removeprefix("skills/"))
        if bare in self.collections:
            return Destination("directory", bare)
        entry = self._entry(bare, folder)
        if entry is not None:
            return Destination("entry", entry)
        if splitext(target)[1].lower() not in ENTRY_ENDINGS:
            return Destination("file", target)
        return NOWHERE

    def _entry(self, bare: str, folder: str) -> Key | None:
        if bare in self.names.titles:
            return bare
        neighbour = f"{folder.removeprefix('content/').partition('/')[0]}/{bare}"
        page = f"pages/{bare}"
        return next((key for key in (neighbour, page) if key in self.names.titles), None)


def texts_in(
    entries: Iterable[Entry], collections: Mapping[str, Collection]
) -> Iterator[tuple[str, Markdown]]:
    """Every Markdown text of these entries with the folder from which its links are read."""
    writing = fields_holding(collections, "markdown")
    for entry in entries:
        for field in writing[entry.collection]:
            for text in texts_of(entry.values.get(field.name)):
                yield entry.folder, text


def check_bodies(
    texts: Iterable[tuple[str, Markdown]],
    everything: Mapping[Key, Entry],
    guide: Guide,
    report: Report,
) -> dict[tuple[str, str], Destination]:
    """The destination of every link in these texts; what leads nowhere is reported."""
    destinations: dict[tuple[str, str], Destination] = {}
    for folder, text in texts:
        own_anchors = frozenset(heading.anchor for heading in text.headings)
        for link in text.links:
            if not link.target:
                _check_anchor(link, own_anchors, report)
                continue
            place = guide.locate(link.target, folder)
            destinations[folder, link.target] = _checked(link, place, everything, guide, report)
    return destinations


def _checked(
    link: BodyLink,
    place: Destination,
    everything: Mapping[Key, Entry],
    guide: Guide,
    report: Report,
) -> Destination:
    if place.kind == "nowhere":
        _complain(link, guide, report)
        return place
    if place.kind == "entry" and place.name in guide.unpublished:
        report.add(
            "HG213",
            link.span,
            f"'{link.target}' isn't published, so the link is left out",
            help="publish the entry first, or take the link out",
        )
        return NOWHERE
    if place.kind == "entry" and link.fragment:
        _check_anchor(link, _anchors(everything[place.name]), report)
    return place


def _anchors(entry: Entry) -> frozenset[str]:
    return frozenset(heading.anchor for text in texts_of(entry.values) for heading in text.headings)


def _check_anchor(link: BodyLink, anchors: frozenset[str], report: Report) -> None:
    if link.fragment in anchors:
        return
    report.add(
        "HG205",
        link.span,
        f"this text has no heading '#{link.fragment}'"
        if not link.target
        else f"'{link.target}' has no heading '#{link.fragment}'",
        help=did_you_mean(f"#{link.fragment}", {f"#{anchor}" for anchor in anchors})
        or _headings_in_words(anchors),
    )


def _headings_in_words(anchors: frozenset[str]) -> str:
    if not anchors:
        return "that text has no headings; take the part from '#' on away"
    return "its headings are: " + ", ".join(f"#{anchor}" for anchor in sorted(anchors)[:8])


def _complain(link: BodyLink, guide: Guide, report: Report) -> None:
    bare = bare_slug(link.target)
    if bare in guide.removed:
        report.add("HG210", link.span, f"'{bare}' has left the hub", help="take the link out")
        return
    report.add(
        "HG204", link.span, f"this link leads nowhere: '{link.target}'", help=_way_out(bare, guide)
    )


def _way_out(bare: str, guide: Guide) -> str:
    collection = bare.partition("/")[0]
    if collection in guide.collections:
        key = guide.names.suggest(bare, (collection,))
    else:
        key = guide.names.suggest(bare, tuple(guide.collections))
    if key is not None:
        return f"did you mean '{key}'?"
    return "link to an entry as `collection/slug`, for example `members/ada`; web addresses begin with https://"
