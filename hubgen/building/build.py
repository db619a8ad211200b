"""Build a hub into a folder: only what changed, and nothing when it can't be published."""

from dataclasses import replace
from pathlib import Path

from hubgen.building.lock import build_lock
from hubgen.building.request import BuildRequest, BuildResult
from hubgen.incremental.inputs import look_at_inputs
from hubgen.incremental.manifest import Manifest, load_manifest, manifest_path
from hubgen.stages.write import OutputFolder
from hubgen.workshop import Workshop
from hubgen.workshop.places import packaged_themes

PATIENCE = 60.0
"""Seconds that a second build waits for the first."""


def build_site(request: BuildRequest, shop: Workshop) -> BuildResult:
    """Bring the output folder to what the hub's content says; raises OutputRefused, AlreadyBuilding, Unwritable."""
    with build_lock(shop.cache, PATIENCE):
        folder = OutputFolder(request.out, shop.folder.root)
        account = _account_path(request, shop)
        before = Manifest() if request.clean or account is None else load_manifest(account)
        inputs = look_at_inputs(_input_places(before, shop), shop.options, request.now_ns)
        digest = inputs.digest()
        if before.holds(digest, shop.options.today) and _all_there(before, folder):
            return _unchanged(request, before, shop)
        # An unchanged build ends above, before anything that makes pages is even loaded.
        from hubgen.building.account import Account
        from hubgen.building.making import make_site

        remembered = Account(before, inputs, digest, account)
        return make_site(request, folder, remembered, replace(shop, started_ns=request.now_ns))


def _unchanged(request: BuildRequest, before: Manifest, shop: Workshop) -> BuildResult:
    shop.report.include(before.diagnostics)
    fine = not (request.strict and shop.report.has_warnings)
    pages = sum(bool(made.ground) for made in before.made.values())
    return BuildResult(published=fine, unchanged=pages, skipped=True)


def _input_places(manifest: Manifest, shop: Workshop) -> tuple[Path, ...]:
    """What the last build's site was made from: the hub's own files, and the themes that come with hubgen."""
    own = (shop.folder.root / name for name in manifest.inputs_in)
    return (*own, packaged_themes())


def _account_path(request: BuildRequest, shop: Workshop) -> Path | None:
    return manifest_path(shop.cache, request.out) if shop.cache is not None else None


def _all_there(manifest: Manifest, folder: OutputFolder) -> bool:
    return folder.claims is not None and all(
        folder.stamp(path) == (made.size, made.mtime_ns) for path, made in manifest.made.items()
    )
