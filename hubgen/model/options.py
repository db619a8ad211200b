"""What one run was asked for, beside the hub itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """The inputs of a run that stand in no file; the clock is one of them and is read nowhere else."""

    today: date
    base_url: str = ""
    """Replaces the `base_url` of `site.yaml`."""
    drafts: bool = False
    future: bool = False
