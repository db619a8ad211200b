"""What hosts read: `_headers`, in which Netlify, Cloudflare Pages and others look up what to send with each file."""

from collections.abc import Iterable, Iterator
from functools import partial

from hubgen.model.machine_views import TextView
from hubgen.model.plan import Page
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.policy import host_policy

HEADERS = "_headers"
FINGERPRINTED = ("assets", "media")
"""Folders in which an address holds a digest of its file: what was fetched once never changes."""
FOR_EVER = "public, max-age=31536000, immutable"
FORBIDDEN = ("camera", "geolocation", "microphone", "payment", "usb")
"""What no page of a hub needs, and nothing that slips into one shall have."""


def host_files(base_path: str, static: Iterable[str]) -> Iterator[Page]:
    """The headers below that path; none where the hub has its own among its static files, whose paths are given."""
    own = tuple(static)
    if HEADERS not in own:
        kept = [folder for folder in FINGERPRINTED if not _any_in(folder, own)]
        yield Page(HEADERS, "text", partial(_headers, base_path, tuple(kept)))


def _headers(base_path: str, kept: tuple[str, ...], _edition: Edition) -> TextView:
    everywhere = {
        "Content-Security-Policy": host_policy(),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in FORBIDDEN),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    rules = [_rule(f"{base_path}*", everywhere)]
    rules += [_rule(f"{base_path}{folder}/*", {"Cache-Control": FOR_EVER}) for folder in kept]
    return TextView("\n".join(rules))


def _rule(path: str, headers: dict[str, str]) -> str:
    return "".join((f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())))


def _any_in(folder: str, paths: Iterable[str]) -> bool:
    """Whether a file lies in the folder that nobody gave a digest."""
    return any(path.casefold().startswith(f"{folder}/") for path in paths)
