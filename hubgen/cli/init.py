"""`hubgen init`: a new hub that builds at once, and what its host needs to check and publish it."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click

from hubgen.authoring.hosts import HOSTS, Added, add_files, host_files
from hubgen.authoring.hubs import DEFAULT_TITLE, FolderNotEmpty, new_hub
from hubgen.cli.numbers import counted
from hubgen.cli.options import Call, as_day, command
from hubgen.cli.stopping import FINE, Misuse, Stop
from hubgen.cli.today import today as day_of
from hubgen.config.loading import load_site
from hubgen.config.place import SITE_FILE
from hubgen.describing import FORMATS, Subject
from hubgen.diagnostics import Report
from hubgen.files.reading import HubFolder
from hubgen.files.writing import Unwritable

FORMS = {"github": ".github/ISSUE_TEMPLATE", "forgejo": ".forgejo/issue_template"}
"""Where hosts look for issue forms; others have none."""


@command(
    "init",
    examples="""
    hubgen init our-hub
    hubgen init our-hub --title "Readers of Porto" --host github
    hubgen init . --host forgejo
    """,
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", default=DEFAULT_TITLE, metavar="WORDS", help="What the hub is called.")
@click.option(
    "--host",
    type=click.Choice(HOSTS),
    help="Add what this host needs: workflows that check pull requests and publish the site, templates, CODEOWNERS, and "
    "issue forms. A hub that is there already gets these files alone, and none of its own is changed.",
)
@click.option(
    "--today", callback=as_day, metavar="DATE", help="The day from which its dates count."
)
def init(call: Call, folder: Path, title: str, host: str | None, today: date | None) -> int:
    """Make a new hub in DIR: settings with comments, and one entry of each kind to replace.

    DIR is made when it is missing; a folder that holds something else than a hub is refused.
    """
    place = call.hub / folder
    is_hub = host is not None and (place / SITE_FILE).is_file()
    try:
        if not is_hub:
            _make(call, place, title, today)
        if host is not None:
            _tell(call, add_files(place, _files(host, place)), host)
    except FolderNotEmpty as problem:
        raise Misuse(f"{problem}; choose a folder that is empty or new") from problem
    except Unwritable as problem:
        raise Stop(str(problem)) from problem
    return FINE


def _make(call: Call, place: Path, title: str, today: date | None) -> None:
    day = day_of(today, os.environ, HubFolder(place), datetime.now(UTC).astimezone())
    written = new_hub(place, today=day, title=title)
    call.voice.say(f"a new hub of {counted(len(written), 'file')} is in {place}; what to do next:")
    call.voice.say(f"  hubgen -C {place} serve      shows it in a browser while you edit it")
    call.voice.say(f"  edit {place / 'site.yaml'}, then the entries in {place / 'content'}")
    call.voice.say(f"  hubgen -C {place} new member      begins a new one")
    call.voice.say(f"  hubgen -C {place} build      makes the site, in {place / '_site'}")


def _files(host: str, place: Path) -> Iterator[tuple[str, bytes]]:
    """The host's own files, then forms out of the hub's schema where the host shows forms."""
    yield from host_files(host)
    if host in FORMS:
        site = load_site(HubFolder(place), Report())
        for made in FORMATS["issue-form"](Subject(site)):
            yield f"{FORMS[host]}/{made.name}", made.data


def _tell(call: Call, added: Added, host: str) -> None:
    for name in added.written:
        call.voice.say(name)
    for name in added.kept:
        call.voice.note(f"{name} is there already and stays as it is")
    call.voice.say(f"{counted(len(added.written), 'file')} for {host} added")
