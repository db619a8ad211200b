"""What an earlier build of the same site left word of."""

from dataclasses import dataclass
from pathlib import Path

from hubgen.incremental.inputs import Inputs
from hubgen.incremental.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Account:
    """What an earlier build left word of, and where this one leaves it."""

    before: Manifest
    inputs: Inputs
    """What this build is made from, as it was before anything was read."""
    path: Path | None
    """None where nothing can be remembered."""
