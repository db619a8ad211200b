"""The words of the interface, in the nearest language that has them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.theme import Message, Messages
from tests.theme.workbench import PLAIN, good, read

WORDS = (
    PLAIN
    + """\
-- plain/i18n/en.yaml --
nav: {home: Home, search: Search}
places: {one: "{n} place", other: "{n} places"}
made: Made with {name}
only: English
-- plain/i18n/fr.yaml --
nav: {home: Accueil}
places: {one: "{n} place", other: "{n} places"}
-- plain/i18n/fr-CA.yaml --
nav.search: Chercher
-- plain/i18n/ar.yaml --
places: {zero: none, one: one, two: two, few: "{n} few", many: "{n} many", other: "{n} other"}
"""
)


@pytest.mark.parametrize(
    "locale, key, text",
    [
        ("fr", "nav.home", "Accueil"),
        ("fr", "nav.search", "Search"),
        ("fr-CA", "nav.home", "Accueil"),
        ("fr-CA", "nav.search", "Chercher"),
        ("fr-CA", "only", "English"),
        ("fr-BE", "nav.home", "Accueil"),
        ("xx", "nav.home", "Home"),
        ("en", "nav.nothing", "nav.nothing"),
    ],
)
def test_the_nearest_language_speaks(tmp_path: Path, locale: str, key: str, text: str) -> None:
    assert good(tmp_path, WORDS).messages_for(locale).text(key) == text


@pytest.mark.parametrize(
    "locale, n, text",
    [
        ("en", 1, "1 place"),
        ("en", 0, "0 places"),
        ("en", 1200, "1,200 places"),
        # French counts nothing as one, English as many.
        ("fr", 0, "0 place"),
        ("ar", 0, "none"),
        ("ar", 2, "two"),
        ("xx", 2, "2 places"),
    ],
)
def test_plurals_follow_the_language(tmp_path: Path, locale: str, n: int, text: str) -> None:
    assert good(tmp_path, WORDS).messages_for(locale).text("places", n=n) == text


def test_a_message_that_nobody_wrote_is_none_where_that_is_asked(tmp_path: Path) -> None:
    words = good(tmp_path, WORDS).messages_for("fr")
    assert (words.get("nothing"), words.get("only")) == (None, "English")


@pytest.mark.parametrize(
    "text, shown",
    [
        ("{name.__class__}", "{name.__class__}"),
        ("{name!r} {name:>10} {0}", "{name!r} {name:>10} {0}"),
        ("{ name } {{name}} {", "{ name } {Ada} {"),
        ("{missing} {name}", "{missing} Ada"),
    ],
)
def test_only_plain_names_are_filled_in(text: str, shown: str) -> None:
    messages = Messages("en", {"k": Message("en", {"other": text})})
    assert messages.text("k", name="Ada") == shown


@given(st.text(), st.text())
def test_no_message_and_no_value_can_fail(text: str, value: str) -> None:
    messages = Messages("en", {"k": Message("en", {"other": text})})
    assert isinstance(messages.text("k", name=value, n=3), str)


def test_digests_tell_languages_and_edits_apart(tmp_path: Path) -> None:
    before = good(tmp_path, WORDS).messages
    after = good(tmp_path, "-- plain/i18n/en.yaml --\nonly: Changed\n").messages
    assert len({each.digest for each in before.values()}) == len(before)
    # Every language falls back to English: an edit there may show anywhere.
    assert all(before[locale].digest != after[locale].digest for locale in after)


@pytest.mark.parametrize(
    "yaml, words",
    [
        ("a: {one: x}", "'a' has no plural form 'other'"),
        ("a: [x, y]", "'a' is a list, where a message should be"),
    ],
)
def test_a_mistake_has_a_place(tmp_path: Path, yaml: str, words: str) -> None:
    _, found = read(tmp_path, f"{PLAIN}-- plain/i18n/en.yaml --\nok: fine\n{yaml}\n")
    assert len(found) == 1
    assert found[0].startswith(f"plain/i18n/en.yaml:2 HG514 {words}")
