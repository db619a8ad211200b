"""The straight line from a folder of content to the plan of a site, and from there to its files."""

from dataclasses import dataclass

from hubgen.config.loading import load_site
from hubgen.config.site import Site
from hubgen.incremental.manifest import Manifest
from hubgen.incremental.press import Press, Published
from hubgen.model.hub import Hub
from hubgen.model.plan import Plan
from hubgen.stages.discover import discover_stamped
from hubgen.stages.link import link
from hubgen.stages.media import MediaShop
from hubgen.stages.plan import plan
from hubgen.stages.render import Renderer
from hubgen.stages.write import OutputFolder
from hubgen.theme import Theme
from hubgen.workshop import Workshop
from hubgen.workshop.indexing import indexer_for
from hubgen.workshop.reading import read_entries, read_removed
from hubgen.workshop.static_files import static_files
from hubgen.workshop.theming import theme_for


@dataclass(frozen=True, slots=True)
class Prepared:
    """A site that is planned to the last file, and not yet made."""

    site: Site
    theme: Theme
    hub: Hub
    plan: Plan
    renderer: Renderer


def prepare(shop: Workshop) -> Prepared:
    """Everything up to the plan: what `check` looks at, and what `build` goes on from."""
    with shop.watch.stage("settings"):
        site = load_site(shop.folder, shop.report)
        shop.report.weigh({"HG203": site.skills.unknown, **site.severities})
        theme = theme_for(site, shop)
    with shop.watch.stage("discover"):
        known, now = shop.memory.stamps, shop.started_ns
        found = discover_stamped(shop.folder, site, known, shop.report, now_ns=now)
        shop.memory.keep_stamps(found.stamps)
    with shop.watch.stage("read"):
        entries = read_entries(found.sources, site, shop)
        removed = read_removed(shop)
    with shop.watch.stage("link"):
        hub = link(entries, removed, site, shop.options, shop.report)
    with shop.watch.stage("plan"):
        media = MediaShop(shop.folder, shop.store, site.image_widths, shop.report)
        static = static_files(site, shop)
        planned = plan(
            *(hub, site, theme, shop.options, media),
            static=static,
            indexer=indexer_for(shop),
            report=shop.report,
        )
    base_url = shop.options.base_url or site.base_url
    return Prepared(site, theme, hub, planned, Renderer(theme, base_url))


def publish(
    prepared: Prepared, folder: OutputFolder, manifest: Manifest, shop: Workshop
) -> tuple[Published, ...]:
    """The plan's files in their folder, and what became of each; files of earlier builds stay until they are pruned."""
    press = Press(prepared.renderer, prepared.plan, folder, manifest)
    folder.open([*prepared.plan.pages, *prepared.plan.assets])
    with shop.watch.stage("assets"):
        assets = [press.asset(asset) for asset in prepared.plan.assets.values()]
    with shop.watch.stage("render"):
        pages = shop.each(press.page, tuple(prepared.plan.pages.values()))
    return (*assets, *pages)
