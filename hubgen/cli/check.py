"""`hubgen check`: every mistake in every file, and not a byte written."""

import os
from pathlib import Path
from typing import Any

import click

from hubgen.cli.numbers import counted
from hubgen.cli.options import Call, command, run_options
from hubgen.cli.reporting import Reported, report, report_options, reporting_of
from hubgen.cli.running import Asked, reading_run
from hubgen.cli.stopping import Misuse
from hubgen.diagnostics import Diagnostic
from hubgen.pipeline import prepare


@command(
    "check",
    examples="""
    hubgen check
    hubgen check content/members/ada.yaml content/events/
    hubgen check --strict --format json > problems.json
    """,
)
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@report_options
@run_options
def check(call: Call, **given: Any) -> int:
    """Find every mistake in the hub, and write nothing.

    With PATHs, only what concerns these files and folders is shown, although all of the hub is read.
    """
    paths, asked = given.pop("paths"), reporting_of(given)
    run = reading_run(call, Asked(**given))
    wanted = tuple(_in_hub(path, call.hub) for path in paths)
    try:
        prepared = prepare(run.shop)
    finally:
        run.progress.stop()
    found = tuple(
        each for each in run.shop.report.diagnostics if not wanted or _concerns(each, wanted)
    )
    entries = len(prepared.hub.entries)
    sound = f" in {counted(entries, 'entry', 'entries')}"
    return report(
        Reported(found, "check", {"entries": entries}, sound), asked, call, run.shop.folder
    )


def _in_hub(path: Path, hub: Path) -> str:
    """The path as diagnostics write it: relative to the hub; raises Stop for what lies elsewhere."""
    for place, root in ((_written(path), _written(hub)), (path.resolve(), hub.resolve())):
        if place.is_relative_to(root):
            inside = place.relative_to(root).as_posix()
            return "" if inside == "." else inside
    raise Misuse(f"{path} doesn't belong to the hub in {hub.resolve()}")


def _written(path: Path) -> Path:
    """The whole path with its links: a hub's content folder may be one."""
    return Path(os.path.normpath(path.absolute()))


def _concerns(diagnostic: Diagnostic, wanted: tuple[str, ...]) -> bool:
    spans = (diagnostic.span, *(each.span for each in diagnostic.related))
    return any(
        not path or span.path == path or span.path.startswith(f"{path}/")
        for span in spans
        for path in wanted
    )
