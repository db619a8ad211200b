"""Which fields of a collection search looks at: found out once for all of its entries."""

from hubgen.model.schema import Collection, Field
from hubgen.model.search import SearchedFields
from hubgen.stages.plan.edition import Edition

SAID_KINDS = frozenset({"text", "tags", "choice", "references", "reference", "place", "country"})
"""Fields beside title, summary and body whose words people look for: a town, an author, a kind of event."""


def searched_fields(collection: str, edition: Edition) -> SearchedFields:
    """The collection's fields of which search knows something."""
    if collection not in edition.searched_fields:
        edition.searched_fields[collection] = _fields_of(edition.hub.collections[collection])
    return edition.searched_fields[collection]


def leaf(field: Field) -> Field:
    """The field itself, or that of a list's items."""
    return leaf(field.of) if isinstance(field.of, Field) else field


def _fields_of(collection: Collection) -> SearchedFields:
    fields, body = collection.fields.values(), collection.body_field
    return SearchedFields(
        body=body.name if body else "",
        said=tuple(each for each in fields if _is_said(each, collection)),
        skills=tuple(each.name for each in fields if each.holds(frozenset({"skills"}))),
    )


def _is_said(field: Field, collection: Collection) -> bool:
    left_out = {collection.title_field, collection.summary_field}
    plain = not (field.private or field.internal or field.name in left_out)
    return plain and leaf(field).kind in SAID_KINDS
