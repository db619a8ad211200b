"""The themes that hubgen brings along keep their own promises: words in five languages, headings in order, one README."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from hubgen.config.collections import built_in
from hubgen.diagnostics import Report
from hubgen.theme import Theme, load_theme
from hubgen.theme.reference import theme_page
from tests.theme.workbench import said

THEMES = Path(__file__).parent.parent.parent / "themes"
LOCALES = ("en", "fr", "ar", "es", "de")


@pytest.fixture(scope="module", params=["commons", "evening"])
def theme(request: pytest.FixtureRequest) -> Theme:
    """A theme as it ships."""
    report = Report()
    theme = load_theme(request.param, (THEMES,), {}, report)
    assert said(report) == []
    assert theme is not None
    return theme


@pytest.mark.parametrize("locale", LOCALES[1:])
def test_every_word_is_translated(theme: Theme, locale: str) -> None:
    messages = theme.messages_for(locale).by_key
    own = "footer.made_with" if theme.name == "evening" else ""
    assert [
        key for key, message in messages.items() if message.locale != locale and key != own
    ] == []


def test_the_words_of_the_built_in_collections_can_be_translated(theme: Theme) -> None:
    # A label is translated only while the English message says the same as the schema.
    words = theme.messages_for("en")
    for collection in built_in().values():
        assert words.get(f"collection.{collection.name}.label") == collection.label
        assert words.get(f"collection.{collection.name}.singular") == collection.singular
        assert words.get(f"collection.{collection.name}.description") == collection.description


def test_headings_go_down_one_step_at_a_time(theme: Theme) -> None:
    # Pages have h1, sections h2, cards h3; who skips a step loses readers who go by headings.
    levels = {
        name: [int(level) for level in re.findall(r"<h([1-6])", template.source)]
        for name, template in theme.templates.items()
    }
    assert all(levels[name] == [3] for name in levels if name.startswith("cards/"))
    for name, found in levels.items():
        if name.startswith("pages/") and found:
            assert all(below - above <= 1 for above, below in pairwise([1, *found])), name


def test_the_readme_is_up_to_date() -> None:
    assert (THEMES / "commons/README.md").read_text("utf-8") == theme_page()
