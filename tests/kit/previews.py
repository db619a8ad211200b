r"""A preview of a small hub in this process: watched for real, served for real, asked over HTTP.

    with previewed(hub) as preview:
        hub.edit("content/members/ada.yaml", "name: Ada Lovelace\n")
        preview.wait_for_change()
        assert "Ada Lovelace" in preview.text("members/ada/")

When the block ends, no thread of the preview is left, and hubgen itself must not have failed.
"""

import re
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from time import monotonic

from hubgen.diagnostics import Report
from hubgen.files.reading import HubFolder
from hubgen.model.options import BuildOptions
from hubgen.preview.caller import Change
from hubgen.preview.http.door import Door
from hubgen.preview.http.server import PreviewServer
from hubgen.preview.http.streams import Streams
from hubgen.preview.session import Session
from hubgen.workshop import Workshop
from tests.kit.hub import TODAY, Hub
from tests.kit.themes import themes_read_once

TOKEN = "token-of-a-test"
PATIENCE = 30.0
"""Seconds after which something that should have happened is taken not to happen."""
TAG = re.compile(rb'<script type="module" src="[^"]*/__hubgen/preview\.js"[^>]*></script>\n')


@dataclass
class Caller:
    """Whoever runs the preview, as a test does it."""

    hub: Hub
    options: BuildOptions
    changes: list[Change] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    bugs: list[Exception] = field(default_factory=list)

    def workshop(self) -> Workshop:
        """Fresh tools."""
        folder = HubFolder(self.hub.root)
        cache = self.hub.cache
        cache.mkdir(exist_ok=True)
        return Workshop(
            folder, self.options, Report(), cache=cache, indexes=False, started_ns=self.now_ns()
        )

    def now_ns(self) -> int:
        """The time: real files have real ones."""
        return time.time_ns()

    def changed(self, change: Change) -> None:
        """Something was read again."""
        self.changes.append(change)

    def note(self, text: str) -> None:
        """Something to know."""
        self.notes.append(text)

    def bug(self, problem: Exception) -> str:
        """A bug in hubgen."""
        self.bugs.append(problem)
        return f"{type(problem).__name__}: {problem}"

    def failed(self, problem: Exception) -> None:
        """A bug where nobody looks."""
        self.bug(problem)


@dataclass(frozen=True)
class Reply:
    """What the server gave."""

    status: int
    type: str
    raw: bytes
    location: str = ""

    @property
    def data(self) -> bytes:
        """Without what the preview adds."""
        return TAG.sub(b"", self.raw)

    @property
    def text(self) -> str:
        """As text."""
        return self.data.decode("utf-8")


class _StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Redirects are answers like others."""


@dataclass(frozen=True)
class Preview:
    """A hub that is previewed."""

    hub: Hub
    url: str
    session: Session
    caller: Caller
    streams: Streams

    def get(self, path: str) -> Reply:
        """What stands at that address of the site."""
        opener = urllib.request.build_opener(_StayHere)
        try:
            with opener.open(self.url + path, timeout=PATIENCE) as answer:
                return Reply(answer.status, answer.headers["Content-Type"], answer.read())
        except urllib.error.HTTPError as problem:
            place = problem.headers.get("Location", "")
            return Reply(problem.code, problem.headers["Content-Type"], problem.read(), place)

    def text(self, path: str) -> str:
        """The page's source."""
        return self.get(path).text

    def wait_until(self, what: str, holds: Callable[[], bool]) -> None:
        """Wait for something to become true."""
        end = monotonic() + PATIENCE
        while not holds():
            assert monotonic() < end, f"it didn't come to this: {what}"
            time.sleep(0.01)

    @property
    def revision(self) -> int:
        """How often the hub has been read."""
        return self.session.snapshot.revision

    def wait_for_change(self, after: int | None = None) -> None:
        """Wait until the hub was read again."""
        seen = after if after is not None else 1
        self.wait_until("the hub is read again", lambda: self.revision > seen)
        self.session.settle()


@contextmanager
def previewed(
    hub: Hub, *, polls: bool = False, today: date = TODAY, base_path: str = "/"
) -> Iterator[Preview]:
    """The hub's preview, read for the first time."""
    threads = set(threading.enumerate())
    caller = Caller(hub, BuildOptions(today))
    streams = Streams()
    session = Session(HubFolder(hub.root), caller, streams, token=TOKEN, base_path=base_path)
    door = Door(token=TOKEN, port=0, base_path=base_path)
    server = PreviewServer(session, streams, door, on_bug=caller.failed)
    place = server.open()
    server.serve()
    with themes_read_once():
        session.start(polls=polls)
        try:
            assert session.settle(PATIENCE)
            yield Preview(hub, place.url, session, caller, streams)
        finally:
            session.close()
            server.close()
    assert caller.bugs == []
    assert set(threading.enumerate()) <= threads
