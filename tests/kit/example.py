"""The example hub, planned and not made."""

from pathlib import Path

from hubgen.diagnostics import Report
from hubgen.files.reading import HubFolder
from hubgen.model.options import BuildOptions
from hubgen.pipeline import prepare
from hubgen.prepared import Prepared
from hubgen.workshop import Workshop
from tests.kit.hub import TODAY
from tests.kit.themes import themes_read_once


def example_hub() -> Prepared:
    """Prepared anew each time."""
    shop = Workshop(HubFolder(Path()), BuildOptions(TODAY), Report())
    with themes_read_once():
        return prepare(shop)
