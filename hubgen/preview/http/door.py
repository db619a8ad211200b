"""Who is let in: by which names the preview is known, from which pages its events may be followed."""

from dataclasses import dataclass
from typing import Final

DEFAULT_PORT: Final = 8000


@dataclass(frozen=True, slots=True)
class Door:
    """Where a preview is, and to whom it opens."""

    token: str
    """Of this run; pages carry it, and the event stream asks for it."""
    host: str = "127.0.0.1"
    port: int | None = None
    """One that was asked for, or none: the first free one from 8000 on."""
    allowed_hosts: tuple[str, ...] = ()
    """Names beside those of this computer itself."""
    base_path: str = "/"
    """As in the hub's `base_url`; begins and ends with `/`."""
