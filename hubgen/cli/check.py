"""`hubgen check`: every mistake in every file, and not a byte written."""

import os
from pathlib import Path
from typing import Any

import click

from hubgen.cli.numbers import counted
from hubgen.cli.options import Call, command, run_options
from hubgen.cli.running import Asked, Run, reading_run
from hubgen.cli.stopping import CONTENT_ERRORS, FINE, Misuse
from hubgen.cli.summary import problems, serious
from hubgen.diagnostics import Diagnostic
from hubgen.diagnostics.rendering import json
from hubgen.pipeline import prepare
from hubgen.prepared import Prepared


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
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people, or for programs; docs/diagnostics.md describes the JSON.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@run_options
def check(call: Call, **given: Any) -> int:
    """Find every mistake in the hub, and write nothing.

    With PATHs, only what concerns these files and folders is shown, although all of the hub is read.
    """
    paths, form, strict = given.pop("paths"), given.pop("form"), given.pop("strict")
    run = reading_run(call, Asked(**given))
    wanted = tuple(_in_hub(path, call.hub) for path in paths)
    try:
        prepared = prepare(run.shop)
    finally:
        run.progress.stop()
    found = tuple(
        each for each in run.shop.report.diagnostics if not wanted or _concerns(each, wanted)
    )
    show = _show_json if form == "json" else _show_text
    bad = tuple(each for each in found if each.severity in serious(strict=strict))
    show(bad if call.voice.quiet else found, prepared, run, call)
    return CONTENT_ERRORS if bad else FINE


def _show_text(found: tuple[Diagnostic, ...], prepared: Prepared, run: Run, call: Call) -> None:
    shown = run.diagnostics(found, colored=call.voice.colored_out)
    if shown:
        call.voice.result(shown)
    summary = problems(found)
    if not found:
        summary += f" in {counted(len(prepared.hub.entries), 'entry', 'entries')}"
    call.voice.say(summary)


def _show_json(found: tuple[Diagnostic, ...], prepared: Prepared, _: Run, call: Call) -> None:
    files = len({each.span.path for each in found})
    summary = {"files": files, "entries": len(prepared.hub.entries)}
    call.voice.result(json.render(found, summary).rstrip())


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
