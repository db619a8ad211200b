"""The kinds that are written as one text or a list of texts; those with named parts build on them."""

from collections.abc import Mapping

from hubgen.kinds.choices import CHOICE_KINDS
from hubgen.kinds.codes import CODE_KINDS
from hubgen.kinds.kind import Kind
from hubgen.kinds.moments import MOMENT_KINDS
from hubgen.kinds.names import NAME_KINDS
from hubgen.kinds.numbers import NUMBER_KINDS
from hubgen.kinds.texts import TEXT_KINDS

_FAMILIES = (TEXT_KINDS, NUMBER_KINDS, CHOICE_KINDS, NAME_KINDS, MOMENT_KINDS, CODE_KINDS)

SIMPLE_KINDS: Mapping[str, Kind] = {kind.name: kind for family in _FAMILIES for kind in family}
"""By name."""
