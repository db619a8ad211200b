"""Search quality: the table of queries on the example hub, in a real browser."""

import sys

import pytest
from playwright.sync_api import Browser

from tests.kit.searching import missed, queries

pytestmark = pytest.mark.browser


def test_every_query_finds_what_was_meant(
    browser: Browser, example_address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = queries()
    assert len(asked) >= 60
    wrong = missed(browser, example_address)
    found = len(asked) - len(wrong)
    with capsys.disabled():
        sys.stdout.write(
            f"\nminisearch: {found} of {len(asked)} queries, {found / len(asked):.0%}\n"
        )
    assert wrong == []
