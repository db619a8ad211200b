"""One page of each type that a hub has: what screenshots show, and what every check of looks and access is run over.

The types come from the plan, so a new kind of page is looked at without anybody listing it. Of the entries of a type, the
one that says most about itself is taken, because it shows most; an event is looked at before, after and as a series.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from hubgen.model.addresses import entry_address
from hubgen.model.entry import Entry
from hubgen.model.hub import Hub, Target
from hubgen.model.plan import Page
from hubgen.prepared import Prepared
from hubgen.stages.plan.moments import is_over

PEOPLE = frozenset({"members", "mentors"})


def page_types(prepared: Prepared, today: date) -> dict[str, str]:
    """The address of one page by type, such as `members/ada/` for `member`, in the hub's own language; sorted by type."""
    hub = prepared.hub
    entries = {
        entry_address(entry, hub.collections[entry.collection]): entry
        for entry in hub.entries.values()
        if entry.collection != "skills"
    }
    best: dict[str, tuple[int, str]] = {}
    for page in prepared.plan.pages.values():
        if page.renderer == "html" and page.locale == prepared.site.language:
            entry = entries.get(page.url)
            types = _entry_types(entry, hub, today) if entry else _other_types(page, hub, today)
            for name, weight in types:
                if name not in best or weight > best[name][0]:
                    best[name] = (weight, page.url)
    return {name: best[name][1] for name in sorted(best)}


def _entry_types(entry: Entry, hub: Hub, today: date) -> Iterator[tuple[str, int]]:
    """The types that the entry is of, each with how much it has to show."""
    collection = hub.collections[entry.collection]
    name = collection.singular
    if entry.collection in PEOPLE:
        name += "-with-photo" if _has_photo(entry, hub) else "-without-photo"
    elif entry.values.get("recurrence"):
        name += "-recurring"
    elif collection.start_field:
        name += "-past" if is_over(entry, collection, today) else "-upcoming"
    yield name, len(entry.values)


def _other_types(page: Page, hub: Hub, today: date) -> Iterator[tuple[str, int]]:
    template = page.template.removeprefix("pages/").removesuffix(".html").replace("/", "-")
    first, _, rest = page.url.strip("/").partition("/")
    if template == "skill":
        yield template, len(hub.uses.get(rest, ()))
    elif template == "message":
        yield ("missing" if page.url == "404.html" else "removed"), 0
    elif template.endswith("directory"):
        yield f"{first}-directory{'-more' if rest else ''}", 0
    else:
        # Of the pages of a calendar, this month's.
        yield template, int(page.url.endswith(f"/{today:%Y-%m}/"))


def _has_photo(entry: Entry, hub: Hub) -> bool:
    """Its own, or that of the member whom it is about."""
    member = entry.values.get("member")
    about = hub.entries.get(member.key) if isinstance(member, Target) else None
    values: Mapping[str, object] = about.values if about else {}
    return "image" in entry.values or "image" in values
