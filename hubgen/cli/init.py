"""`hubgen init`: a new hub that builds at once."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from hubgen.authoring.hubs import DEFAULT_TITLE, FolderNotEmpty, new_hub
from hubgen.cli.numbers import counted
from hubgen.cli.options import Call, as_day, command
from hubgen.cli.stopping import FINE, Misuse, Stop
from hubgen.cli.today import today as day_of
from hubgen.files.reading import HubFolder
from hubgen.files.writing import Unwritable


@command(
    "init",
    examples="""
    hubgen init our-hub
    hubgen init our-hub --title "Readers of Porto"
    """,
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", default=DEFAULT_TITLE, metavar="WORDS", help="What the hub is called.")
@click.option(
    "--today", callback=as_day, metavar="DATE", help="The day from which its dates count."
)
def init(call: Call, folder: Path, title: str, today: date | None) -> int:
    """Make a new hub in DIR: settings with comments, and one entry of each kind to replace.

    DIR is made when it is missing; a folder that holds something is refused.
    """
    place = call.hub / folder
    day = day_of(today, os.environ, HubFolder(place), datetime.now(UTC).astimezone())
    try:
        written = new_hub(place, today=day, title=title)
    except FolderNotEmpty as problem:
        raise Misuse(f"{problem}; choose a folder that is empty or new") from problem
    except Unwritable as problem:
        raise Stop(str(problem)) from problem
    call.voice.say(f"a new hub of {counted(len(written), 'file')} is in {place}; what to do next:")
    call.voice.say(f"  hubgen -C {place} serve      shows it in a browser while you edit it")
    call.voice.say(f"  edit {place / 'site.yaml'}, then the entries in {place / 'content'}")
    call.voice.say(f"  hubgen -C {place} new member      begins a new one")
    call.voice.say(f"  hubgen -C {place} build      makes the site, in {place / '_site'}")
    return FINE
