"""Prepare a hub again after edits, doing as little again as they demand; the result is as if everything had been done.

For whoever keeps a hub in memory while people edit it. What an edit demands is decided by the files it touched, then by
what it changed in them: words alone, content, the theme, or anything else.
"""

from collections.abc import Iterable, Mapping
from itertools import chain

from msgspec.structs import replace

from hubgen.incremental.records import FileRecord
from hubgen.model.entry import Key
from hubgen.pipeline import prepare, prepare_content, prepare_plan
from hubgen.prepared import Prepared
from hubgen.stages.link.rewording import Rewording, reword, rewording
from hubgen.stages.plan.copies import static_assets
from hubgen.stages.plan.rewording import reworded
from hubgen.workshop import Workshop
from hubgen.workshop.entry_files import entry_files
from hubgen.workshop.reading import FileReadings, read_again
from hubgen.workshop.theming import theme_for

CONTENT = "content/"
THEMES = "themes/"


def prepare_again(before: Prepared, changed: Iterable[str], shop: Workshop) -> Prepared:
    """The hub after an edit of these files, named relative to the hub; on another day, everything is done again."""
    paths = tuple(changed)
    if before.options != shop.options:
        return prepare(shop)
    if paths and all(path.startswith(CONTENT) for path in paths):
        shop.weigh(before.site)
        shop.repeat(before.said, "settings", "theme")
        return _with_words(before, paths, shop) or prepare_content(before.site, before.theme, shop)
    if paths and all(path.startswith(THEMES) for path in paths):
        return _with_theme(before, shop)
    return prepare(shop)


def _with_theme(before: Prepared, shop: Workshop) -> Prepared:
    """Another theme: the hub stays, its pages are planned anew."""
    shop.weigh(before.site)
    shop.repeat(before.said, "settings")
    with shop.stage("theme"):
        theme = theme_for(before.site, shop)
    shop.repeat(before.said, "discover", "read", "link")
    return prepare_plan(before.site, theme, before.readings, before.hub, shop)


def _with_words(before: Prepared, paths: tuple[str, ...], shop: Workshop) -> Prepared | None:
    """Only words are others: they are put into their places. None where more has changed."""
    known = before.readings
    if not all(path in known.records for path in paths) or _was_said_of(paths, before):
        return None
    records = {path: read_again(known.sources[path], before.site, shop) for path in paths}
    edits = _rewordings(before, records)
    if edits is None:
        return None
    hub, keys = reword(before.hub, edits)
    plan = reworded(before.plan, hub, keys)
    before.renderer.forget_cards()
    readings = FileReadings(known.sources, {**known.records, **records})
    forms = entry_files(hub, readings, before.site, shop.folder, near={*keys, *_keys(records)})
    fresh = {asset.url: asset for asset in static_assets(forms, before.site.static)}
    plan = replace(plan, assets={**plan.assets, **fresh})
    shop.repeat(before.said, "discover")
    with shop.stage("read"):
        shop.report.include(readings.diagnostics)
    shop.repeat(before.said, "link", "plan")
    return replace(before, readings=readings, hub=hub, plan=plan, said=dict(shop.said))


def _keys(records: Mapping[str, FileRecord]) -> set[Key]:
    return {entry.key for record in records.values() for entry in record.entries}


def _was_said_of(paths: tuple[str, ...], before: Prepared) -> bool:
    """Whether a stage that sees the whole hub had something to say of these files: its lines may have moved."""
    said = chain.from_iterable(before.said[stage] for stage in ("discover", "link", "plan"))
    places = chain.from_iterable(
        (each.span, *(other.span for other in each.related)) for each in said
    )
    return any(place.path in paths for place in places)


def _rewordings(
    before: Prepared, records: Mapping[str, FileRecord]
) -> tuple[Rewording, ...] | None:
    """What changed in these files; None where it isn't words alone."""
    found: list[Rewording] = []
    for path, record in records.items():
        earlier = before.readings.records[path].entries
        if not record.digest or len(earlier) != len(record.entries):
            return None
        for old, new in zip(earlier, record.entries, strict=True):
            each = rewording(old, new, before.site)
            if each is None:
                return None
            found.append(each)
    return tuple(found)
