"""Validate: one entry against its collection's schema, with every mistake in one go."""

from datetime import datetime
from typing import Any

from hubgen.kinds import Reader, given_fields, published, read_record
from hubgen.model.document import Document
from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.stages.validate.agreement import ENTRY_CHECKS
from hubgen.stages.validate.whole import Whole

__all__ = ["ENTRY_CHECKS", "validate"]


def validate(document: Document, collection: Collection, reader: Reader) -> Entry | None:
    """The entry with a typed value for each field that was given rightly; None when it has no name to show it by.

    The mistakes are in the reader's report. A translation may leave out any field, and gets no defaults.
    """
    fields = collection.fields
    nodes = given_fields(document.fields, fields, reader)
    is_original = document.source.locale == (reader.default_locale or document.source.locale)
    values = read_record(document.fields, fields, reader, complete=is_original, found=nodes)
    if _is_dated(collection, values):
        whole = Whole(collection, values, nodes, reader)
        for check in ENTRY_CHECKS:
            check(whole)
    if is_original and _is_nameless(collection, values):
        return None
    open_values = published(values, fields)
    return Entry(
        collection.name,
        document.slug,
        document.source.locale,
        open_values,
        {name: reader.span(node) for name, node in nodes.items() if name in open_values},
        document.span,
        document.source.folder,
        document.source.shape == "folder",
    )


def _is_dated(collection: Collection, values: dict[str, Any]) -> bool:
    if collection.start_field or collection.deadline_field:
        return True
    return any(isinstance(value, datetime) for value in values.values())


def _is_nameless(collection: Collection, values: dict[str, Any]) -> bool:
    """Whether the title is missing though the schema asks for it, and no other entry lends one."""
    title = collection.fields.get(collection.title_field)
    if title is None or title.name in values or collection.inherits in values:
        return False
    return title.required or bool(title.required_unless)
