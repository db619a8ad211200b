"""What one run was asked for, beside the hub itself."""

from datetime import date

from msgspec import Struct


class BuildOptions(Struct, frozen=True):
    """The inputs of a run that stand in no file; the clock is one of them and is read nowhere else."""

    today: date
    base_url: str = ""
    """Replaces the `base_url` of `site.yaml`."""
    drafts: bool = False
    future: bool = False
