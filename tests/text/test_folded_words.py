"""Texts are taken apart into the words that search compares."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.folded_words import SPACELESS, words_of

SIGNS = {
    sign: kind
    for sign in map(chr, range(sys.maxunicode + 1))
    if (kind := unicodedata.category(sign)) not in {"Cn", "Co", "Cs"}
}
"""All that Unicode has given a meaning, and what kind of sign it is."""


@pytest.mark.parametrize(
    "text, words",
    [
        ("", []),
        (" – … 🎉 ", []),
        ("The loom, the LOOM", ["the", "loom", "the", "loom"]),
        ("snake_case é_é", ["snake", "case", "e", "e"]),
        ("José Ñúñez Straße Ærø ıŋ", ["jose", "nunez", "strasse", "aero", "in"]),
        ("l’été l'art", ["l", "ete", "l", "art"]),
        ("ΟΔΟΣ οδός Σ", ["οδοσ", "οδοσ", "σ"]),
        ("İstanbul \u212a2 ２０２７ x²", ["istanbul", "k2", "2027", "x2"]),
        ("مُعَلِّم مدرسة على کتاب ــ", ["معلم", "مدرسه", "علي", "كتاب"]),
        ("שָׁלוֹם", ["שלום"]),
        ("हिन्दी தமிழ்", ["हिन्दी", "தமிழ்"]),
        ("한국어", ["한국어"]),
        (
            "東京 2027年 ガク カ\u3099",
            ["東", "京", "2", "0", "2", "7", "年", "ガ", "ク", "カ", "\u3099"],
        ),
        ("ไทย", ["ไ", "ท", "ย"]),
        ("日本C++ 日É", ["日", "本", "c", "+", "+", "日", "e"]),
        ("\U0001d51e\U0001e900\U0001e944x", ["a\U0001e922\U0001e944x"]),
        # One word to both, although there are spaces or signs in it when its ligatures are taken apart.
        ("ﷺ ½ ﬁn", ["صلي الله عليه وسلم", "1⁄2", "fin"]),
        ("\u0301 a\u0301 \u0640", ["a"]),
        ("\U0001e944_x \U0001d165_", ["\U0001e944", "x", "\U0001d165"]),
    ],
)
def test_words_are_in_plain_letters(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize("letter", ["c", "ç"])
def test_signs_at_the_end_belong_to_words_that_end_there(letter: str) -> None:
    text = f"{letter}++ {letter}#, {letter}+d {letter}++d {letter}+_ {letter}-+ {letter}+\u0301"
    expected = ["c++", "c#", "c", "d", "c+", "d", "c+", "c", "c+"]
    assert words_of(text) == expected


def test_letters_digits_and_marks_make_words_and_nothing_else_does() -> None:
    between = [sign for sign, kind in SIGNS.items() if kind[0] not in "LNM"]
    assert words_of("é" + "a".join(between) + "a") == ["e"] + ["a"] * len(between)
    inside = [sign for sign, kind in SIGNS.items() if kind[0] in "LNM"]
    assert len(inside) > 130_000
    assert [sign for sign in inside if words_of(f"a{sign}b") == ["a", "b"]] == []


@pytest.mark.parametrize("script", SPACELESS)
def test_each_sign_is_a_word_in_scripts_without_spaces(script: str) -> None:
    names = {"Han": ("CJK UNIFIED",), "Myanmar": ("MYANMAR LETTER",)}.get(
        script, (f"{script.upper()} ",)
    )
    letters = [
        sign
        for sign, kind in SIGNS.items()
        if kind == "Lo" and unicodedata.name(sign, "").startswith(names)
    ]
    assert len(letters) >= 30
    assert [sign for sign in letters if len(words_of(f"a{sign}b")) != 3] == []


@given(st.text(st.characters(max_codepoint=127)))
def test_a_text_in_plain_letters_is_read_like_any_other(text: str) -> None:
    assert words_of(f"{text} é") == [*words_of(text), "e"]
