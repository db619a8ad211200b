"""Who is let in: by which names the preview is known, and from which pages its events may be followed."""

import re
import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final

from hubgen.preview.http.refusals import Refused
from hubgen.preview.http.request_head import Request

DEFAULT_PORT: Final = 8000

OWN_HOSTS: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""Names of this computer that no name server can give to another one."""

METHODS: Final = ("GET", "HEAD")

_HOST: Final = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\.?(?::\d{0,5})?")


def new_token() -> str:
    """What only pages of this run know."""
    return secrets.token_urlsafe(24)


@dataclass(frozen=True, slots=True)
class Door:
    """Where a preview is, and to whom it opens."""

    token: str = field(repr=False)
    """Of this run; pages carry it, and the event stream asks for it."""
    host: str = "127.0.0.1"
    port: int | None = None
    """One that was asked for, or none: the first free one from 8000 on."""
    allowed_hosts: tuple[str, ...] = ()
    """Names beside those of this computer itself."""
    base_path: str = "/"
    """As in the hub's `base_url`; begins and ends with `/`."""

    def admit(self, request: Request) -> None:
        """Raises Refused unless this is a GET or HEAD for a name of ours."""
        self._check_host(request)
        if request.method not in METHODS:
            allowed = ", ".join(METHODS)
            raise Refused(405, "The preview only shows; it changes nothing.", ("Allow", allowed))
        if request.has_body:
            raise Refused(400, "A request to look at something has no content of its own.")

    def admit_to_events(self, request: Request, token: str) -> None:
        """Raises Refused unless this comes from a page of this very run."""
        origin, site = request.header("origin"), request.header("sec-fetch-site")
        is_ours = not origin or _is_origin_of(origin, request.header("host"))
        if not is_ours or site not in {"", "same-origin", "none"}:
            raise Refused(403, "Only pages of the preview itself are told of changes.")
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            raise Refused(403, "This page is of an earlier run of the preview: load it again.")

    def _check_host(self, request: Request) -> None:
        """A name server of somebody else's can give this computer's address to any name (DNS rebinding)."""
        if "host" not in request.headers:
            raise Refused(400, "The request doesn't say for which host it is.")
        name = host_name(request.headers["host"])
        if name in OWN_HOSTS or (name and name in map(host_name, self.allowed_hosts)):
            return
        example = name.strip("[]") or "NAME"
        raise Refused(
            403,
            "The preview answers to localhost, 127.0.0.1 and [::1] only, so that no other website can read it.\n"
            f"If this name is yours, start it with: hubgen serve --allow-host {example}",
        )


def host_name(text: str) -> str:
    """The host without its port, as names are compared; empty when it is none."""
    plain = text.strip().lower()
    if plain.count(":") > 1 and not plain.startswith("["):
        plain = f"[{plain}]"
    if not plain.isascii():
        try:
            plain = plain.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    found = _HOST.fullmatch(plain)
    return found[1] if found else ""


def is_loopback(host: str) -> bool:
    """Whether only this computer reaches it."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host_name(host) == "localhost"


def _is_origin_of(origin: str, host: str) -> bool:
    """Compared with the name under which we were asked, which is one of ours: a port may be forwarded."""
    return origin.lower() in {f"http://{host.lower()}", f"https://{host.lower()}"}
