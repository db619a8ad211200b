"""What passes between the server and whoever knows the answers: plain values, no path of any file system."""

from dataclasses import dataclass
from typing import Final, Protocol

OWN_FOLDER: Final = "/__hubgen/"
"""Below the base path; whatever is no page of the hub lives here."""

EVENTS_PATH: Final = f"{OWN_FOLDER}events"
"""The one address that the server answers itself: `?page=<path>&token=<token>&since=<revision>`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One GET or HEAD that passed the checks of host and form."""

    path: str
    """Below the base path, percent-decoded exactly once, begins with `/`; never a file-system path."""
    query: str = ""
    """As it was sent, without its `?`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes out; the server adds lengths, 304, ranges, HEAD and the headers that keep a browser safe."""

    status: int
    type: str
    """Such as `text/html`; texts get their `charset=utf-8` from the server."""
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    """`Location` and the like, in ASCII."""
    etag: str = ""
    """A digest of the body, without quotes; the server makes one where it is empty."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that an open page is told."""

    revision: int
    """The revision of the hub that it brings: the event's id, which a browser names when it comes back."""
    name: str
    data: str = ""


class Answerer(Protocol):
    """Whoever knows the hub. Called from several threads at once."""

    def answer(self, asked: Asked) -> Answer:
        """Never raises; if it does nevertheless, the browser gets a plain page of status 500."""
        ...

    def missed(self, page: str, revision: int, /) -> tuple[Event, ...]:
        """What a tab that shows the page and has last heard of that revision ought to be told now."""
        ...
