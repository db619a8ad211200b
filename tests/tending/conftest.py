"""What tests of `hubgen links` share: a machine of which one loopback address counts as public."""

from functools import partial

import pytest

from hubgen.cli import links as command
from hubgen.tending.links.trip import Manners
from tests.tending.asking import HERE, QUICK


@pytest.fixture(autouse=True)
def manners(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine's first loopback address counts as public, and nobody waits for long."""
    monkeypatch.setattr(command, "Manners", partial(Manners, allowed=HERE, waits=QUICK))
