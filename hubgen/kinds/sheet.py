"""What every kind is given beside the field when it says in JSON Schema what it reads."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from hubgen.diagnostics import Severity
from hubgen.diagnostics.catalog import CATALOG

Schema = dict[str, Any]
"""A JSON Schema (2020-12) as plain values."""


class Sheet(Struct, frozen=True):
    """The document that is being written."""

    severities: Mapping[str, Severity] = field(default_factory=dict)
    """What the hub makes of codes: a mistake that doesn't keep it from being published is no mistake in its schema."""
    parts: dict[str, Schema] = field(default_factory=dict)
    """What is said in several places, for `$defs`; grows while kinds describe themselves, as a report does while they read."""
    trail: str = ""
    """The names of the records around the field that is described: `registration.`"""

    def forbids(self, *codes: str) -> bool:
        """Whether each of these diagnostics is an error here."""
        return all(
            self.severities.get(code, CATALOG[code].severity) is Severity.ERROR for code in codes
        )

    def only(self, code: str, **keywords: Any) -> Schema:
        """The keywords, where what they forbid is an error here."""
        return keywords if self.forbids(code) else {}

    def keep(self, name: str, schema: Schema) -> Schema:
        """Put a schema among the parts, and give the reference to it."""
        self.parts[self.trail + name] = schema
        return {"$ref": f"#/$defs/{self.trail}{name}"}

    def inside(self, name: str) -> "Sheet":
        """The same document, within the field of that name."""
        return Sheet(self.severities, self.parts, f"{self.trail}{name}.")
