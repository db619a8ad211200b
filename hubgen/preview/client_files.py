"""The scripts and styles that run in the browser while somebody previews: part of hubgen, and never of a site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from hubgen.files.stamps import digest_of
from hubgen.preview.types import media_type


@dataclass(frozen=True, slots=True)
class ClientFile:
    """One of them."""

    type: str
    data: bytes = field(repr=False)
    digest: str


@cache
def client_files() -> Mapping[str, ClientFile]:
    """By name, such as `preview.js`; read once."""
    folder = files("hubgen.preview") / "client"
    found = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    return {
        name: ClientFile(media_type(name), data, digest_of(data))
        for name, data in sorted(found.items())
    }
