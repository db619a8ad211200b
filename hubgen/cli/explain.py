"""`hubgen explain`: what a page is made of, and why the next build makes it again."""

from pathlib import Path
from typing import Any

import click

from hubgen.cli.numbers import counted
from hubgen.cli.options import Call, command, run_options
from hubgen.cli.running import CACHE, OUTPUT, Asked, output_of, reading_run
from hubgen.cli.stopping import FINE, Misuse
from hubgen.diagnostics.rendering.cells import shown
from hubgen.incremental.explain import Explanation, Making, explain, find_page, nearest
from hubgen.incremental.manifest import load_manifest, manifest_path
from hubgen.model.plan import Asset
from hubgen.model.views import ROOT
from hubgen.pipeline import prepare
from hubgen.prepared import Prepared
from hubgen.stages.write import OutputFolder, OutputRefused
from hubgen.workshop import Workshop


@command(
    "explain",
    examples="""
    hubgen explain /members/ada/
    hubgen explain https://example.org/our-hub/events/
    hubgen explain feed.xml --out _preview
    """,
)
@click.argument("url")
@click.option("--out", default=OUTPUT, metavar="DIR", help="The output folder to compare with.")
@run_options
def explain_page(call: Call, url: str, out: str, **given: Any) -> int:
    """Say what the page at URL is made of, and whether the next build makes it again, and why.

    URL is an address of the site, with or without its beginning, or the path of a file in the output folder.
    """
    run = reading_run(call, Asked(**given))
    try:
        prepared = prepare(run.shop)
    finally:
        run.progress.stop()
    base_url = run.shop.options.base_url or prepared.site.base_url
    found = find_page(prepared.plan, url, base_url)
    if found is None:
        close = nearest(prepared.plan, url, base_url)
        advice = f"; did you mean {' or '.join(close)}?" if close else ""
        raise Misuse(f"the site has no page at {url}{advice}")
    if isinstance(found, Asset):
        call.voice.result(
            f"/{found.url}\n  a file that is copied or made as it is: digest {found.digest}"
        )
        return FINE
    making = _making(prepared, run.shop, output_of(run, out))
    call.voice.result("\n".join(_told(explain(found, prepared.theme, making))))
    return FINE


def _making(prepared: Prepared, shop: Workshop, out: Path) -> Making:
    try:
        folder = OutputFolder(out, shop.folder.root)
    except OutputRefused as problem:
        raise Misuse(str(problem)) from problem
    manifest = load_manifest(manifest_path(shop.folder.root / CACHE, out))
    return Making(prepared.renderer, prepared.plan, folder, manifest)


def _told(told: Explanation) -> list[str]:
    page = told.page
    language = f", in '{page.locale}'" if page.locale else ""
    lines = [f"/{page.url}", f"  {page.renderer} file {page.path}{language}", "", "made from"]
    lines += [f"  {path}" for path in page.sources] or ["  the hub as a whole"]
    if told.templates:
        lines += ["", f"{counted(len(told.templates), 'template')}"]
        lines += [f"  {name}  {path}" for name, path in told.templates]
    lines += [
        "",
        f"view of {told.size:,} bytes",
        *(f"  {shown(line.replace(ROOT, '/'))}" for line in told.view),
        "",
    ]
    if not told.reasons:
        return [*lines, "the next build leaves it as it is: nothing that it depends on has changed"]
    return [*lines, "the next build makes it again", *(f"  {reason}" for reason in told.reasons)]
