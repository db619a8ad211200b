"""Reads the hub again after an edit, and says what is shown from then on."""

from dataclasses import replace

from hubgen.incremental.memory import Memory
from hubgen.pipeline import prepare
from hubgen.prepared import Prepared
from hubgen.preview.given import Lately
from hubgen.preview.shown import Shown
from hubgen.preview.snapshot import Snapshot
from hubgen.preview.undisturbed import undisturbed
from hubgen.rework import prepare_again
from hubgen.workshop import Workshop


class Readings:
    """One reading after the other; what one has learned serves the next."""

    def __init__(self) -> None:
        """Nothing was given yet."""
        self.lately = Lately()
        self._memory: Memory | None = None
        self._prepared: Prepared | None = None

    def read(self, shop: Workshop, changed: tuple[str, ...], before: Snapshot) -> Snapshot:
        """The hub after a change of these files; one with errors is shown only where there never was one without."""
        prepared = self._prepare(replace(shop, handed_on=self._memory), changed)
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

    def save(self) -> None:
        """Keep what was read for the next start."""
        if self._memory is not None:
            self._memory.save()

    def _prepare(self, shop: Workshop, changed: tuple[str, ...]) -> Prepared:
        # After a bug nobody knows what was read: then everything is read again.
        known, self._prepared = self._prepared, None
        with undisturbed(lasting=known is None):
            prepared = prepare(shop) if known is None else prepare_again(known, changed, shop)
        self._memory, self._prepared = shop.memory, prepared
        return prepared
