"""What an earlier build of the same site left word of."""

from pathlib import Path

from msgspec import Struct

from hubgen.incremental.inputs import Inputs
from hubgen.incremental.manifest import Manifest


class Account(Struct, frozen=True):
    """What an earlier build left word of, and where this one leaves it."""

    before: Manifest
    inputs: Inputs
    """What this build is made from, as it was before anything was read."""
    digest: str
    """Of all of them."""
    path: Path | None
    """None where nothing can be remembered."""
