"""A page for each skill: who offers it, who seeks it, and what the hub has about it."""

from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import urlsplit

from msgspec.structs import replace

from hubgen.model.entry import Key
from hubgen.model.hub import Skill
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.values import Markdown
from hubgen.model.views import HtmlView, Link, Section, SkillIndexView, SkillView
from hubgen.stages.plan.bodies import finished
from hubgen.stages.plan.calendar.related import calendar_of_skill
from hubgen.stages.plan.cards import cards, layout_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.letters import letter_of
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.text.names import fold

SHOWN_OF_EACH = 96
"""Cards in one section; the rest is in the collection's directory."""


def skill_pages(room: Newsroom) -> Iterator[Page]:
    """A page for each skill that is named anywhere, and the index of all."""
    for edition in room.editions:
        if not room.desk.hub.skills:
            continue
        yield Page(
            url=f"{edition.prefix}skills/",
            renderer="html",
            view=skill_index,
            template="pages/skills.html",
            locale=edition.locale,
            sources=("content/skills.yaml",),
            index=True,
        )
        for skill in room.desk.hub.skills.values():
            key = f"skills/{skill.slug}"
            yield Page(
                url=f"{edition.prefix}skills/{skill.slug}/",
                renderer="html",
                view=partial(skill_page, skill),
                template="pages/skill.html",
                locale=edition.locale,
                sources=(skill.span.path,),
                span=skill.span,
                index=skill.known and edition.is_translated(key),
            )


def skill_index(edition: Edition) -> HtmlView:
    """All skills by letter, each with how many entries name it."""
    collection = edition.hub.collections.get("skills")
    title = edition.label_of(collection) if collection else edition.say("nav.skills")
    groups: dict[str, list[Link]] = {}
    for name, slug in sorted((edition.skill_name(slug), slug) for slug in edition.hub.skills):
        count = len(edition.hub.uses.get(slug, ()))
        groups.setdefault(letter_of(name), []).append(
            Link(name, edition.skill_url(slug), count=count)
        )
    ordered = sorted(groups.items(), key=lambda group: group[0])
    return HtmlView(
        head(title, "skills/", edition, breadcrumbs=(home_link(edition),), section="skills"),
        SkillIndexView(
            title=title,
            description=edition.description_of(collection) if collection else "",
            description_lang=edition.description_lang(collection) if collection else "",
            groups=tuple(
                (letter, tuple(sorted(links, key=lambda link: fold(link.label))))
                for letter, links in ordered
            ),
        ),
    )


def skill_page(skill: Skill, edition: Edition) -> HtmlView:
    """All that the hub knows of one skill."""
    key = f"skills/{skill.slug}"
    title = edition.skill_name(skill.slug)
    index = Link(edition.say("nav.skills"), edition.address("skills/"))
    return HtmlView(
        head(
            title,
            f"skills/{skill.slug}/",
            edition,
            description=_plain_description(key, edition),
            breadcrumbs=(home_link(edition), index),
            section="skills",
            key=key if key in edition.hub.entries else "",
            noindex=not skill.known,
        ),
        SkillView(
            slug=skill.slug,
            title=title,
            aliases=skill.aliases,
            html=_description(key, edition),
            broader=_links(skill.broader, edition),
            narrower=_links(_narrower(skill, edition), edition),
            related=_links(skill.related, edition),
            same_as=_same_as(key, edition),
            offers=tuple(_sections(skill, "offers", edition)),
            seeks=tuple(_sections(skill, "seeks", edition)),
            about=tuple(_sections(skill, "about", edition)),
            known=skill.known,
            lang=edition.content_lang(key) if key in edition.hub.entries else "",
        ),
    )


def _sections(skill: Skill, relation: str, edition: Edition) -> Iterator[Section]:
    """Those who stand so to the skill, by collection."""
    uses = edition.hub.uses.get(skill.slug, ())
    wanted = edition.desk.in_list_order(use.key for use in uses if use.relation == relation)
    for name, keys in wanted.items():
        collection = edition.hub.collections[name]
        if collection.listed:
            section = _section(relation, collection, keys, edition)
            yield replace(section, calendar=calendar_of_skill(skill.slug, collection))


def _section(relation: str, collection: Collection, keys: list[Key], edition: Edition) -> Section:
    label = edition.label_of(collection)
    more = Link(label, edition.directory_url(collection), count=len(keys))
    return Section(
        name=f"{relation}-{collection.name}",
        label=edition.say(f"skill.section.{relation}", collection=label),
        cards=cards(keys[:SHOWN_OF_EACH], edition),
        more=more if len(keys) > SHOWN_OF_EACH else None,
        layout=layout_of(collection),
        icon=edition.icon_of(collection),
    )


def _links(slugs: Iterable[str], edition: Edition) -> tuple[Link, ...]:
    links = (Link(edition.skill_name(slug), edition.skill_url(slug)) for slug in slugs)
    return tuple(sorted(links, key=lambda link: fold(link.label)))


def _narrower(skill: Skill, edition: Edition) -> tuple[str, ...]:
    return edition.desk.narrower.get(skill.slug, ())


def _description(key: Key, edition: Edition) -> str:
    text = _text(key, edition)
    return finished(text, edition.entry(key).folder, edition) if text else ""


def _plain_description(key: Key, edition: Edition) -> str:
    text = _text(key, edition)
    return text.text if text else ""


def _text(key: Key, edition: Edition) -> Markdown | None:
    if key not in edition.hub.entries:
        return None
    value = edition.entry(key).values.get("description")
    return value if isinstance(value, Markdown) else None


def _same_as(key: Key, edition: Edition) -> tuple[Link, ...]:
    """The same skill in vocabularies of the world."""
    if key not in edition.hub.entries:
        return ()
    urls = edition.hub.entries[key].values.get("same_as", ())
    return tuple(Link(urlsplit(url).netloc, url, external=True) for url in urls)
