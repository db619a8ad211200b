"""The straight line from a folder of content to the plan of a site, and from there to its files."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from hubgen.config.site import Site
from hubgen.incremental.press import LastTime, Press, Published
from hubgen.model.hub import Hub
from hubgen.prepared import Prepared
from hubgen.stages.discover import discover_stamped
from hubgen.stages.link import link
from hubgen.stages.media import MediaShop
from hubgen.stages.plan import StaticFile, plan
from hubgen.stages.plan.noting import noting
from hubgen.stages.render import Renderer
from hubgen.stages.write import OutputFolder
from hubgen.theme import Theme
from hubgen.workshop import Workshop
from hubgen.workshop.entry_files import entry_files
from hubgen.workshop.reading import FileReadings, read_files, read_removed
from hubgen.workshop.settings import settings_of
from hubgen.workshop.static_files import static_files
from hubgen.workshop.theming import theme_for


def prepare(shop: Workshop) -> Prepared:
    """Everything up to the plan: what `check` looks at, and what `build` goes on from."""
    with shop.stage("settings"):
        site = settings_of(shop, shop.report)
        shop.weigh(site)
    with shop.stage("theme"):
        theme = theme_for(site, shop)
    return prepare_content(site, theme, shop)


def prepare_content(site: Site, theme: Theme, shop: Workshop) -> Prepared:
    """The content, under settings and a theme that are known already."""
    with shop.stage("discover"):
        known, now = shop.memory.stamps, shop.started_ns
        found = discover_stamped(shop.folder, site, known, shop.report, now_ns=now)
        shop.memory.keep_stamps(found.stamps)
    with shop.stage("read"):
        readings = read_files(found.sources, site, shop)
    with shop.stage("link"):
        removed = read_removed(shop)
        hub = link(readings.entries, removed, site, shop.options, shop.report)
    return prepare_plan(site, theme, readings, hub, shop)


def prepare_plan(
    site: Site, theme: Theme, readings: FileReadings, hub: Hub, shop: Workshop
) -> Prepared:
    """The plan of a hub that is linked already."""
    with shop.stage("plan"):
        media = MediaShop(shop.folder, shop.store, site.image_widths, shop.report)
        of_entries = entry_files(hub, readings, site, shop.folder)
        static: Iterator[StaticFile] = chain(static_files(site, shop), of_entries)
        planned = plan(
            *(hub, site, theme, shop.options, media),
            static=static,
            indexes=shop.indexes,
            report=shop.report,
        )
    renderer = Renderer(theme, shop.options.base_url or site.base_url)
    return Prepared(site, theme, readings, hub, planned, renderer, shop.options, dict(shop.said))


def publish(
    prepared: Prepared, folder: OutputFolder, last: LastTime, shop: Workshop
) -> tuple[Published, ...]:
    """The plan's files in their folder, and what became of each; files of earlier builds stay until they are pruned."""
    press = Press(prepared.renderer, *noting(prepared.plan), folder, last)
    folder.open([*prepared.plan.pages, *prepared.plan.assets])
    with shop.stage("assets"):
        assets = [press.asset(asset) for asset in prepared.plan.assets.values()]
    with shop.stage("render"):
        standing, others = press.sort(prepared.plan.pages.values())
        pages = shop.each(press.page, others, kin=attrgetter("kin"))
    return (*assets, *standing, *pages)
