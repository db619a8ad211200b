"""The kinds that hold no other fields."""

from collections.abc import Mapping

from hubgen.kinds.choices import CHOICE_KINDS
from hubgen.kinds.kind import Kind
from hubgen.kinds.names import NAME_KINDS
from hubgen.kinds.numbers import NUMBER_KINDS
from hubgen.kinds.texts import TEXT_KINDS

PLAIN_KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for family in (TEXT_KINDS, NUMBER_KINDS, CHOICE_KINDS, NAME_KINDS)
    for kind in family
}
"""By name; records and lists build on them."""
