"""A preview server with made-up answers, and a browser without manners: bytes on a socket."""

import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import enumerate as threads_now
from typing import Any, Final, Self

from hubgen.preview.http.asking import Answer, Asked, Event
from hubgen.preview.http.door import Door
from hubgen.preview.http.limits import Limits
from hubgen.preview.http.ports import Place
from hubgen.preview.http.server import PreviewServer
from hubgen.preview.http.streams import Streams

TOKEN: Final = "a-token-of-this-run"

PATIENCE: Final = 10
"""Seconds after which a test that waits for bytes fails."""


@dataclass(slots=True)
class Known:
    """Answers known beforehand, and what was asked of them."""

    pages: dict[str, Answer] = field(default_factory=dict)
    misses: dict[str, tuple[Event, ...]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    missed_since: list[tuple[str, int]] = field(default_factory=list)
    before: Callable[[Asked], None] = lambda _asked: None

    def answer(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        self.before(asked)
        missing = Answer(404, "text/html", b"<h1>Not in this hub</h1>")
        return self.pages.get(asked.path, missing)

    def missed(self, page: str, revision: int) -> tuple[Event, ...]:
        self.missed_since.append((page, revision))
        return self.misses.get(page, ())


HOME: Final = Answer(200, "text/html", "<h1>Añadir</h1>".encode())


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs, with everything around it."""

    place: Place
    known: Known
    streams: Streams
    bugs: list[Exception]

    def wire(self, **options: int) -> "Wire":
        host = "::1" if "[::1]" in self.place.url else "127.0.0.1"
        return Wire(host, self.place.port, **options)

    def get(self, target: str, *headers: str, method: str = "GET", host: str = "") -> "Heard":
        """One request on a connection of its own."""
        with self.wire() as wire:
            wire.ask(target, *headers, method=method, host=host or f"localhost:{self.place.port}")
            return wire.heard(is_head=method == "HEAD")

    def events(self, query: str = "", *headers: str) -> "Wire":
        """A stream for `/`, open and greeted."""
        wire = self.wire()
        wire.ask(f"/__hubgen/events?page=/&token={TOKEN}{query}", *headers)
        assert b"retry:" in wire.until(b"retry: 1000\n\n")
        return wire


@contextmanager
def served(
    known: Known | None = None, limits: Limits | None = None, **door: Any
) -> Iterator[Served]:
    """A server on a free port; afterwards none of its threads is left."""
    before = set(threads_now())
    known, streams = known or Known({"/": HOME}), Streams()
    bugs: list[Exception] = []
    opening = replace(Door(TOKEN, port=0), **door)
    server = PreviewServer(known, streams, opening, limits, on_bug=bugs.append)
    place = server.open()
    server.serve()
    try:
        yield Served(place, known, streams, bugs)
    finally:
        server.close()
    assert set(threads_now()) <= before


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer as it came over the line."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Wire:
    """One connection."""

    def __init__(self, host: str, port: int, **options: int) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.socket = socket.socket(family, socket.SOCK_STREAM)
        self.socket.settimeout(PATIENCE)
        if "buffer" in options:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, options["buffer"])
        try:
            self.socket.connect((host, port))
        except OSError:
            self.socket.close()
            raise
        self.rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def say(self, data: bytes) -> None:
        self.socket.sendall(data)

    def ask(self, target: str, *headers: str, method: str = "GET", host: str = "localhost") -> None:
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host}", *headers, "", ""]
        self.say("\r\n".join(lines).encode("latin-1"))

    def is_cut_off(self, said: bytes, pause: float = 0) -> bool:
        """Whether the other side hangs up on who says this again and again, before ten seconds are over."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                self.say(said)
            except OSError:
                return True
            time.sleep(pause)
        return False

    def until(self, mark: bytes) -> bytes:
        """Everything up to the mark; less where the connection ends before."""
        while mark not in self.rest:
            more = self.socket.recv(65536)
            if not more:
                return self._all()
            self.rest += more
        found, _, self.rest = self.rest.partition(mark)
        return found + mark

    def to_the_end(self) -> bytes:
        """Everything until the other side closes."""
        try:
            while more := self.socket.recv(65536):
                self.rest += more
        except ConnectionResetError:
            pass
        return self._all()

    def heard(self, *, is_head: bool = False) -> Heard:
        head = self.until(b"\r\n\r\n").decode("ascii")
        first, *lines = head.strip().split("\r\n")
        assert re.match(r"HTTP/1\.1 \d{3} ", first), head
        status = int(first.split()[1])
        pairs = [line.split(": ", 1) for line in lines]
        names = [name.lower() for name, _ in pairs]
        assert len(names) == len(set(names)), "no header twice"
        headers = {name.lower(): value for name, value in pairs}
        size = 0 if is_head or status == 304 else int(headers["content-length"])
        while len(self.rest) < size:
            more = self.socket.recv(65536)
            assert more, "the answer is cut off"
            self.rest += more
        body, self.rest = self.rest[:size], self.rest[size:]
        assert b"Traceback" not in body
        return Heard(status, headers, body)

    def _all(self) -> bytes:
        found, self.rest = self.rest, b""
        return found
