"""How programs other than hubgen take the same file: what is text here may be a number, a date or a no to them."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import yaml

from hubgen.model.nodes import Mapping as MappingNode
from hubgen.model.nodes import Node, Scalar
from hubgen.text.json_values import json_value

Taking = Callable[[Node], Any]
_CORE = (
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text, 0)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
)
"""The core schema of YAML 1.2 (section 10.3.2)."""
_UNTYPED = {"tag:yaml.org,2002:" + name for name in ("str", "timestamp", "value", "merge")}


def as_text(node: Node) -> Any:
    """Every text as it stands; nothing is null."""
    return _taken(node, lambda text: text)


def by_yaml_1_2(node: Node) -> Any:
    """As editors do."""
    return _taken(node, _core)


def by_yaml_1_1(node: Node) -> Any:
    """As PyYAML does, but for dates, which have no type in JSON."""
    return _taken(node, _resolved)


TAKINGS: Mapping[str, Taking] = {
    "text": as_text,
    "JSON": json_value,
    "YAML 1.2": by_yaml_1_2,
    "YAML 1.1": by_yaml_1_1,
}


def _taken(node: Node, literal: Callable[[str], Any]) -> Any:
    if isinstance(node, MappingNode):
        return {key.text: _taken(value, literal) for key, value in node.items}
    if not isinstance(node, Scalar):
        return [_taken(item, literal) for item in node.items]
    if node.quoted:
        return node.text
    return None if node.is_empty and not node.text.strip(" ~NULnul") else literal(node.text)


def _core(text: str) -> Any:
    for form, make in _CORE:
        if form.fullmatch(text):
            return _number(make, text)
    return text


def _resolved(text: str) -> Any:
    loader: Any = yaml.SafeLoader("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))
    if tag in _UNTYPED:
        return text
    return _number(loader.construct_object, yaml.ScalarNode(tag, text), text)


def _number(make: Callable[[Any], Any], given: Any, otherwise: str = "") -> Any:
    try:
        return make(given)
    except ValueError:  # More digits than Python makes into a number.
        return otherwise or given
