"""Slugs: what a name becomes, and what no address can be made from."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.slugs import SLUG_LENGTH_LIMIT, slug_problem, slugify, suggested_slug


@pytest.mark.parametrize(
    "text, slug",
    [
        ("José Ñúñez", "jose-nunez"),
        ("Jose\u0301 N\u0303u\u0301n\u0303ez", "jose-nunez"),
        ("Straße Øre Łódź Æsir Œuvre Þór Đặng", "strasse-ore-lodz-aesir-oeuvre-thor-dang"),
        ("İstanbul Iğdır", "istanbul-igdir"),
        ("Python_Developers_Community", "python-developers-community"),
        ("0-a.d.", "0-a-d"),
        ("baïkal", "baikal"),
        ("Ada’s l'été", "adas-lete"),
        ("C", "c"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("Q&A", "q-and-a"),
        ("ﬁne ２０２６", "fine-2026"),
        ("--a---b--", "a-b"),
        ("日本語", ""),
        ("Ωμέγα", ""),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_names_become_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize(
    "slug, words",
    [
        ("", "empty"),
        ("con", "Windows"),
        ("NUL", "Windows"),
        ("lpt1", "Windows"),
        ("index", "folder"),
        ("a.b", "'.'"),
        ("a_b", "underscores"),
        ("Ada", "capital"),
        ("a b", "spaces"),
        ("-a", "hyphen"),
        ("a--b", "hyphen"),
        ("josé", "'é'"),
        ("a/b", "'/'"),
        ("..", "'.'"),
        ("a\0b", "invisible"),
        ("a\n", "spaces"),
        ("x" * 81, "81 characters"),
    ],
)
def test_problems_are_named(slug: str, words: str) -> None:
    assert words in (slug_problem(slug) or "")


@pytest.mark.parametrize("slug", ["a", "ada-lovelace", "0", "2026-03", "x" * 80, "console"])
def test_good_slugs_have_none(slug: str) -> None:
    assert slug_problem(slug) is None
    assert slugify(slug) == slug


@given(st.text(max_size=120))
def test_every_suggestion_is_good_and_stays(text: str) -> None:
    slug = slugify(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert len(slug) <= SLUG_LENGTH_LIMIT
    assert slugify(slug) == slug
    suggestion = suggested_slug(text)
    assert not suggestion or slug_problem(suggestion) is None


@given(st.text(max_size=30))
def test_letter_case_makes_no_difference_in_latin(text: str) -> None:
    if text.isascii():
        assert slugify(text) == slugify(text.upper()) == slugify(text.lower())
