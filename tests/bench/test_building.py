"""A synthetic hub builds without a warning: what is measured is no hub with mistakes."""

from pathlib import Path

import pytest

from bench.corpus import write_hub
from bench.descriptions import TODAY
from tests.kit import Hub


@pytest.mark.parametrize("seed, size", [(1, 10), (2, 40)])
def test_a_hub_builds_without_a_word(seed: int, size: int, tmp_path: Path) -> None:
    write_hub(tmp_path / "hub", size, seed=seed, photos=1)
    build = Hub(tmp_path / "hub").build(today=TODAY)
    assert [str(found) for found in build.diagnostics] == []
    assert build.published
