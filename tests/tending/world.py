"""A small world on this machine for `hubgen links`: servers with every habit that real ones have, and what they were asked."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Act = Callable[["Visit"], None]


@dataclass
class Visit:
    """One request, and the means to answer it."""

    handler: BaseHTTPRequestHandler
    number: int
    """How often this was asked with this method, from 1."""

    @property
    def method(self) -> str:
        """HEAD or GET."""
        return self.handler.command

    def answer(self, status: int, **headers: str) -> None:
        """Only a head: nobody reads more."""
        self.handler.send_response(status)
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.send_header("Content-Length", "0")
        self.handler.end_headers()


@dataclass
class Server:
    """A server, and what it was asked."""

    port: int
    host: str
    acts: dict[str, Act] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Method and path, in order."""
    times: list[float] = field(default_factory=list)
    """When each request began."""
    heads: list[dict[str, str]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def url(self, path: str = "/") -> str:
        """The whole address of a path."""
        return f"http://{self.host}:{self.port}{path}"

    def visit(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request as its path says."""
        key = (handler.command, handler.path)
        with self._lock:
            self.asked.append(key)
            self.heads.append(dict(handler.headers.items()))
            self.times.append(time.monotonic())
            number = self.asked.count(key)
        self.acts.get(handler.path, _not_found)(Visit(handler, number))


def _not_found(visit: Visit) -> None:
    visit.answer(404)


def says(status: int, **headers: str) -> Act:
    """Always the same answer."""
    return lambda visit: visit.answer(status, **headers)


@contextmanager
def serving(acts: dict[str, Act], host: str = "127.0.0.1") -> Iterator[Server]:
    """A server with these habits, by path."""

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:  # the name that the standard library looks for
            server.visit(self)

        def do_GET(self) -> None:
            server.visit(self)

        def log_message(self, *_: object) -> None:
            """Nobody wants to hear of it."""

    web = ThreadingHTTPServer((host, 0), Handler)
    web.daemon_threads = True
    server = Server(web.server_address[1], host, acts)
    thread = threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        web.shutdown()
        thread.join()
        web.server_close()
