"""Reads the hub again after an edit, and says what is shown from then on."""

from dataclasses import replace

from hubgen.pipeline import prepare
from hubgen.preview.given import Lately
from hubgen.preview.shown import Shown
from hubgen.preview.snapshot import Snapshot
from hubgen.workshop import Workshop


class Readings:
    """One reading after the other; what one has learned serves the next."""

    def __init__(self) -> None:
        """Nothing was given yet."""
        self.lately = Lately()

    def read(self, shop: Workshop, before: Snapshot) -> Snapshot:
        """The newest hub; one with errors is shown only where there never was one without."""
        prepared = prepare(shop)
        is_sound = not shop.report.has_errors
        shown = before.shown
        if is_sound or shown is None or not shown.is_sound:
            shown = Shown(prepared, self.lately, is_sound=is_sound)
        return replace(
            before,
            revision=before.revision + 1,
            shown=shown,
            diagnostics=shop.report.diagnostics,
            base_url=prepared.renderer.base_url,
            due=prepared.plan.due,
            failure="",
        )
