"""What to say when a file holds something else than the fields of an entry."""

from hubgen.diagnostics import Report, Span
from hubgen.model.nodes import Scalar, Sequence
from hubgen.model.schema import Collection
from hubgen.model.source import Source


def refuse_shape(
    node: Scalar | Sequence, source: Source, collection: Collection, report: Report
) -> None:
    """A list or a text stands where the fields of one entry are expected."""
    if isinstance(node, Sequence):
        message = "this file holds a list, and the fields of one entry are expected"
        advice = (
            "remove the hyphens before the fields; a list of several entries"
            f" belongs into content/{source.collection}.yaml"
        )
    else:
        message = "this file holds a text, and fields are expected"
        advice = f"write `{collection.title_field}: ...` and so on, with a space after each colon"
    report.add("HG131", Span(source.path, node.line, node.column), message, help=advice)
