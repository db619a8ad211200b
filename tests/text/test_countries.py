"""Countries: two letters, and names that are understood."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.countries import read_country
from tests.text.readings import accepted, noted, refused, settles


@pytest.mark.parametrize("text, code", [("NO", "NO"), ("no", "NO"), (" fr ", "FR"), ("XK", "XK")])
def test_codes_are_read(text: str, code: str) -> None:
    assert accepted(read_country(text)) == code


@pytest.mark.parametrize(
    "name, code",
    [
        ("Norway", "NO"),
        ("Norvège", "NO"),
        ("Norge", "NO"),
        ("NOR", "NO"),
        ("UK", "GB"),
        ("U.S.A.", "US"),
        ("england", "GB"),
        ("Deutschland", "DE"),
        ("Cote d'Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("日本", "JP"),
        ("Česko", "CZ"),
    ],
)
def test_names_get_their_code(name: str, code: str) -> None:
    assert noted(read_country(name)) == (code, "HG353", f"write {code}")


@pytest.mark.parametrize(
    "text, advice",
    [
        ("Frence", "did you mean France? then write FR"),
        ("EU", "write two letters, such as FR or NO"),
        ("XX", "write two letters, such as FR or NO"),
        ("Atlantis", "write two letters, such as FR or NO"),
        ("", "write two letters, such as FR or NO"),
        ("…", "write two letters, such as FR or NO"),
    ],
)
def test_other_words_are_refused(text: str, advice: str) -> None:
    assert refused(read_country(text)) == ("HG352", advice)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_country_is_known_by_its_name(language: str) -> None:
    for code, name in Locale(language).territories.items():
        if len(code) == 2 and code.isalpha() and read_country(code).value:
            assert read_country(name).value == code, name


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    settles(read_country, text, str)
