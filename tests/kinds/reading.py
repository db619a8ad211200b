"""Reads one value, or one record, that stands in a test as YAML."""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent
from typing import Any

from hubgen.diagnostics import Diagnostic, Report, Severity
from hubgen.kinds import FIELD_KINDS, Reader, read_record
from hubgen.model.nodes import Mapping as MappingNode
from hubgen.model.nodes import Node
from hubgen.model.schema import Field
from hubgen.text.yaml_reader import read_yaml

PATH = "content/things/a.yaml"


@dataclass(frozen=True)
class Outcome:
    """A value, and what was said about it."""

    value: Any
    diagnostics: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """In the order of their places."""
        return [each.code for each in self.diagnostics]

    @property
    def only(self) -> Diagnostic:
        """The one thing that was said."""
        (found,) = self.diagnostics
        return found

    @property
    def has_errors(self) -> bool:
        """Whether anything keeps the hub from being published."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)


def node_of(text: str) -> Node:
    """The YAML of a test as nodes; it must be sound."""
    report = Report()
    node = read_yaml(dedent(text).strip("\n"), PATH, report)
    assert report.diagnostics == ()
    assert node is not None
    return node


def read_field(field: Field, text: str, path: str = PATH) -> Outcome:
    """The value of `x`, for a text such as `x: [a, b]`."""
    node = node_of(text)
    assert isinstance(node, MappingNode)
    value = node.get("x")
    assert value is not None
    report = Report()
    read = FIELD_KINDS[field.kind].read(value, field, Reader(path, report))
    return Outcome(read, report.diagnostics)


def read(kind: str, text: str, **attributes: Any) -> Outcome:
    """The value that a kind reads from YAML that stands after `x: `."""
    return read_field(Field("x", kind, **attributes), f"x: {text}")


def read_fields_of(fields: Mapping[str, Field], text: str, **settings: Any) -> Outcome:
    """The values of a record."""
    node = node_of(text)
    assert isinstance(node, MappingNode)
    report = Report()
    complete = settings.pop("complete", True)
    values = read_record(node, fields, Reader(PATH, report, **settings), complete=complete)
    return Outcome(values, report.diagnostics)


def fields(*given: Field) -> dict[str, Field]:
    """A schema."""
    return {field.name: field for field in given}
