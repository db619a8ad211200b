"""All kinds but those that hold other fields."""

from collections.abc import Mapping

from hubgen.kinds.accounts import ACCOUNT_KINDS
from hubgen.kinds.kind import Kind
from hubgen.kinds.pictures import PICTURE_KINDS
from hubgen.kinds.places import PLACE_KINDS
from hubgen.kinds.recurrences import RECURRENCE_KINDS
from hubgen.kinds.simple import SIMPLE_KINDS

_FAMILIES = (ACCOUNT_KINDS, PICTURE_KINDS, PLACE_KINDS, RECURRENCE_KINDS)

PLAIN_KINDS: Mapping[str, Kind] = {
    **SIMPLE_KINDS,
    **{kind.name: kind for family in _FAMILIES for kind in family},
}
"""By name; records and lists build on them."""
