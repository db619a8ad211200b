"""`hubgen serve`: the hub in a browser while somebody edits it."""

import secrets
import signal
import webbrowser
from threading import Event
from types import FrameType
from typing import Any

import click

from hubgen.cli.numbers import counted
from hubgen.cli.options import Call, as_day, command
from hubgen.cli.previewing import Previewing
from hubgen.cli.running import Asked, cache_of, preview_workshop, processors
from hubgen.cli.stopping import FINE, Misuse
from hubgen.config.loading import load_site
from hubgen.diagnostics import Report, Severity
from hubgen.files.reading import HubFolder
from hubgen.preview.http.door import Door
from hubgen.preview.http.ports import CannotListen, Place
from hubgen.preview.http.server import PreviewServer
from hubgen.preview.http.streams import Streams
from hubgen.preview.session import Session
from hubgen.stages.render.addresses import base_path

FOREVER = 3600.0
"""Seconds that a first reading may take."""


@command(
    "serve",
    examples="""
    hubgen serve
    hubgen serve --open --drafts --future
    hubgen serve --port 9000
    hubgen serve --host 0.0.0.0 --allow-host my-laptop.local
    """,
)
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="HOST",
    help="Where to listen; only this computer otherwise.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="The port, or an error where it is taken; the first free one from 8000 otherwise.",
)
@click.option(
    "--allow-host",
    multiple=True,
    metavar="NAME",
    help="A name beside localhost by which browsers may ask; can be given again.",
)
@click.option("--open", "opens", is_flag=True, help="Open a browser.")
@click.option(
    "--poll",
    is_flag=True,
    help="Look at all files again and again: for disks that tell of no changes.",
)
@click.option("--drafts", is_flag=True, help="Show drafts, too.")
@click.option("--future", is_flag=True, help="Show what is to be published later, too.")
@click.option(
    "--today",
    callback=as_day,
    metavar="DATE",
    help="Act as if this were the day, such as 2026-11-23.",
)
def serve(call: Call, **given: Any) -> int:
    """Show the hub in a browser, and each change as soon as it is saved.

    Pages are made when they are asked for; nothing is written but what speeds up the next start. Ctrl C ends it.
    """
    opens, polls = given.pop("opens"), given.pop("poll")
    asked = Asked(drafts=given["drafts"], future=given["future"], today=given["today"])
    folder = HubFolder(call.hub)
    door = _door(folder, given)
    cache, jobs = cache_of(folder, call.voice), processors()
    caller = Previewing(call.voice, lambda: preview_workshop(folder, asked, cache, jobs))
    streams = Streams()
    session = Session(folder, caller, streams, token=door.token, base_path=door.base_path)
    server = PreviewServer(session, streams, door, on_bug=caller.failed)
    try:
        place = server.open()
    except CannotListen as problem:
        raise Misuse(str(problem)) from problem
    over = _when_told_to_stop()
    try:
        server.serve()
        session.start(polls=polls)
        _tell(place, session, call)
        if opens:
            webbrowser.open(place.url)
        over.wait()
    finally:
        session.close()
        server.close()
    return FINE


def _door(folder: HubFolder, given: dict[str, Any]) -> Door:
    site = load_site(folder, Report())
    return Door(
        token=secrets.token_urlsafe(16),
        host=given["host"],
        port=given["port"],
        allowed_hosts=given["allow_host"],
        base_path=base_path(site.base_url),
    )


def _when_told_to_stop() -> Event:
    """Set by Ctrl C, and by whoever ends the process politely."""
    over = Event()

    def stop(_: int, __: FrameType | None) -> None:
        over.set()

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stop)
    return over


def _tell(place: Place, session: Session, call: Call) -> None:
    """The one line that says where the hub is, as soon as it is there."""
    session.settle(seconds=FOREVER)
    snapshot = session.snapshot
    for note in place.notes:
        call.voice.note(note)
    errors = snapshot.count(Severity.ERROR)
    more = f"; {counted(errors, 'error')}, see {place.url}__hubgen/problems" if errors else ""
    call.voice.result(f"{place.url}  (Ctrl C ends){more}")
