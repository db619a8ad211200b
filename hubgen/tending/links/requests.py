"""One question to one server: connects to an address that was looked at, reads the head of the answer and nothing else.

`http.client` of the standard library is enough, and says exactly where it connects: no proxy, no cookies, no redirects, no
pool that would reuse a name's old address.
"""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from http.client import HTTPConnection, HTTPException
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from hubgen.tending.links.addresses import NotAllowed, resolve

PORTS: Final = {"http": 80, "https": 443}
BROKEN: Final = (OSError, HTTPException, ValueError)
"""What a question ends with that gets no answer."""
LONGEST: Final = 2_000
"""Characters of an address."""
MOST_ADDRESSES: Final = 3
"""Of one host, that are tried."""
_PATH_SAFE: Final = "/%:@!$&'()*+,;=~-._"
_QUERY_SAFE: Final = _PATH_SAFE + "?[]"


@dataclass(frozen=True, slots=True)
class Question:
    """What is the same for every question of a run."""

    agent: str = "hubgen"
    timeout: float = 15.0
    """Seconds for each step."""
    whole: float = 30.0
    """Seconds after which the connection is cut, however busy it is."""
    allowed: frozenset[str] = frozenset()
    """Addresses that count as public; for tests, which have nobody else to ask."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of a server's answer."""

    status: int
    reason: str = ""
    location: str = ""
    """Whole, when it names another place."""
    retry_after: float | None = None
    """Seconds for which the server wants to be left alone."""


def ask(url: str, method: str, question: Question) -> Answer:
    """The answer to one request; raises NotAllowed, NoSuchHost, OSError (ssl.SSLError among them), HTTPException."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    addresses = resolve(host, port, question.allowed)
    context = secure() if parts.scheme == "https" else None
    connection = _Connection(host, port, addresses, question, context)
    with _cut_after(question.whole, connection):
        connection.request(method, _target(parts), headers=_headers(question))
        with connection.getresponse() as response:
            return Answer(
                response.status,
                response.reason[:100],
                _whole(response.getheader("Location", ""), url),
                _seconds(response.getheader("Retry-After", ""), response.getheader("Date", "")),
            )


@cache
def secure() -> ssl.SSLContext:
    """How certificates are judged: by what the system trusts, and by the host's name."""
    return ssl.create_default_context()


def readable(url: str) -> str:
    """The address in the form in which it is asked for; raises NotAllowed for what is no address of a site."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        ascii_host = host if host.isascii() else host.encode("idna").decode()
    except ValueError as problem:
        raise NotAllowed("it is no web address") from problem
    if parts.scheme not in PORTS or not host or len(url) > LONGEST:
        raise NotAllowed("it is no web address")
    if "@" in parts.netloc:
        raise NotAllowed("it holds a user name or password")
    place = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    place += f":{port}" if port else ""
    query = quote(parts.query, safe=_QUERY_SAFE)
    path = quote(parts.path, safe=_PATH_SAFE) or "/"
    return f"{parts.scheme}://{place}{path}" + (f"?{query}" if query else "")


def host_of(url: str) -> str:
    """The host to which an address leads; empty when it leads to none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


class _Connection(HTTPConnection):
    """Connects to one of the given addresses, whatever the name may mean a moment later."""

    def __init__(
        self,
        host: str,
        port: int,
        addresses: tuple[str, ...],
        question: Question,
        context: ssl.SSLContext | None,
    ) -> None:
        super().__init__(host, port, timeout=question.timeout)
        self._addresses = addresses
        self._context = context
        self._end = time.monotonic() + question.whole
        # How the standard library decides whether a port belongs into the header `Host`.
        self.default_port = PORTS["https" if context else "http"]

    def connect(self) -> None:
        """Try the addresses in their order; the certificate must be the name's."""
        self.sock = self._plain()
        if time.monotonic() > self._end:
            raise TimeoutError
        if self._context is not None:
            # The handshake comes after: until it ends, the connection can be cut like any other.
            secured = self._context.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock = secured
            secured.do_handshake()

    def _plain(self) -> socket.socket:
        problem = OSError("no address")
        for address in self._addresses[:MOST_ADDRESSES]:
            try:
                return socket.create_connection((address, self.port), self.timeout)
            except OSError as error:
                problem = error
        raise problem


@contextmanager
def _cut_after(seconds: float, connection: _Connection) -> Iterator[None]:
    """Ends the connection in any case, and by then at the latest: a server that sends a letter a minute stays within each step."""
    late = threading.Event()

    def cut() -> None:
        late.set()
        if connection.sock is not None:
            # Whoever reads from it sees the end; it may have come already.
            with suppress(OSError):
                socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, HTTPException) as problem:
        if late.is_set():
            raise TimeoutError from problem
        raise
    finally:
        timer.cancel()
        connection.close()
    if late.is_set():
        # What was read until then may look like a whole answer.
        raise TimeoutError


def _target(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _headers(question: Question) -> dict[str, str]:
    return {
        "User-Agent": question.agent,
        "Accept": "*/*",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _whole(location: str, url: str) -> str:
    """The place that a redirect names; servers send UTF-8 although the header is read as Latin-1."""
    if not location:
        return ""
    text = location.strip()
    with suppress(UnicodeError):
        text = text.encode("latin-1").decode("utf-8")
    try:
        return urljoin(url, text)
    except ValueError:
        return text


def _seconds(after: str, now: str) -> float | None:
    """`Retry-After` in seconds: a number, or a moment on the server's own clock."""
    if after.strip().isdecimal():
        return float(after[:9])
    try:
        return max(0.0, (parsedate_to_datetime(after) - parsedate_to_datetime(now)).total_seconds())
    except (TypeError, ValueError):
        return None
