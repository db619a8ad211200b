"""A page for each entry."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Backlink, Target, is_unlisted
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.values import Markdown
from hubgen.model.views import EntryView, HtmlView, Link, Section, TocEntry
from hubgen.stages.plan.bodies import finished
from hubgen.stages.plan.calendar.related import calendar_of
from hubgen.stages.plan.calendar.schedules import SHOWN_IN_SCHEDULE, schedule
from hubgen.stages.plan.cards import cards, layout_of, summary_of
from hubgen.stages.plan.contribute_links import edit_form_link, edit_link
from hubgen.stages.plan.days import dating_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.faces import avatar_of, picture_of
from hubgen.stages.plan.fields import field_views
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.named import shelves_of, way_of
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.notices import notices
from hubgen.stages.plan.people import people_of
from hubgen.stages.plan.programs import doorway_of, milestones_of
from hubgen.stages.plan.reaching import SHOWN_IN_REACH, reach_of
from hubgen.stages.plan.reviews import reviews_of
from hubgen.stages.plan.routes import route_of
from hubgen.stages.plan.templates import template_for


def entry_pages(room: Newsroom) -> Iterator[Page]:
    """The pages of all entries but skills, whose pages gather what the hub knows of them."""
    for edition in room.editions:
        for key, entry in room.desk.hub.entries.items():
            if entry.collection != "skills":
                yield _page(key, entry, edition)


def _page(key: Key, entry: Entry, edition: Edition) -> Page:
    translation = edition.entry(key)
    return Page(
        url=edition.prefix + edition.path_of(key),
        renderer="html",
        view=partial(entry_page, key),
        template=template_for(entry.collection, "entry", edition.desk.theme),
        locale=edition.locale,
        sources=tuple(dict.fromkeys((entry.span.path, translation.span.path))),
        span=entry.span,
        index=not is_unlisted(entry) and edition.is_translated(key),
    )


def entry_page(key: Key, edition: Edition) -> HtmlView:
    """All that the entry's page shows."""
    entry = edition.entry(key)
    collection = edition.hub.collections[entry.collection]
    picture = picture_of(entry, edition)
    top = head(
        edition.title(key),
        edition.path_of(key),
        edition,
        description=summary_of(entry, collection),
        breadcrumbs=_breadcrumbs(entry, collection, edition),
        section=entry.collection,
        key=key,
        noindex=is_unlisted(entry),
    )
    shared = edition.absolute(picture.src) if picture else ""
    modified = modified_on(entry) if top.kind == "article" else ""
    return HtmlView(
        replace(top, image=shared, modified=modified), _view(entry, collection, edition)
    )


def _view(entry: Entry, collection: Collection, edition: Edition) -> EntryView:
    title = edition.title(entry.key)
    lang = edition.content_lang(entry.key)
    dated = dating_of(entry, collection, edition)
    text = _body(entry, collection)
    around = _neighbours(entry, collection, edition)
    people = people_of(entry, collection, edition)
    times = schedule(entry, collection, edition)
    shown = _shown_elsewhere(entry, collection) | {each.name for each in people}
    shelves = shelves_of(entry, edition)
    return EntryView(
        key=entry.key,
        collection=entry.collection,
        singular=edition.singular_of(collection),
        slug=entry.slug,
        title=title,
        lang=lang,
        summary=_own_summary(entry, collection),
        picture=picture_of(entry, edition),
        avatar=avatar_of(entry, title),
        icon=edition.icon_of(collection),
        fields=field_views(entry, edition, leave_out=shown | SHOWN_IN_SCHEDULE if times else shown),
        people=people,
        html=finished(text, entry.folder, edition) if text else "",
        body_lang=lang,
        toc=_toc(text),
        sections=_others(sections_of(entry.key, edition), shelves.values()),
        notices=notices(entry, edition),
        start=dated.time,
        leaf=dated.leaf,
        end=dated.end,
        schedule=times,
        source=entry.span.path,
        previous=around.previous,
        next=around.next,
        children=around.children,
        reach=reach_of(entry, edition),
        way=way_of(entry, collection, edition),
        shelves=shelves,
        reviews=reviews_of(entry, edition),
        route=route_of(entry, edition),
        milestones=milestones_of(entry, collection, edition),
        doorway=doorway_of(entry, edition),
        edit=edit_link(entry, edition),
        edit_form=edit_form_link(entry, edition),
    )


def _body(entry: Entry, collection: Collection) -> Markdown | None:
    field = collection.body_field
    value = entry.values.get(field.name) if field else None
    return value if isinstance(value, Markdown) else None


def _own_summary(entry: Entry, collection: Collection) -> str:
    value = entry.values.get(collection.summary_field) if collection.summary_field else None
    return value if isinstance(value, str) else ""


