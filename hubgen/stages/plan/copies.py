"""Files whose bytes are ready: the theme's assets, and what the organisers put into `static/`."""

from collections.abc import Iterable, Iterator
from functools import partial

from hubgen.diagnostics import Span
from hubgen.model.plan import Asset
from hubgen.stages.plan.desk import StaticFile
from hubgen.theme.values import Theme, ThemeAsset


def theme_assets(theme: Theme) -> Iterator[Asset]:
    """Stylesheets, scripts, fonts and icons of the theme."""
    for asset in theme.assets.values():
        yield Asset(asset.url, asset.digest, partial(_data, asset), Span(asset.path))


def static_assets(files: Iterable[StaticFile], folder: str) -> Iterator[Asset]:
    """The files of the static folder, at the site's root."""
    for file in files:
        yield Asset(file.path.removeprefix(f"{folder}/"), file.digest, file.read, Span(file.path))


def _data(asset: ThemeAsset) -> bytes:
    return asset.data
