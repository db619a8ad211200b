"""Lists in the front matter of somebody's file, in whatever style of YAML: read, and written anew in their place."""

import json
import re
from collections.abc import Sequence

import yaml


def front_matter_list(text: str, name: str) -> tuple[str, ...]:
    """The values of a field as they are written; a text may hold several with commas between."""
    node = _node(text, name)[1]
    if isinstance(node, yaml.SequenceNode):
        return tuple(item.value for item in node.value)
    return tuple(part.strip() for part in re.split("[,;]", node.value))


def with_front_matter_list(text: str, name: str, values: Sequence[str]) -> str:
    """The file with these values in the field."""
    begin, node = _node(text, name)
    start, end = begin + node.start_mark.index, begin + node.end_mark.index
    written = json.dumps(values, ensure_ascii=False)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        # It stood in lines of its own, perhaps without indentation, up to the next field.
        written = f" {written}\n"
    return text[:start] + written + text[end:]


def _node(text: str, name: str) -> tuple[int, yaml.Node]:
    """The value of the field, and where the front matter begins from which its place counts."""
    found = re.match(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", text, re.DOTALL | re.MULTILINE)
    if found is None:
        raise ValueError("a file without front matter")
    root = yaml.compose(found[1], yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return found.start(1), next(value for key, value in pairs if key.value == name)
