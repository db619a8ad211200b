"""A hub that is kept in memory while it is edited, and the comparison of that with reading everything anew."""

from dataclasses import dataclass, field

from hubgen.diagnostics import Report
from hubgen.files.reading import HubFolder
from hubgen.incremental.memory import Memory
from hubgen.model.options import BuildOptions
from hubgen.pipeline import prepare
from hubgen.prepared import Prepared
from hubgen.rework import prepare_again
from hubgen.workshop import Workshop
from tests.kit.hub import TODAY, Hub
from tests.kit.themes import themes_read_once


@dataclass
class Kept:
    """What is in memory of a hub."""

    hub: Hub
    memory: Memory = field(default_factory=lambda: Memory(None))
    report: Report = field(default_factory=Report)
    prepared: Prepared = field(init=False)

    def __post_init__(self) -> None:
        """Read it for the first time."""
        with themes_read_once():
            self.prepared = prepare(self._shop())

    def follow(self, *paths: str) -> Prepared:
        """The hub after an edit of these files."""
        with themes_read_once():
            self.prepared = prepare_again(self.prepared, paths, self._shop())
        return self.prepared

    def _shop(self) -> Workshop:
        self.report = Report()
        folder, options = HubFolder(self.hub.root), BuildOptions(TODAY)
        return Workshop(folder, options, self.report, indexes=False, handed_on=self.memory)


def all_files(prepared: Prepared) -> dict[str, bytes | None]:
    """Every file that is made from a view, and the digests of all others."""
    plan = prepared.plan
    made: dict[str, bytes | None] = {}
    for path, page in plan.pages.items():
        output = prepared.renderer.render(
            page, plan.frame_of(page), Report(), view=plan.view_of(page)
        )
        made[path] = output.data if output is not None else None
    return made | {path: asset.digest.encode() for path, asset in plan.assets.items()}


def differences(kept: Kept) -> list[str]:
    """Where what is in memory isn't what a first reading gives: files, diagnostics, the day of change."""
    fresh = Kept(kept.hub)
    ours, theirs = all_files(kept.prepared), all_files(fresh.prepared)
    found = [
        path for path in sorted(ours.keys() | theirs.keys()) if ours.get(path) != theirs.get(path)
    ]
    if kept.report.diagnostics != fresh.report.diagnostics:
        found.append("diagnostics")
    if kept.prepared.plan.due != fresh.prepared.plan.due:
        found.append("due")
    return found
