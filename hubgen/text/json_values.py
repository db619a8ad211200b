"""What stands in a file as other programs see it: texts, numbers, yes and no, lists and objects."""

import json
from typing import Any, Final

from hubgen.model.nodes import Mapping, Node, Scalar
from hubgen.text.patterns import pattern

_NUMBER: Final = pattern(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,20})?")
"""Numbers that every reader of YAML and JSON takes for the same."""


def json_value(node: Node) -> Any:
    """The value in the words of JSON; unquoted text is a number, a yes-or-no or nothing where that is beyond doubt."""
    if isinstance(node, Mapping):
        return {key.text: json_value(value) for key, value in node.items}
    return _literal(node) if isinstance(node, Scalar) else list(map(json_value, node.items))


def _literal(scalar: Scalar) -> Any:
    if scalar.quoted:
        return scalar.text
    if scalar.is_empty:
        return None
    if scalar.text in {"true", "false"} or _NUMBER.fullmatch(scalar.text):
        return json.loads(scalar.text)
    return scalar.text
