"""Build a hub into a folder: only what changed, and nothing when it can't be published."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from hubgen.building.lock import build_lock
from hubgen.incremental.inputs import input_names, inputs_digest
from hubgen.incremental.manifest import (
    Made,
    Manifest,
    load_manifest,
    manifest_path,
    save_manifest,
)
from hubgen.incremental.press import Published, ground_key
from hubgen.pipeline import Prepared, prepare, publish
from hubgen.stages.write import OutputFolder
from hubgen.workshop import Workshop
from hubgen.workshop.theming import packaged_themes

PATIENCE = 60.0
"""Seconds that a second build waits for the first."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What is asked of one build, beside what its workshop says."""

    out: Path
    now_ns: int
    """The moment at which the build began, to tell how far the times of files can be trusted."""
    clean: bool = False
    """Forget earlier builds, and make every file again."""
    strict: bool = False
    """Warnings keep the hub from being published, too."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did."""

    published: bool
    """False when errors kept the site from being written, or a page from being made."""
    rendered: int = 0
    """Pages; files that are no pages are only `written`."""
    unchanged: int = 0
    """Pages that stand as an earlier build left them."""
    written: int = 0
    removed: int = 0
    skipped: bool = False
    """Nothing that the site depends on had changed, so nothing was even looked at."""
    pages: tuple[str, ...] = ()
    """The paths of the rendered ones, sorted."""
    slowest: tuple[tuple[str, int, float], ...] = ()
    """Templates with their number of pages and their seconds, slowest first."""


def build_site(request: BuildRequest, shop: Workshop) -> BuildResult:
    """Bring the output folder to what the hub's content says; raises OutputRefused, AlreadyBuilding, Unwritable."""
    with build_lock(shop.cache, PATIENCE):
        folder = OutputFolder(request.out, shop.folder.root)
        account = _account_path(request, shop)
        manifest = Manifest() if request.clean or account is None else load_manifest(account)
        inputs = inputs_digest(_input_places(manifest, shop), shop.options, request.now_ns)
        if manifest.holds(inputs, shop.options.today) and _all_there(manifest, folder):
            shop.report.include(manifest.diagnostics)
            fine = not (request.strict and shop.report.has_warnings)
            pages = sum(bool(made.ground) for made in manifest.made.values())
            return BuildResult(published=fine, unchanged=pages, skipped=True)
        if request.clean:
            folder.clear()
        prepared = prepare(replace(shop, started_ns=request.now_ns))
        if shop.report.has_errors or (request.strict and shop.report.has_warnings):
            return BuildResult(published=False)
        results = publish(prepared, folder, manifest, shop)
        return _finish(results, _Ending(prepared, folder, manifest, inputs, account), shop)


@dataclass(frozen=True, slots=True)
class _Ending:
    """What is needed to bring a build to its end."""

    prepared: Prepared
    folder: OutputFolder
    before: Manifest
    inputs: str
    account: Path | None


def _finish(results: tuple[Published, ...], ending: _Ending, shop: Workshop) -> BuildResult:
    for result in results:
        shop.report.include(result.diagnostics)
    removed = ending.folder.prune(result.path for result in results)
    failed = [result.path for result in results if result.made is None]
    rendered = sum(result.rendered for result in results)
    if ending.account is not None:
        save_manifest(ending.account, _account(results, ending, shop, whole=not failed))
        shop.memory.save()
    return BuildResult(
        published=not failed,
        rendered=rendered,
        unchanged=sum(bool(result.ground) for result in results) - rendered - len(failed),
        written=sum(result.written for result in results),
        removed=removed,
        pages=tuple(sorted(result.path for result in results if result.rendered)),
        slowest=_slowest(results),
    )


def _input_places(manifest: Manifest, shop: Workshop) -> tuple[Path, ...]:
    """What the last build's site was made from: the hub's own files, and the themes that come with hubgen."""
    return (*(shop.folder.root / name for name in manifest.inputs_in), packaged_themes())


def _account(
    results: tuple[Published, ...], ending: _Ending, shop: Workshop, *, whole: bool
) -> Manifest:
    made: dict[str, Made] = {}
    for result in results:
        kept = result.made or ending.before.made.get(result.path)
        if kept is not None:
            made[result.path] = kept
    places = input_names(ending.prepared.site.static)
    # A digest that was taken of other places says nothing: the next build takes one of the right places.
    sound = whole and places == ending.before.inputs_in
    return Manifest(
        inputs=ending.inputs if sound else "",
        inputs_in=places,
        built_on=shop.options.today,
        due=ending.prepared.plan.due,
        made=made,
        grounds={
            ground_key(result.ground): dict(result.ground) for result in results if result.ground
        },
        diagnostics=shop.report.diagnostics,
    )


def _account_path(request: BuildRequest, shop: Workshop) -> Path | None:
    return manifest_path(shop.cache, request.out) if shop.cache is not None else None


def _all_there(manifest: Manifest, folder: OutputFolder) -> bool:
    return folder.claims is not None and all(
        folder.stamp(path) == (made.size, made.mtime_ns) for path, made in manifest.made.items()
    )


def _slowest(results: Iterable[Published]) -> tuple[tuple[str, int, float], ...]:
    table: dict[str, tuple[int, float]] = {}
    for result in results:
        if result.rendered:
            count, seconds = table.get(result.template, (0, 0.0))
            table[result.template] = (count + 1, seconds + result.seconds)
    ranked = sorted(table.items(), key=lambda line: line[1][1], reverse=True)
    return tuple((template, count, seconds) for template, (count, seconds) in ranked[:10])
