"""A link is shown where it stands, down to the column, wherever in a text it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.diagnostics import Span
from tests.text.markdown.page import page

# `«` and `»` show where the links of a text begin and end; they are taken out before it is rendered.
TEXTS = (
    "«[a](members/a)»",
    "one «[a](members/a)» two",
    "«[a](members/a)» and «[a](members/a)» again",
    "first line\nsecond «[a](members/a)» line «[a](members/a)»",
    "indented\n   «[a](members/a)»",
    "an image «![x](x.png)» and «[![y](y.png)](members/a)»",
    "«[[members/a]]» «[[members/a|words]]»",
    "# «[a](members/a)»\n\n## x «[a](members/a)» ##",
    "under «[a](members/a)»\n=====",
    "> quoted «[a](members/a)»\n> > deeper «[a](members/a)»\nlazy «[a](members/a)»",
    "- item «[a](members/a)»\n  - nested «[a](members/a)»\n\n    paragraph «[a](members/a)»",
    "1. [ ] task «[a](members/a)»",
    "| a | «[a](members/a)» |\n|---|---|\n| «[a](members/a)» | «[a](members/a)» |\n| x | «[a](members/a)» «[a](members/a)» |",
    "| [ | «[[members/a\\|b]]» | «[a](members/a)» |\n|--|--|--|",
    "term «[a](members/a)»\n:   definition «[a](members/a)»",
    '!!! note "see «[a](members/a)»"\n    inside «[a](members/a)»',
    "x[^1]\n\n[^1]: note «[a](members/a)»",
    "two ^[an inline «[a](members/a)»]",
    "«[words\nover lines](members/a)»",
    "«[a][r]» «[r]»\n\n[r]: members/a",
    "wide 日本語 é 👩‍💻 «[a](members/a)»",
    "\n\n\nlate «[a](members/a)»",
    "«[a](members/a)»{.wide} «[b](members/b)»",
)


def marked(text: str) -> tuple[str, list[tuple[int, int, int, int]]]:
    """The text without the signs, and the places that they showed: line, column, end line, end column."""
    plain, places, line, column = "", [], 1, 1
    open_places: list[tuple[int, int]] = []
    for character in text:
        if character == "«":
            open_places.append((line, column))
        elif character == "»":
            places.append((*open_places.pop(), line, column))
        else:
            plain += character
            line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return plain, sorted(places)


def as_place(span: Span) -> tuple[int, int, int, int]:
    """The span's numbers."""
    return span.line, span.column, span.end_line, span.end_column


@pytest.mark.parametrize("text", TEXTS)
def test_every_link_is_found_where_it_stands(text: str) -> None:
    plain, expected = marked(text)
    made = page(plain).markdown
    images = [each.span for each in made.images if each.file == "x.png"]
    found = sorted(as_place(each) for each in (*(link.span for link in made.links), *images))
    assert found == expected


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_count(ending: str) -> None:
    made = page(f"one{ending}{ending}two [a](members/a){ending}", first_line=7).markdown
    assert as_place(made.links[0].span) == (9, 5, 9, 19)


@given(
    st.lists(
        st.sampled_from(["[a](members/a)", "word", "*em*", "`[a](members/a)`", "\n", "\n\n", "é"])
    )
)
def test_places_name_the_links_own_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    lines = text.split("\n")
    links = page(text).markdown.links
    assert len(links) == pieces.count("[a](members/a)")
    for link in links:
        line = lines[link.span.line - 1]
        assert line[link.span.column - 1 : link.span.end_column - 1] == "[a](members/a)"
    assert len({link.span for link in links}) == len(links)


def test_problems_are_shown_at_their_link() -> None:
    made = page("ok\n\nbad [x](javascript:x) worse ![](a.png)", first_line=5)
    assert [(each.code, as_place(each.span)) for each in made.diagnostics] == [
        ("HG901", (7, 5, 7, 22)),
        ("HG602", (7, 29, 7, 39)),
    ]
