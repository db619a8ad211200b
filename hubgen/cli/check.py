"""`hubgen check`: every mistake in every file, and not a byte written."""

import gc
import os
from pathlib import Path
from typing import Any

import click

from hubgen.cli.numbers import counted
from hubgen.cli.options import Call, command, run_options
from hubgen.cli.paths import in_hub, lies_in
from hubgen.cli.reporting import Reported, report, report_options, reporting_of
from hubgen.cli.running import Asked, Run, reading_run
from hubgen.cli.stopping import Misuse
from hubgen.diagnostics import Diagnostic
from hubgen.history import NoHistory, Repository


@command(
    "check",
    examples="""
    hubgen check
    hubgen check content/members/ada.yaml content/events/
    hubgen check --strict --format json > problems.json
    hubgen check --changed-since main --format github
    """,
)
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--changed-since",
    "since",
    metavar="REV",
    help="Only what the changes since a version in git cause, such as since main; elsewhere in the hub, too.",
)
@report_options
@run_options
def check(call: Call, **given: Any) -> int:
    """Find every mistake in the hub, and write nothing.

    With PATHs, only what concerns these files and folders is shown, although all of the hub is read. With --changed-since,
    only what wasn't wrong before: where the change began, if REV has gone on since.
    """
    paths, asked = given.pop("paths"), reporting_of(given)
    since = given.pop("since")
    # A check keeps nearly all that it reads until it ends, as a build does.
    gc.disable()
    run = reading_run(call, Asked(**given))
    wanted = tuple(in_hub(path, call.hub) for path in paths)
    try:
        entries, every = _looked_at(run, since)
    finally:
        run.progress.stop()
    found = tuple(each for each in every if not wanted or _concerns(each, wanted))
    sound = f" in {counted(entries, 'entry', 'entries')}" if since is None else f" since {since}"
    return report(
        Reported(found, "check", {"entries": entries}, sound), asked, call, run.shop.folder
    )


def _looked_at(run: Run, since: str | None) -> tuple[int, tuple[Diagnostic, ...]]:
    """How many entries there are, and what is to be said."""
    if since is None:
        from hubgen.pipeline import prepare

        return len(prepare(run.shop).hub.entries), run.shop.report.diagnostics
    from hubgen.review.since import problems_since

    try:
        repository = Repository.around(run.shop.folder.root, os.environ)
        seen = problems_since(since, repository, run.shop)
    except NoHistory as problem:
        raise Misuse(str(problem)) from problem
    return seen.entries, seen.found


def _concerns(diagnostic: Diagnostic, wanted: tuple[str, ...]) -> bool:
    spans = (diagnostic.span, *(each.span for each in diagnostic.related))
    return any(lies_in(span.path, wanted) for span in spans)
