"""Languages: codes in their usual spelling, and names that are understood."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.languages import read_language
from tests.text.readings import accepted, noted, refused, settles


@pytest.mark.parametrize(
    "text, code",
    [
        ("fr", "fr"),
        ("EN", "en"),
        ("pt-br", "pt-BR"),
        ("en_US", "en-US"),
        ("zh_hans", "zh-Hans"),
        ("zh-Hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de-CH-1996", "de-CH-1996"),
        ("eng", "en"),
        ("NO", "no"),
        ("bjs", "bjs"),
        ("bfi", "bfi"),
    ],
)
def test_codes_are_read(text: str, code: str) -> None:
    assert accepted(read_language(text)) == code


@pytest.mark.parametrize(
    "name, code",
    [
        ("French", "fr"),
        ("français", "fr"),
        ("anglais", "en"),
        ("Deutsch", "de"),
        ("日本語", "ja"),
        ("العربية", "ar"),
        ("Brazilian Portuguese", "pt-BR"),
        ("Farsi", "fa"),
        ("norsk", "no"),
    ],
)
def test_names_get_their_code(name: str, code: str) -> None:
    assert noted(read_language(name)) == (code, "HG351", f"write {code}")


@pytest.mark.parametrize(
    "text, advice",
    [
        ("jp", "JP is a country; for the language of Japan write ja"),
        ("Frensh", "did you mean French? then write fr"),
        ("qqq", "write a code such as en, fr or pt-BR"),
        ("xx", "write a code such as en, fr or pt-BR"),
        ("en-XQ", "write en"),
        ("en-Zzzq", "write en"),
        ("", "write a code such as en, fr or pt-BR"),
    ],
)
def test_other_words_are_refused(text: str, advice: str) -> None:
    assert refused(read_language(text)) == ("HG350", advice)


def test_every_language_with_a_name_is_known_by_it() -> None:
    for code, name in Locale("en").languages.items():
        assert read_language(name).value, name
        assert read_language(code.replace("_", "-")).value, code


@given(st.text(max_size=40) | st.from_regex(r"[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8}){0,3}"))
def test_any_text_is_read_or_refused(text: str) -> None:
    settles(read_language, text, str)
