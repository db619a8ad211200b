"""JSON Schema (2020-12) for editors: of an entry of each collection, of a file that holds many, and of `site.yaml`."""

from collections.abc import Iterator
from typing import Final

import msgspec

from hubgen.config.site import Site
from hubgen.config.site_schema import site_schema
from hubgen.describing.description import Description
from hubgen.describing.entries import entry_schema, many_schema, translation_of
from hubgen.kinds.schema_shapes import whole
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.model.schema import Collection

ENDING: Final = ".schema.json"


def json_schemas(site: Site) -> Iterator[Description]:
    """`members.schema.json`, `members.list.schema.json`, for translations the same, and so on; `site.schema.json` last."""
    for collection in site.collections.values():
        yield from _of_collection(collection, site)
    sheet = _sheet(site)
    about = {"title": "site.yaml", "description": "The settings of a hub."}
    yield _document("site", {**about, **site_schema(sheet)}, sheet)


def _of_collection(collection: Collection, site: Site) -> Iterator[Description]:
    forms = {collection.name: collection}
    if len(site.languages) > 1:
        forms[f"{collection.name}.translation"] = translation_of(collection)
    for name, form in forms.items():
        for part, make in (("", entry_schema), (".list", many_schema)):
            sheet = _sheet(site)
            yield _document(name + part, make(form, sheet), sheet)


def _sheet(site: Site) -> Sheet:
    return Sheet(site.severities)


def _document(name: str, schema: Schema, sheet: Sheet) -> Description:
    data = msgspec.json.encode(whole(schema, sheet))
    return Description(name + ENDING, msgspec.json.format(data, indent=1) + b"\n")
