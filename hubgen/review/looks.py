"""How an added entry will look: what its card and its page say, as text."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Hub, SkillTarget, is_unlisted
from hubgen.review.entries import is_private, title_of
from hubgen.review.words import addresses, plain


@dataclass(frozen=True, slots=True)
class Look:
    """An added entry, as visitors will see it."""

    key: Key
    path: str
    locale: str
    title: str
    url: str
    """Of its page, relative to the site's root; empty: it gets none."""
    state: str
    """`listed`, `unlisted`, `not published`, `a translation`"""
    summary: str
    skills: tuple[str, ...]
    links: tuple[str, ...]
    text: str
    """The beginning of its own text."""


def look_of(entry: Entry, hub: Hub, language: str) -> Look:
    """What the hub makes of the entry."""
    collection = hub.collections[entry.collection]
    is_own = entry.locale == language
    shown = (
        hub.entries.get(entry.key) if is_own else hub.translations.get((entry.key, entry.locale))
    )
    seen = shown or entry
    body = collection.body_field
    published = [
        each.name
        for each in collection.fields.values()
        if not each.internal and not is_private(each, seen)
    ]
    return Look(
        key=entry.key,
        path=entry.span.path,
        locale=entry.locale,
        title=title_of(seen, hub.collections),
        url=collection.url.replace("{slug}", entry.slug) if shown and is_own else "",
        state=_state(shown, is_own=is_own),
        summary=plain(seen.values.get(collection.summary_field)),
        skills=tuple(dict.fromkeys(_skills(seen, hub))),
        links=tuple(dict.fromkeys(addresses(tuple(seen.values.get(name) for name in published)))),
        text=plain(seen.values.get(body.name)) if body is not None else "",
    )


def _state(shown: Entry | None, *, is_own: bool) -> str:
    if shown is None:
        return "not published"
    if not is_own:
        return "a translation"
    return "unlisted" if is_unlisted(shown) else "listed"


def _skills(entry: Entry, hub: Hub) -> Iterator[str]:
    for value in entry.values.values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, SkillTarget) and each.slug in hub.skills:
                yield hub.skills[each.slug].name
