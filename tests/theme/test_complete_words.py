"""The interface says the same in all of its languages: every message, every plural form that the language has, every place to fill."""

import re
from functools import cache

import pytest
from babel import Locale

from hubgen.diagnostics import Report
from hubgen.text.locales import plural_form
from hubgen.theme.folder import ThemeFolder
from hubgen.theme.messages import PLACEHOLDER, Message
from hubgen.theme.words import read_messages
from tests.conftest import CHECKOUT

LOCALES = ("ar", "de", "en", "es", "fr")
LARGEST = 100_000
"""No count of a hub is larger: it holds no more entries."""
COUNTED_FROM_ONE = "recurrence."
"""Nothing happens every 0 days."""
SPELT_OUT = {"zero", "one", "two"}
"""Forms that may say their number in a word."""


@cache
def words(locale: str) -> dict[str, Message]:
    """What the theme itself says in that language, without what it takes from another."""
    folder = ThemeFolder("commons", CHECKOUT / "themes/commons", "themes/commons")
    report = Report()
    messages = read_messages((folder,), LOCALES, report)[locale].by_key
    assert report.diagnostics == ()
    return {key: message for key, message in messages.items() if message.locale == locale}


@cache
def forms(locale: str, first: int) -> frozenset[str]:
    """The plural forms that the language has for the counts of a hub, from the first on."""
    numbers = [*range(first, 1000), *range(1000, LARGEST + 1, 333), LARGEST]
    return frozenset(plural_form(number, locale) for number in numbers)


def test_these_are_all_the_languages() -> None:
    files = (CHECKOUT / "themes/commons/i18n").glob("*.yaml")
    assert sorted(file.stem for file in files) == sorted(LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_says_everything_and_nothing_else(locale: str) -> None:
    assert sorted(words("en").keys() ^ words(locale).keys()) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_counted_has_every_form_that_the_language_has(locale: str) -> None:
    lacking = {}
    for key, english in words("en").items():
        own = set(words(locale)[key].forms)
        first = 1 if key.startswith(COUNTED_FROM_ONE) else 0
        wanted = forms(locale, first) if len(english.forms) > 1 else {"other"}
        if missing := wanted - own:
            lacking[key] = sorted(missing)
        odd = own - Locale.parse(locale).plural_form.tags - {"zero", "other"}
        assert not odd, f"{key} has a form that the language doesn't"
    assert lacking == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_form_has_the_same_places_to_fill(locale: str) -> None:
    for key, english in words("en").items():
        wanted = set(PLACEHOLDER.findall(english.forms["other"]))
        for form, text in words(locale)[key].forms.items():
            may_lack = {"n"} if form in SPELT_OUT else set()
            found = set(PLACEHOLDER.findall(text))
            assert wanted - may_lack <= found <= wanted, f"{key}: {form}: {text}"


@pytest.mark.parametrize("locale", sorted({*LOCALES} - {"en"}))
def test_most_of_it_is_another_language_indeed(locale: str) -> None:
    """Some words are the same in two languages (Podcast, Mentor): a sentence never is."""
    sentence = re.compile(r"\w+ \w+ \w+")
    same = [
        key
        for key, english in words("en").items()
        if english.forms == words(locale)[key].forms and sentence.search(english.forms["other"])
    ]
    assert same == []


def test_the_forms_are_those_of_unicode() -> None:
    assert forms("ar", 0) == {"zero", "one", "two", "few", "many", "other"}
    assert forms("de", 0) == {"one", "other"}
    assert forms("fr", 0) == {"one", "other"}
