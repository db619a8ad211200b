"""What another program is told: a file for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Description:
    """A file that describes a part of the hub."""

    name: str
    """Of the file, within the folder of its format: `members.schema.json`."""
    data: bytes
