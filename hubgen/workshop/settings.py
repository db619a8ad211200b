"""The hub's settings, read with the schema that comes with hubgen, which an earlier run has mostly read already."""

from hashlib import blake2b
from types import MappingProxyType

from msgspec import Struct

from hubgen.config.collections import SHIPPED, built_in, every_field
from hubgen.config.loading import load_site
from hubgen.config.settings import SETTINGS, setting_fields
from hubgen.config.site import Site
from hubgen.diagnostics import Report
from hubgen.incremental import cache_file
from hubgen.model.schema import Collection, Field
from hubgen.workshop.workshop import Workshop

KEPT = "schema.cache"


class Schema(Struct, frozen=True):
    """The schema that comes with hubgen, as it was read from its files."""

    digest: str
    """Of the bytes of these files."""
    collections: dict[str, Collection]
    every: dict[str, Field]
    """The fields that every entry has."""
    settings: dict[str, Field]


def settings_of(shop: Workshop, report: Report) -> Site:
    """What `site.yaml` says; what is wrong with it is in the report."""
    kept = cache_file.load(shop.cache / KEPT, Schema) if shop.cache else None
    now = _digest()
    if kept is not None and kept.digest == now:
        built_in.take(MappingProxyType(kept.collections))
        every_field.take(MappingProxyType(kept.every))
        setting_fields.take(MappingProxyType(kept.settings))
        return load_site(shop.folder, report)
    site = load_site(shop.folder, report)
    if shop.store is not None:
        read = Schema(now, dict(built_in()), dict(every_field()), dict(setting_fields()))
        cache_file.save(shop.store / KEPT, read)
    return site


def _digest() -> str:
    hasher = blake2b(digest_size=16)
    for path in (*sorted(SHIPPED.glob("*.yaml")), SETTINGS):
        hasher.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return hasher.hexdigest()
