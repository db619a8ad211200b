"""The JSON Schema of `site.yaml`: its settings say theirs, and the few that are read by hand say it here."""

from typing import Final

from hubgen.config.definition_schema import collections_schema
from hubgen.config.settings import parts_of, setting_fields
from hubgen.diagnostics.catalog import CATALOG
from hubgen.kinds import record_schema
from hubgen.kinds.schema_parts import described
from hubgen.kinds.schema_shapes import LITERALS, named_parts, optional
from hubgen.kinds.sheet import Schema, Sheet

_LINKS: Final = ("menu", "footer.links", "home.sections", "home.actions")


def site_schema(sheet: Sheet) -> Schema:
    """What `site.yaml` may say; the sheet is a new one."""
    settings = setting_fields()
    schema = record_schema(settings, sheet)
    sheet.keep("collections", described(settings["collections"], collections_schema(sheet)))
    sheet.keep("theme.options", described(parts_of("theme")["options"], _options_schema(sheet)))
    codes = {"propertyNames": {"enum": sorted(CATALOG)}} if sheet.forbids("HG404") else {}
    sheet.parts["diagnostics"] |= codes
    if not sheet.forbids("HG406"):
        for name in _LINKS:
            sheet.keep(name, {})
    return schema


def _options_schema(sheet: Sheet) -> Schema:
    """A word or a number for each option; which there are is the theme's affair."""
    values = {"type": [*LITERALS, "null"]} if sheet.forbids("HG406") else {}
    return optional(named_parts({"additionalProperties": values}, sheet))
