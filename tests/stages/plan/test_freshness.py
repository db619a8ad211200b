"""What nobody has confirmed for long says so, and later stands back in lists."""

from datetime import date

import pytest

from tests.kit import site

HUB = site(
    """\
-- site.yaml --
title: A hub
stale_after: 12
-- content/members/ada.yaml --
name: Ada
confirmed: 2025-01-10
"""
)


@pytest.mark.parametrize(
    "today, says_so, stands_back",
    [
        (date(2026, 1, 9), False, False),
        (date(2026, 1, 10), True, False),
        (date(2027, 1, 9), True, False),
        (date(2027, 1, 10), True, True),
    ],
)
def test_an_entry_grows_stale_by_the_day(today: date, says_so: bool, stands_back: bool) -> None:
    build = HUB.build(today=today)
    assert ('class="notice' in build.html("members/ada/")) == says_so
    assert ("is-dimmed" in build.html("members/")) == stands_back


def test_the_unchanged_hub_is_built_again_on_the_day_it_changes() -> None:
    HUB.build(today=date(2027, 1, 9))
    assert HUB.build(today=date(2027, 1, 10)).pages_rendered >= {"members/"}
