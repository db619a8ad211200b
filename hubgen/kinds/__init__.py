"""Kinds of fields: what each reads, complains about, and keeps. Content and `site.yaml` are read by the same ones."""

from hubgen.kinds.filling import given_fields
from hubgen.kinds.kind import Kind
from hubgen.kinds.reader import Reader
from hubgen.kinds.record import FIELD_KINDS, published, read_record, record_schema, values_type

__all__ = [
    "FIELD_KINDS",
    "Kind",
    "Reader",
    "given_fields",
    "published",
    "read_record",
    "record_schema",
    "values_type",
]
