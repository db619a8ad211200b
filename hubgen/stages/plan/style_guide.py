"""The style guide: every part of the theme alone, for those who make or mend one. Where a hub asks for it."""

from collections.abc import Iterator
from itertools import chain

from hubgen.model.entry import Entry
from hubgen.model.plan import Page
from hubgen.model.views import (
    Avatar,
    CardView,
    Chip,
    FieldView,
    HtmlView,
    Link,
    PageLink,
    Pagination,
    People,
    Person,
    Section,
    StyleGuideView,
)
from hubgen.stages.plan.cards import cards, layout_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.faces import PATTERNS, initials
from hubgen.stages.plan.fields import field_views
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.theme.tokens import SCHEMES, read_tokens
from hubgen.theme.values import Theme

OPTION = "style_guide"
"""The theme's option with which a hub asks for the page."""
PATH = "style-guide/"
TEMPLATE = "pages/style-guide.html"
RELATIONS = ("about", "offers", "seeks", "match")
CARDS = 4
"""How many of a collection show how they stand together."""


def style_guide_pages(room: Newsroom) -> Iterator[Page]:
    """The style guide of every edition, which search engines are not told of; nothing where nobody asked for it."""
    theme = room.desk.theme
    if theme.options.get(OPTION) is True and theme.has(TEMPLATE):
        for edition in room.editions:
            yield Page(
                url=edition.prefix + PATH,
                renderer="html",
                view=style_guide,
                template=TEMPLATE,
                locale=edition.locale,
                sources=("site.yaml",),
            )


def style_guide(edition: Edition) -> HtmlView:
    """All that the page shows."""
    title = edition.say("style.title")
    description = edition.say("style.description")
    sections = tuple(_sections(edition))
    shown = tuple(chain.from_iterable(each.cards for each in sections))
    dated = next((card for card in shown if card.start), None)
    return HtmlView(
        head(
            title,
            PATH,
            edition,
            description=description,
            breadcrumbs=(home_link(edition),),
            noindex=True,
        ),
        StyleGuideView(
            title=title,
            description=description,
            colours=_colours(edition.desk.theme),
            icons=tuple(edition.desk.theme.icons),
            chips=_chips(edition),
            sections=sections,
            people=_people(shown, edition),
            fields=_fields(edition),
            avatars=tuple(Avatar(initials(title), each) for each in range(PATTERNS)),
            moment=dated.start if dated else None,
            leaf=dated.leaf if dated else None,
            links=tuple(each.more for each in sections if each.more),
            pagination=_pagination(edition),
            letters=tuple(PageLink(letter, "#main", current=letter == "B") for letter in "ABC"),
        ),
    )


def _colours(theme: Theme) -> tuple[str, ...]:
    sheet = theme.assets.get("css/site.css")
    tokens = read_tokens(sheet.data.decode("utf-8") if sheet else "")
    return tuple(
        name for name in tokens.values if all(tokens.colour(name, scheme) for scheme in SCHEMES)
    )


def _chips(edition: Edition) -> tuple[Chip, ...]:
    uses = edition.hub.uses
    most = max(sorted(edition.hub.skills), key=lambda slug: len(uses.get(slug, ())), default="")
    if not most:
        return ()
    name, url = edition.skill_name(most), edition.skill_url(most)
    return (*(Chip(name, url, relation) for relation in RELATIONS), Chip(name, url, "about", 12))


def _sections(edition: Edition) -> Iterator[Section]:
    for collection in edition.desk.collections:
        keys = edition.desk.listed_keys(collection.name)[:CARDS]
        if collection.name != "skills":
            label = edition.label_of(collection)
            yield Section(
                name=collection.name,
                label=label,
                cards=cards(keys, edition),
                more=Link(label, edition.directory_url(collection)),
                layout=layout_of(collection),
                icon=collection.icon,
            )


def _people(shown: tuple[CardView, ...], edition: Edition) -> People | None:
    known = next((card for card in shown if card.avatar or card.picture), None)
    if known is None:
        return None
    somebody = Person(
        known.title, known.url, known.lang, known.summary, known.picture, known.avatar
    )
    return People("people", edition.say("style.people"), (somebody, Person(known.title)))


def _fields(edition: Edition) -> tuple[FieldView, ...]:
    """Of the entry that says most in short."""
    listed = chain.from_iterable(
        edition.desk.listed(each.name) for each in edition.desk.collections if each.name != "skills"
    )
    most: Entry | None = max(listed, key=lambda entry: len(entry.values), default=None)
    views = field_views(most, edition, leave_out=frozenset()) if most else {}
    return tuple(each for each in views.values() if not (each.html or each.is_long or each.records))


def _pagination(edition: Edition) -> Pagination:
    here = edition.address(PATH)
    pages = [PageLink(str(number), here, current=number == 2) for number in (1, 2, 3)]
    return Pagination((*pages, PageLink("…", ""), PageLink("9", here)), here, here)
