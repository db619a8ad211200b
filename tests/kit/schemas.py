"""A hub's files beside its JSON Schemas: what an editor would say about each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from jsonschema import Draft202012Validator

from hubgen.config.fingerprint import schema_digest
from hubgen.config.loading import load_site
from hubgen.config.place import SITE_FILE
from hubgen.config.site import Site
from hubgen.describing import FORMATS, Subject
from hubgen.describing.json_schema import ENDING
from hubgen.diagnostics import Report
from hubgen.files.limits import MANY_FILE_LIMIT
from hubgen.files.reading import HubFolder, Unreadable
from hubgen.kinds import record_schema
from hubgen.kinds.schema_shapes import whole
from hubgen.kinds.sheet import Sheet
from hubgen.model.nodes import Node
from hubgen.model.schema import Field
from hubgen.model.source import Source
from hubgen.stages.discover import discover
from hubgen.stages.parse import parse
from hubgen.text.csv_reader import read_csv
from hubgen.text.decoding import decode
from hubgen.text.json_reader import read_json
from hubgen.text.yaml_reader import MANY_LIMITS, read_yaml
from tests.kit.other_readers import Taking

_MADE: dict[Any, dict[str, Any]] = {}
"""Most hubs of tests have the same settings."""
_READERS = {".json": read_json, ".csv": read_csv}


@dataclass(frozen=True)
class Beside:
    """A file as it was read, and the name of its schema."""

    path: str
    schema: str
    node: Node


def schemas_of(site: Site) -> dict[str, Any]:
    """By name: every JSON Schema of a hub."""
    key = (schema_digest(site), len(site.languages), tuple(site.severities.items()))
    if key not in _MADE:
        made = FORMATS["json-schema"](Subject(site))
        _MADE[key] = {
            each.name.removesuffix(ENDING): msgspec.json.decode(each.data) for each in made
        }
    return _MADE[key]


def refusals(root: Path, take: Taking) -> dict[str, str]:
    """By path: why a program that takes files like this doesn't accept a file of the hub."""
    schemas = schemas_of(load_site(HubFolder(root), Report()))
    judged = (
        (each.path, Draft202012Validator(schemas[each.schema]).iter_errors(take(each.node)))
        for each in files_beside_schemas(root)
    )
    return {path: problem.message for path, problems in judged for problem in problems}


def validator_of(fields: Mapping[str, Field], sheet: Sheet | None = None) -> Draft202012Validator:
    """What judges named parts by the schema of their fields."""
    sheet = sheet or Sheet()
    return Draft202012Validator(whole(record_schema(fields, sheet), sheet))


def files_beside_schemas(root: Path) -> Iterator[Beside]:
    """The settings and the content files of a hub that can be read as data."""
    folder = HubFolder(root)
    site = load_site(folder, Report())
    if node := _data(folder, SITE_FILE):
        yield Beside(SITE_FILE, "site", node)
    for source in discover(folder, site, {}, Report()):
        translation = "" if source.locale == site.language else ".translation"
        many = ".list" if source.shape == "many" else ""
        node = (
            _front_matter(source, folder, site)
            if source.suffix == ".md"
            else _data(folder, source.path)
        )
        if node:
            yield Beside(source.path, f"{source.collection}{translation}{many}", node)


def _front_matter(source: Source, folder: HubFolder, site: Site) -> Node | None:
    """The fields of a Markdown file with its body among them."""
    try:
        data = folder.read(source.path, MANY_FILE_LIMIT)
    except Unreadable:
        return None
    found = parse(source, data, site.collections[source.collection], Report())
    return found[0].fields if found else None


def _data(folder: HubFolder, path: str) -> Node | None:
    try:
        text = decode(folder.read(path, MANY_FILE_LIMIT), path, Report())
    except Unreadable:
        return None
    read = _READERS.get(Path(path).suffix, read_yaml)
    return None if text is None else read(text, path, Report(), limits=MANY_LIMITS)
