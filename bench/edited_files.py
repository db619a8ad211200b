"""One field of somebody's file, in whatever style of YAML or JSON: read, and written anew in its place."""

import json
import re
from collections.abc import Sequence

import yaml


def fields_in(text: str) -> frozenset[str]:
    """The names of its fields, as they are written."""
    return frozenset(key.value for key, _ in _pairs(text)[1])


def list_in(text: str, name: str) -> tuple[str, ...]:
    """The values of a field as they are written; a text may hold several with commas between."""
    node = _node(text, name)[1]
    if isinstance(node, yaml.SequenceNode):
        return tuple(item.value for item in node.value)
    return tuple(part.strip() for part in re.split("[,;]", node.value))


def words_in(text: str, name: str) -> str:
    """The words of a field."""
    return str(_node(text, name)[1].value)


def with_field(text: str, name: str, value: str | Sequence[str]) -> str:
    """The file with this value in the field."""
    begin, node = _node(text, name)
    start, end = begin + node.start_mark.index, begin + node.end_mark.index
    written = json.dumps(value, ensure_ascii=False)
    if text[begin:end].endswith("\n"):
        # It stood in lines of its own, perhaps without indentation, up to the next field.
        written = f" {written}\n"
    return text[:start] + written + text[end:]


def _node(text: str, name: str) -> tuple[int, yaml.Node]:
    """The value of the field, and where the data begin from which its place counts."""
    begin, pairs = _pairs(text)
    return begin, next(value for key, value in pairs if key.value == name)


def _pairs(text: str) -> tuple[int, list[tuple[yaml.Node, yaml.Node]]]:
    """The fields, and where the data begin from which their places count."""
    found = re.match(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", text, re.DOTALL | re.MULTILINE)
    begin, data = (found.start(1), found[1]) if found else (0, text)
    root = yaml.compose(data, yaml.SafeLoader)
    return begin, root.value if isinstance(root, yaml.MappingNode) else []
