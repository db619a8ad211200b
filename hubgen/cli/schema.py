"""`hubgen schema`: what the hub's files may say, written down for editors and other programs."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import click

from hubgen.cli.numbers import counted
from hubgen.cli.options import Call, command
from hubgen.cli.running import CACHE, Asked, cache_of, reading_run
from hubgen.cli.stopping import FINE, Misuse, Stop
from hubgen.config.loading import load_site
from hubgen.config.place import SITE_FILE
from hubgen.config.site import Site
from hubgen.describing import FORMATS, Description, Subject
from hubgen.diagnostics import Report
from hubgen.files.reading import HubFolder
from hubgen.files.writing import Unwritable, write_whole
from hubgen.model.entry import Entry
from hubgen.pipeline import prepare


@command(
    "schema",
    examples="""
    hubgen schema
    hubgen schema --out editor/schemas
    hubgen schema --format issue-form --out .github/ISSUE_TEMPLATE
    hubgen schema --format cms --out static/admin
    hubgen schema --format codeowners --out .github
    """,
)
@click.option(
    "--out",
    default=f"{CACHE}/schema",
    show_default=True,
    metavar="DIR",
    help="The folder to write into; it can be deleted at any time.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="json-schema",
    show_default=True,
    help="Whom it is for.",
)
def schema(call: Call, out: str, form: str) -> int:
    """Write what the hub's files may say, for editors that complete and check them while they are written.

    There is a schema for an entry of each collection, one for a file that lists many, and one for site.yaml. docs/editors.md
    says how a file names its own. With --format issue-form, forms for GitHub's issues are written, one for each collection; with
    --format cms, a configuration of Sveltia CMS or Decap CMS. With --format codeowners, the file that tells the host whose entry is whose is written
    from what entries say of their owner; what stands above hubgen's lines in it stays.
    """
    folder = HubFolder(call.hub)
    if folder.find(SITE_FILE) is None:
        message = f"there is no {SITE_FILE} in {call.hub}, so this is no hub"
        raise Misuse(message)
    made = tuple(FORMATS[form](Subject(_site(folder, call), partial(_entries, call))))
    place = _place(folder, out, call)
    changed = sum(_write(place / each.name, each) for each in made)
    for each in made:
        call.voice.say(f"{out}/{each.name}")
    call.voice.say(f"{counted(len(made), 'file')}, {changed or 'none'} of them changed")
    return FINE


def _site(folder: HubFolder, call: Call) -> Site:
    report = Report()
    site = load_site(folder, report)
    report.weigh(site.severities)
    if report.has_errors:
        call.voice.note(
            f"{SITE_FILE} has mistakes, of which hubgen check says more; what is wrong is left out"
        )
    return site


def _place(folder: HubFolder, out: str, call: Call) -> Path:
    """The folder, seen from the hub, unless it is given whole."""
    place = Path(os.path.normpath(folder.root / out))
    if place.is_relative_to(folder.root / CACHE):
        cache = cache_of(folder, call.voice.with_volume(quiet=True, verbose=False))
        if cache is None or place.resolve() != place:
            raise Stop(f"nothing can be written into {place}; choose another folder with --out")
    return place


def _entries(call: Call) -> Iterable[Entry]:
    run = reading_run(call, Asked())
    try:
        return tuple(prepare(run.shop).readings.entries)
    finally:
        run.progress.stop()


def _write(path: Path, made: Description) -> bool:
    try:
        return write_whole(path, _kept_above(path, made) + made.data)
    except Unwritable as problem:
        raise Stop(str(problem)) from problem


def _kept_above(path: Path, made: Description) -> bytes:
    """What people wrote into the file above the line with which the description begins."""
    if not made.begins or path.is_symlink() or not path.is_file():
        return b""
    above = path.read_bytes().partition(made.begins)[0]
    return above if not above or above.endswith(b"\n") else above + b"\n"
