"""The organisers' own files that are copied as they are: a domain name, a logo, a verification page."""

from collections.abc import Iterator

from msgspec import Struct

from hubgen.config.site import Site
from hubgen.diagnostics import Span
from hubgen.files.reading import FoundFile, HubFolder, Refused
from hubgen.files.stamps import digest_of
from hubgen.workshop.workshop import Workshop


class StaticFile(Struct, frozen=True):
    """One file of the static folder."""

    path: str
    digest: str
    folder: HubFolder
    limit: int

    def read(self) -> bytes:
        """Its bytes."""
        return self.folder.read(self.path, self.limit)


def static_files(site: Site, shop: Workshop) -> Iterator[StaticFile]:
    """The files of the static folder; what must not be read is reported."""
    limit = site.limits.file_mb * 1_000_000
    for found in shop.folder.walk(site.static):
        if isinstance(found, Refused):
            shop.report.add(found.code, Span(found.path), found.reason, help=found.help)
        else:
            yield StaticFile(found.path, _digest(found), shop.folder, limit)


def _digest(found: FoundFile) -> str:
    """Of what the file system says of it: static files may be large, and are only copied."""
    return digest_of(repr((found.path, found.size, found.mtime_ns, found.changed_ns)).encode())
