"""What `site.yaml` may say: its settings as fields, read from `settings.yaml` beside this file."""

from collections.abc import Mapping as MappingOf
from pathlib import Path
from types import MappingProxyType
from typing import Final

from hubgen.config.collections import BUILT_IN, BrokenSchema
from hubgen.config.definitions import Definitions
from hubgen.config.once import Once
from hubgen.diagnostics import Report
from hubgen.kinds import Reader
from hubgen.model.schema import Field
from hubgen.text.yaml_reader import read_yaml

SETTINGS: Final = Path(__file__).with_name("settings.yaml")


@Once
def setting_fields() -> MappingOf[str, Field]:
    """Every setting by name, in the order of the docs."""
    report = Report()
    node = read_yaml(SETTINGS.read_text(encoding="utf-8"), SETTINGS.name, report)
    if node is None:
        raise BrokenSchema(*report.diagnostics)
    fields = Definitions(Reader(SETTINGS.name, report), frozenset(BUILT_IN)).fields(node, {})
    if report.diagnostics:
        raise BrokenSchema(*report.diagnostics)
    return MappingProxyType(fields)


def parts_of(name: str) -> MappingOf[str, Field]:
    """The fields of a setting that is a record, or of its items when it is a list or mapping of records."""
    field = setting_fields()[name]
    inner = field.of if isinstance(field.of, Field) else field
    return inner.fields
