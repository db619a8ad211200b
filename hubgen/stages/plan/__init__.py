"""Plan: every file of the site as data, before any is made."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from hubgen.config.site import Site
from hubgen.diagnostics import Report
from hubgen.model.hub import Hub
from hubgen.model.options import BuildOptions
from hubgen.model.plan import Page, Plan
from hubgen.stages.plan.calendar.agenda_pages import agenda_pages
from hubgen.stages.plan.calendar.files import calendar_files
from hubgen.stages.plan.calendar.month_pages import month_pages
from hubgen.stages.plan.calendar.past_pages import past_pages
from hubgen.stages.plan.claims import Claims
from hubgen.stages.plan.contribute_pages import contribute_pages
from hubgen.stages.plan.copies import static_assets, theme_assets
from hubgen.stages.plan.crawler_files import crawler_files
from hubgen.stages.plan.desk import Desk, Media, StaticFile
from hubgen.stages.plan.directory_pages import directory_pages
from hubgen.stages.plan.due import next_due
from hubgen.stages.plan.entry_pages import entry_pages
from hubgen.stages.plan.feed_pages import feed_pages
from hubgen.stages.plan.finder_pages import finder_pages
from hubgen.stages.plan.frames import frame
from hubgen.stages.plan.home_page import home_pages
from hubgen.stages.plan.host_files import host_files
from hubgen.stages.plan.media import plan_media
from hubgen.stages.plan.newsroom import Newsroom, open_newsroom
from hubgen.stages.plan.old_addresses import missing_pages, redirect_pages, removed_pages
from hubgen.stages.plan.search.engines import engine_of
from hubgen.stages.plan.search.pages import search_pages
from hubgen.stages.plan.skill_pages import skill_pages
from hubgen.stages.plan.style_guide import style_guide_pages
from hubgen.theme.values import Theme

__all__ = ["PLANNERS", "Media", "StaticFile", "plan"]

PLANNERS: dict[str, Callable[[Newsroom], Iterator[Page]]] = {
    "home": home_pages,
    "directories": directory_pages,
    "agendas": agenda_pages,
    "months": month_pages,
    "past": past_pages,
    "entries": entry_pages,
    "skills": skill_pages,
    "search": search_pages,
    "finder": finder_pages,
    "feeds": feed_pages,
    "calendar files": calendar_files,
    "style guide": style_guide_pages,
    "removed": removed_pages,
    "missing": missing_pages,
    "contribute": contribute_pages,
}
"""What makes pages: a new kind of page is one file and one line here."""


def plan(
    hub: Hub,
    site: Site,
    theme: Theme,
    options: BuildOptions,
    media: Media,
    *,
    static: Iterable[StaticFile],
    indexes: bool,
    report: Report,
) -> Plan:
    """Every file of the site as of `options.today`; two that want one address are in the report.

    `indexes`: whether a large hub's search gets an index.
    """
    pictures, files = plan_media(hub, media, site.static, report)
    base_url = options.base_url or site.base_url
    desk = Desk(
        *(hub, site, theme, options.today, base_url),
        pictures=pictures,
        files=files,
    )
    room = open_newsroom(desk.searched(engine_of(desk, indexes=indexes)))
    claims = Claims(report)
    claims.take_pages(chain.from_iterable(planner(room) for planner in PLANNERS.values()))
    claims.take_pages(crawler_files(room, tuple(claims.pages.values())))
    claims.take_assets(chain(theme_assets(theme), media.assets()))
    own = tuple(static_assets(static, site.static))
    claims.take_assets(own)
    claims.take_pages(host_files(desk.base_path, (asset.url for asset in own)))
    claims.take_contributed(redirect_pages(room, report))
    return Plan(
        pages=dict(sorted(claims.pages.items())),
        assets=dict(sorted(claims.assets.items())),
        due=next_due(desk),
        frames={edition.locale: frame(edition) for edition in room.editions},
        editions={edition.locale: edition for edition in room.editions},
    )
