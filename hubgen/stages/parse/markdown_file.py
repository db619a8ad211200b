"""An entry in Markdown: its fields between two lines of hyphens, its text below them."""

import re

from hubgen.diagnostics import Related, Report, Span
from hubgen.model.nodes import Mapping, Node, Scalar
from hubgen.model.schema import Collection
from hubgen.model.source import Source
from hubgen.stages.parse.shapes import refuse_shape
from hubgen.text.front_matter import FrontMatter, split
from hubgen.text.patterns import pattern
from hubgen.text.positions import count_lines, end_of
from hubgen.text.yaml_reader import read_yaml

Items = tuple[tuple[Scalar, Node], ...]

# Atomic and possessive: a file of empty lines must not be tried in every combination of \r and \n.
_BLANK_LINES = pattern(r"(?:[ \t]*+(?>\r\n|\r|\n))*+")
_HEADING = pattern(_BLANK_LINES.pattern + r"( {0,3}#[ \t]++)([^\r\n]++)")
"""A first-level heading with nothing but empty lines before it."""
_LINE_BREAK = pattern(r"\r\n?")


def fields_of_markdown(
    source: Source, text: str, collection: Collection, report: Report
) -> Mapping | None:
    """The fields with the body among them; None after a mistake that hides them."""
    parts = split(text)
    if parts is None:
        return _without_front_matter(source, text, collection, report)
    if not parts.is_closed:
        line = 1 + count_lines(text[: text.index("---")])
        message = "the fields begin here, and nothing shows where they end"
        advice = "put a line of three hyphens after the last field"
        report.add("HG132", Span(source.path, line, 1, line, 4), message, help=advice)
        return None
    return _with_front_matter(source, parts, collection, report)


def _with_front_matter(
    source: Source, parts: FrontMatter, collection: Collection, report: Report
) -> Mapping | None:
    own = Report()
    node = read_yaml(parts.yaml, source.path, own, first_line=parts.yaml_line)
    report.include(own.diagnostics)
    if node is None and own.diagnostics:
        return None
    if not isinstance(node, Mapping | None):
        refuse_shape(node, source, collection, report)
        return None
    items = node.items if node else ()
    body, line = parts.body, parts.body_line
    if _lacks_title(items, collection) and (heading := _HEADING.match(body)):
        items = (*items, _title(heading, line, collection))
        line += count_lines(heading.group())
        body = body[heading.end() :]
    return _mapping(_with_body(items, (body, line), source, collection, report), parts.yaml_line)


def _without_front_matter(
    source: Source, text: str, collection: Collection, report: Report
) -> Mapping | None:
    heading = _HEADING.match(text)
    if heading is None or collection.title_field not in collection.fields:
        _refuse_nameless(source, text, collection, report)
        return None
    title = _title(heading, 1, collection)
    rest = (text[heading.end() :], title[0].line)
    return _mapping(_with_body((title,), rest, source, collection, report), title[0].line)


def _lacks_title(items: Items, collection: Collection) -> bool:
    """Whether the entry must have a title and its fields don't give it."""
    field = collection.fields.get(collection.title_field)
    if field is None or not field.required:
        return False
    names = {field.name, *field.synonyms}
    return not any(key.text in names for key, _ in items)


def _title(
    heading: re.Match[str], first_line: int, collection: Collection
) -> tuple[Scalar, Scalar]:
    line = first_line + count_lines(heading.group())
    margin, text = heading.group(1), heading.group(2).rstrip()
    bare = text.rstrip("#")
    if bare.endswith((" ", "\t")):
        text = bare.rstrip()
    column = len(margin) + 1
    key = Scalar(collection.title_field, line, 1, line, column)
    return key, Scalar(text, line, column, line, column + len(text), quoted=True)


def _with_body(
    items: Items, rest: tuple[str, int], source: Source, collection: Collection, report: Report
) -> Items:
    body, line = rest
    blank = _BLANK_LINES.match(body)
    if blank is not None:
        body, line = body[blank.end() :], line + count_lines(blank.group())
    if not body.strip():
        return items
    field = collection.body_field
    if field is None:
        message = f"entries of '{collection.name}' have no field for the text that begins here"
        advice = (
            "move it into one of the fields, or give the collection a field"
            " {kind: markdown, body: true} in site.yaml"
        )
        report.add("HG135", Span(source.path, line), message, help=advice)
        return items
    given = next((key for key, _ in items if key.text == field.name), None)
    if given is not None:
        _refuse_second(given, field.name, Span(source.path, line), report)
        return items
    key = Scalar(field.name, line, 1, line, 1)
    place = (line, 1, *end_of(body, line, 1))
    text = _LINE_BREAK.sub("\n", body)
    return (*items, (key, Scalar(text, *place, quoted=True, block_line=line, block_column=1)))


def _mapping(items: Items, line: int) -> Mapping:
    last = items[-1][1] if items else None
    end = (last.end_line, last.end_column) if last else (line, 1)
    return Mapping(items, line, 1, *end)


def _refuse_second(given: Scalar, name: str, place: Span, report: Report) -> None:
    first = Span(place.path, given.line, given.column, given.end_line, given.end_column)
    message = f"the text below the fields is the field '{name}', which is given above already"
    advice = f"remove `{name}` from the fields, or the text"
    report.add("HG134", place, message, help=advice, related=(Related(first, "given here"),))


def _refuse_nameless(source: Source, text: str, collection: Collection, report: Report) -> None:
    blank = _BLANK_LINES.match(text)
    line = 1 + count_lines(blank.group() if blank else "")
    title = collection.title_field
    message = f"this file says nowhere what the {collection.singular} is called"
    advice = f"put its fields at the top, between two lines of three hyphens: `{title}: ...`"
    if title in collection.fields:
        advice += ", or begin with a heading: `# ...`"
    report.add("HG133", Span(source.path, line), message, help=advice)
