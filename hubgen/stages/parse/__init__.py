"""Parse: from the bytes of a file to the fields of its entries, as written and with their places."""

from hubgen.diagnostics import Report, Span
from hubgen.model.document import Document
from hubgen.model.nodes import Mapping, Node
from hubgen.model.schema import Collection
from hubgen.model.source import Source
from hubgen.stages.parse.collection_file import documents_of
from hubgen.stages.parse.markdown_file import fields_of_markdown
from hubgen.stages.parse.shapes import refuse_shape
from hubgen.text.csv_reader import read_csv
from hubgen.text.decoding import decode
from hubgen.text.json_reader import read_json
from hubgen.text.yaml_reader import ENTRY_LIMITS, MANY_LIMITS, read_yaml

__all__ = ["parse"]


def parse(
    source: Source, data: bytes, collection: Collection, report: Report
) -> tuple[Document, ...]:
    """The entries of a file: one, many for a whole collection, none after a mistake that hides them."""
    text = decode(data, source.path, report)
    if text is None:
        return ()
    if not text.strip():
        _refuse_empty(source, "is empty", report)
        return ()
    if source.shape == "many":
        node = _read(source, text, report)
        return documents_of(node, source, collection, report) if node is not None else ()
    fields = _fields(source, text, collection, report)
    if fields is None:
        return ()
    return (Document(source, source.slug, fields, Span(source.path, fields.line, fields.column)),)


def _fields(source: Source, text: str, collection: Collection, report: Report) -> Mapping | None:
    if source.suffix == ".md":
        return fields_of_markdown(source, text, collection, report)
    node = _read(source, text, report)
    if node is None or isinstance(node, Mapping):
        return node
    refuse_shape(node, source, collection, report)
    return None


def _read(source: Source, text: str, report: Report) -> Node | None:
    own = Report()
    limits = MANY_LIMITS if source.shape == "many" else ENTRY_LIMITS
    match source.suffix:
        case ".json":
            node = read_json(text, source.path, own, limits=limits)
        case ".csv":
            node = read_csv(text, source.path, own, limits=limits)
        case _:
            node = read_yaml(text, source.path, own, limits=limits)
    report.include(own.diagnostics)
    if node is None and not own.diagnostics:
        _refuse_empty(source, "holds no data", report)
    return node


def _refuse_empty(source: Source, words: str, report: Report) -> None:
    report.add("HG136", Span(source.path), f"this file {words}", help="fill it in, or delete it")
