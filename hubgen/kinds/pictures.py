"""The kind of a picture: a file of the hub, and words for who can't see it."""

from hubgen.kinds.filling import read_fields
from hubgen.kinds.kind import Kind, always
from hubgen.kinds.reader import Reader
from hubgen.kinds.schema_parts import parts_schema
from hubgen.kinds.schema_shapes import one_text, text_or_parts
from hubgen.kinds.shapes import is_absent, one_scalar
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.kinds.simple import SIMPLE_KINDS
from hubgen.kinds.texts import file_of, line_schema
from hubgen.model.nodes import Mapping, Node
from hubgen.model.schema import Field
from hubgen.model.values import ImageUse

IMAGE_FIELDS = {
    "file": Field(
        "file",
        "file",
        required=True,
        help="The picture's file, beside this one.",
        example="ada.jpg",
        synonyms=("path", "src", "source", "url"),
    ),
    "alt": Field(
        "alt",
        "text",
        label="What it shows",
        help="In a few words, for people who cannot see it.",
        max_length=500,
        synonyms=("description", "alternative", "text", "caption"),
    ),
}
"""The parts of a picture."""


def _read_image(node: Node, field: Field, reader: Reader) -> ImageUse | None:
    if type(node) is Mapping and not is_absent(node):
        parts = read_fields(node, IMAGE_FIELDS, SIMPLE_KINDS, reader.inside(field.name))
        file, alt = parts.get("file", ""), parts.get("alt", "")
        place = node.get("file") or node
    else:
        scalar = one_scalar(node, field, reader)
        file, alt, place = scalar and file_of(scalar, field, reader), "", node
    if not file:
        return None
    if not alt:
        advice = f"write {field.name}: {{file: {file}, alt: what can be seen}}"
        reader.refuse(field, "HG360", place, "the picture has no description", help=advice)
    return ImageUse(file, alt, reader.span(place))


def _image_schema(field: Field, sheet: Sheet) -> Schema:
    parts = parts_schema(IMAGE_FIELDS, SIMPLE_KINDS, sheet.inside(field.name))
    return text_or_parts(one_text(line_schema(field, sheet), sheet), parts)


PICTURE_KINDS = (Kind("image", _read_image, always(ImageUse), _image_schema),)
