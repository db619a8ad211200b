"""A hub for each test."""

from pathlib import Path

import pytest

from tests.stages.media.pictures import Hub


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return Hub(tmp_path)
