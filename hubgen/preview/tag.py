"""The one thing that the preview adds to a page: the tag of its script."""

from html import escape
from typing import Final

from hubgen.preview.http.asking import OWN_FOLDER

SCRIPT: Final = "preview.js"
# It stands before the page's own scripts, so that it sees the page as it came.
BEFORE = (b"<script", b"</head>")


def tag(page: str, digest: str, *, base_path: str, token: str, revision: int) -> bytes:
    """The tag for the page at that path."""
    address = base_path.rstrip("/") + OWN_FOLDER + SCRIPT
    values = {"page": page, "digest": digest, "token": token, "revision": str(revision)}
    said = "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())
    return f'<script type="module" src="{escape(address)}"{said}></script>\n'.encode()


def tagged(data: bytes, added: bytes) -> bytes:
    """The page with the tag in it; everything else stays as it is."""
    places = [place for each in BEFORE if (place := data.find(each)) >= 0]
    place = min(places, default=len(data))
    return data[:place] + added + data[place:]