def _shown_elsewhere(entry: Entry, collection: Collection) -> frozenset[str]:
    body = collection.body_field
    pictures = collection.fields_of_kind("image")
    shown = {collection.title_field, collection.start_field, *(each.name for each in pictures)}
    if body is not None:
        shown.add(body.name)
    if _own_summary(entry, collection):
        shown.add(collection.summary_field)
    if entry.collection == "mentors":
        shown |= SHOWN_IN_REACH
    return frozenset(shown)


def _toc(text: Markdown | None) -> tuple[TocEntry, ...]:
    headings = text.headings if text else ()
    return tuple(TocEntry(each.level, each.anchor, each.text) for each in headings)


def sections_of(key: Key, edition: Edition) -> tuple[Section, ...]:
    """What points to the entry, under the names that the schema gives to the other end."""
    by_label: dict[tuple[str, str], list[Key]] = {}
    for link in edition.hub.backlinks.get(key, ()):
        if link.label:
            by_label.setdefault((_collection_of(link), link.label), []).append(link.source)
    order = {name: place for place, name in enumerate(edition.hub.collections)}
    groups = sorted(by_label.items(), key=lambda group: (order[group[0][0]], group[0][1]))
    return tuple(
        Section(
            name=f"{collection}-{label.lower().replace(' ', '-')}",
            label=edition.inverse_label(label),
            cards=cards(_in_list_order(collection, keys, edition), edition),
            layout=layout_of(edition.hub.collections[collection]),
            icon=edition.icon_of(edition.hub.collections[collection]),
            calendar=calendar_of(key, edition.hub.collections[collection], edition),
        )
        for (collection, label), keys in groups
    )


def _others(sections: Iterable[Section], shelves: Iterable[Section]) -> tuple[Section, ...]:
    """The sections without what the entry itself names: a program's sessions name the program, too."""
    named = {card.key for shelf in shelves for card in shelf.cards}
    kept = (
        replace(each, cards=tuple(card for card in each.cards if card.key not in named))
        for each in sections
    )
    return tuple(each for each in kept if each.cards)


def _collection_of(link: Backlink) -> str:
    return link.source.partition("/")[0]


def _in_list_order(collection: str, keys: Iterable[Key], edition: Edition) -> list[Key]:
    """As the directory shows them, then those that it no longer does."""
    wanted = set(keys)
    listed = edition.desk.in_list_order(wanted).get(collection, [])
    return listed + sorted(wanted - set(listed))


def _breadcrumbs(entry: Entry, collection: Collection, edition: Edition) -> tuple[Link, ...]:
    ancestors = tuple(_ancestors(entry, edition))
    if collection.listed:
        way = Link(edition.label_of(collection), edition.directory_url(collection))
        return (home_link(edition), way, *ancestors)
    return (home_link(edition), *ancestors)


def _ancestors(entry: Entry, edition: Edition) -> list[Link]:
    """The parents of a plain page, topmost first; a circle, which is reported, ends the climb."""
    links: list[Link] = []
    seen = {entry.key}
    parent = entry.values.get("parent")
    while isinstance(parent, Target) and parent.key in edition.hub.entries:
        if parent.key in seen:
            break
        seen.add(parent.key)
        links.insert(0, edition.link(parent))
        parent = edition.hub.entries[parent.key].values.get("parent")
    return links


class Neighbours(Struct, frozen=True):
    """Where one can go from an entry that stands between others."""

    children: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None


def _neighbours(entry: Entry, collection: Collection, edition: Edition) -> Neighbours:
    """For plain pages: the pages below, and its siblings before and after; for what is ordered by day: the days around."""
    if "parent" in collection.fields:
        return _relatives(entry, edition)
    order = collection.fields.get(collection.sort.removeprefix("-"))
    dated = collection.start_field or collection.deadline_field
    if order is None or order.kind != "date" or dated:
        return Neighbours()
    before, after = edition.desk.beside(entry.key)
    earlier, later = (after, before) if collection.sort.startswith("-") else (before, after)
    return Neighbours(
        previous=_way(earlier, edition) if earlier else None,
        next=_way(later, edition) if later else None,
    )


def _relatives(entry: Entry, edition: Edition) -> Neighbours:
    parent = entry.values.get("parent")
    siblings = edition.desk.below(parent.key) if isinstance(parent, Target) else ()
    place = siblings.index(entry.key) if entry.key in siblings else len(siblings)
    return Neighbours(
        children=tuple(_way(key, edition) for key in edition.desk.below(entry.key)),
        previous=_way(siblings[place - 1], edition) if 0 < place < len(siblings) else None,
        next=_way(siblings[place + 1], edition) if place + 1 < len(siblings) else None,
    )


def _way(key: Key, edition: Edition) -> Link:
    return Link(edition.title(key), edition.entry_url(key), edition.content_lang(key))


def modified_on(entry: Entry) -> str:
    """The last day that the entry itself names as one of change; empty when it names none."""
    days = (
        entry.values.get(name)
        for name in ("confirmed", "reviewed", "checked", "date", "posted", "published")
    )
    return max((day.isoformat() for day in days if isinstance(day, date)), default="")
