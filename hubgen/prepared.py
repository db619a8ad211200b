"""A site that is planned to the last file, and not yet made: what `check` looks at, `build` writes, and `serve` shows."""

from collections.abc import Mapping

from msgspec import Struct, field

from hubgen.config.site import Site
from hubgen.diagnostics import Diagnostic
from hubgen.model.hub import Hub
from hubgen.model.options import BuildOptions
from hubgen.model.plan import Plan
from hubgen.stages.render import Renderer
from hubgen.theme import Theme
from hubgen.workshop.reading import FileReadings


class Prepared(Struct, frozen=True):
    """A site that is planned to the last file, and not yet made."""

    site: Site
    theme: Theme
    readings: FileReadings
    hub: Hub
    plan: Plan
    renderer: Renderer
    options: BuildOptions
    """The day, and what was asked for on the command line."""
    said: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """By stage: what it had to say, before the hub's own severities."""
