"""Small hubs whose directories are divided like large ones."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from hubgen.stages.plan import finder_division


@contextmanager
def divided(large: int = 6, reach: int = 1) -> Iterator[None]:
    """Directories of so many entries are in parts, in shards of two to some more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finder_division, "LARGE", large)
        patch.setattr(finder_division, "REACH", reach)
        yield
