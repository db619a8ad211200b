"""Validate: one entry against its collection's schema, with every mistake in one go."""

from collections.abc import Callable

from hubgen.kinds import Reader, published, read_record
from hubgen.kinds.filling import given_fields
from hubgen.model.document import Document
from hubgen.model.entry import Entry
from hubgen.model.schema import Collection

EntryCheck = Callable[[Entry, Collection, Reader], None]

ENTRY_CHECKS: tuple[EntryCheck, ...] = ()
"""What one field alone can't tell: each looks at a whole entry and reports."""


def validate(document: Document, collection: Collection, reader: Reader) -> Entry:
    """The entry with a typed value for each field that was given rightly; the mistakes are in the reader's report.

    A translation may leave out any field, and gets no defaults.
    """
    fields = collection.fields
    is_original = document.source.locale == (reader.default_locale or document.source.locale)
    values = read_record(document.fields, fields, reader, complete=is_original)
    nodes = given_fields(document.fields, fields, reader.silent())
    entry = Entry(
        collection=collection.name,
        slug=document.slug,
        locale=document.source.locale,
        values=values,
        spans={name: reader.span(node) for name, node in nodes.items() if name in values},
        span=document.span,
        folder=document.source.folder,
        has_own_folder=document.source.shape == "folder",
    )
    for check in ENTRY_CHECKS:
        check(entry, collection, reader)
    return Entry(
        entry.collection,
        entry.slug,
        entry.locale,
        published(values, fields),
        entry.spans,
        entry.span,
        entry.folder,
        entry.has_own_folder,
    )
