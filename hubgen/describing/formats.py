"""The formats in which other programs read what a hub's files may say."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from hubgen.config.site import Site
from hubgen.describing.description import Description
from hubgen.describing.json_schema import json_schemas

FORMATS: Final[Mapping[str, Callable[[Site], Iterator[Description]]]] = {
    "json-schema": json_schemas,
}
"""Each makes its files from the settings of the hub alone."""
