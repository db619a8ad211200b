"""An entry as its file says it, before the schema was asked."""

from msgspec import Struct

from hubgen.diagnostics import Span
from hubgen.model.nodes import Mapping
from hubgen.model.source import Source


class Document(Struct, frozen=True):
    """The fields of one entry with their places; a Markdown body is the field that the collection says it is."""

    source: Source
    slug: str
    fields: Mapping
    span: Span
    """Where the entry begins in its file."""
