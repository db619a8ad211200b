"""How languages write dates, numbers and names: samples that a reader of the language would recognise."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.locales import (
    country_name,
    direction,
    format_date,
    format_datetime,
    format_duration,
    format_list,
    format_month,
    format_number,
    language_name,
    plural_form,
    weekday_name,
)

DAY = date(2026, 3, 5)
LOCALES = ("en", "fr", "ar", "de", "ja", "pt-BR", "zh-Hant", "he", "sr-Latn")


@pytest.mark.parametrize(
    "locale, expected",
    [
        ("en", "ltr"),
        ("fr", "ltr"),
        ("ar", "rtl"),
        ("he", "rtl"),
        ("fa", "rtl"),
        ("ar-EG", "rtl"),
        ("az-Arab", "rtl"),
    ],
)
def test_the_direction_of_writing(locale: str, expected: str) -> None:
    assert direction(locale) == expected


@pytest.mark.parametrize(
    "code, locale, expected",
    [
        ("fr", "fr", "français"),
        ("fr", "en", "French"),
        ("ar", "ar", "العربية"),
        ("de", "fr", "allemand"),
        ("tlh", "en", "Klingon"),
        ("xx", "en", "xx"),
        ("no language", "en", "no language"),
    ],
)
def test_names_of_languages(code: str, locale: str, expected: str) -> None:
    assert language_name(code, locale) == expected


@pytest.mark.parametrize(
    "code, locale, expected",
    [("NO", "en", "Norway"), ("no", "fr", "Norvège"), ("DE", "ar", "ألمانيا"), ("XQ", "en", "XQ")],
)
def test_names_of_countries(code: str, locale: str, expected: str) -> None:
    assert country_name(code, locale) == expected


@pytest.mark.parametrize(
    "locale, day, month",
    [
        ("en", "March 5, 2026", "March 2026"),
        ("fr", "5 mars 2026", "mars 2026"),
        ("de", "5. März 2026", "März 2026"),
        ("ja", "2026年3月5日", "2026年3月"),
    ],
)
def test_dates(locale: str, day: str, month: str) -> None:
    assert (format_date(DAY, locale), format_month(DAY, locale)) == (day, month)


def test_moments_name_the_day_and_the_time() -> None:
    written = format_datetime(datetime.fromisoformat("2026-03-05T18:30"), "en")
    assert all(part in written for part in ("Thu", "Mar 5", "2026", "6:30"))


@pytest.mark.parametrize(
    "locale, forms",
    [
        ("en", {0: "other", 1: "one", 2: "other"}),
        ("fr", {0: "one", 1: "one", 2: "other"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"}),
        ("pl", {1: "one", 2: "few", 5: "many", 22: "few"}),
        ("ja", {1: "other"}),
    ],
)
def test_plurals(locale: str, forms: dict[int, str]) -> None:
    assert {n: plural_form(n, locale) for n in forms} == forms


def test_lists_and_numbers_and_durations() -> None:
    assert format_list(("a", "b", "c"), "fr") == "a, b et c"
    assert format_list((), "en") == ""
    assert format_number(1348, "en") == "1,348"
    assert format_number(1348.5, "de") == "1.348,5"
    assert format_duration(timedelta(minutes=90), "en") == "1 hr 30 min"
    assert weekday_name(0, "fr") == "lundi"


@given(st.text(max_size=12) | st.sampled_from(LOCALES), st.dates(), st.floats(-1e9, 1e9))
def test_an_unknown_locale_is_no_reason_to_fail(locale: str, day: date, number: float) -> None:
    assert direction(locale) in {"ltr", "rtl"}
    assert format_date(day, locale)
    assert format_month(day, locale)
    assert format_number(number, locale)
    assert plural_form(3, locale)
    assert country_name("NO", locale)
    assert language_name("fr", locale)
    assert format_list(("a", "b"), locale)


@given(st.text(max_size=12))
def test_an_unknown_name_is_given_back(code: str) -> None:
    assert isinstance(language_name(code, "en"), str)
    assert isinstance(country_name(code, "en"), str)
