"""An entry as its file says it, before the schema was asked."""

from dataclasses import dataclass

from hubgen.diagnostics import Span
from hubgen.model.nodes import Mapping
from hubgen.model.source import Source


@dataclass(frozen=True, slots=True)
class Document:
    """The fields of one entry with their places; a Markdown body is the field that the collection says it is."""

    source: Source
    slug: str
    fields: Mapping
    span: Span
    """Where the entry begins in its file."""
