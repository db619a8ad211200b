"""Lines of text, numbers, yes or no, and names of files."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.decoding import FORBIDDEN
from hubgen.text.file_names import read_file_name
from hubgen.text.numbers import LARGEST, read_boolean, read_integer, read_number, shown
from hubgen.text.plain_text import one_line, unshowable
from hubgen.text.reading import quoted
from tests.text.readings import accepted, refused, settles


@given(st.text(max_size=60))
def test_a_line_is_tidy_or_refused(text: str) -> None:
    settles(one_line, text, str)
    line = one_line(text).value
    if line is None:
        assert FORBIDDEN.search(text)
        return
    assert line.split() == text.split()
    assert line == " ".join(line.split())
    assert unshowable(line) is None


@pytest.mark.parametrize(
    "text, code",
    [
        ("a\x00b", "HG113"),
        ("a\x1b[31mb", "HG113"),
        ("a\u202eb", "HG114"),
        ("a\u2066b", "HG114"),
        ("\ufdd0/x", "HG115"),
        ("\ud800", "HG115"),
        ("\U0001fffe", "HG115"),
    ],
)
def test_hidden_characters_are_named(text: str, code: str) -> None:
    assert refused(one_line(text))[0] == code


@pytest.mark.parametrize(
    "text", ["👩‍💻 Ada", "می‌خواهم", "עברית\u200f!", "Zoë", "C++ & C#", "\u00ad"]
)
def test_letters_of_all_the_world_are_kept(text: str) -> None:
    assert accepted(one_line(text)) == text


@given(st.integers(-LARGEST, LARGEST))
def test_integers_are_read(number: int) -> None:
    assert accepted(read_integer(f" {number} ")) == number
    assert accepted(read_number(str(number))) == number


@pytest.mark.parametrize(
    "text, advice",
    [
        ("1,000", "write 1000"),
        ("1.000.000", "write 1000000"),
        ("1 000", "write 1000"),
        ("1_000", "write 1000"),
        ("2.5", "write 2"),
        ("12 places", "write the number alone: 12"),
        ("٣", "write it in digits, such as 12"),
        ("²", "write it in digits, such as 12"),
        ("", "write it in digits, such as 12"),
    ],
)
def test_other_integers_get_the_likely_one(text: str, advice: str) -> None:
    assert refused(read_integer(text)) == ("HG315", advice)


def test_numbers_beyond_what_json_keeps_are_refused() -> None:
    assert refused(read_integer(str(LARGEST + 1)))[0] == "HG316"
    assert refused(read_number(str(LARGEST * 10)))[0] == "HG315"


@given(st.text(max_size=30) | st.text("0123456789.,-+ e", max_size=12))
def test_any_number_is_read_or_refused(text: str) -> None:
    settles(read_integer, text, str)
    settles(read_number, text, lambda value: format(Decimal(repr(value)), "f"))
    settles(read_boolean, text, str)


@given(st.floats(-1e6, 1e6))
def test_numbers_are_shown_as_people_write_them(number: float) -> None:
    assert float(shown(number)) == number
    assert not shown(number).endswith(".0")


@pytest.mark.parametrize(
    "text", ["a.pdf", "img/a b.png", "/images/a.png", "../a.png", "é.png", "part:1.png"]
)
def test_names_of_files_are_kept(text: str) -> None:
    assert accepted(read_file_name(text)) == text


@pytest.mark.parametrize(
    "text, code",
    [
        ("https://example.org/a.png", "HG361"),
        ("//example.org/a.png", "HG361"),
        ("HTTP://example.org/a.png", "HG361"),
        ("data:image/png;base64,x", "HG361"),
        ("file:///etc/passwd", "HG361"),
        ("C:\\a.png", "HG362"),
        ("c:a.png", "HG362"),
        ("\\\\server\\a.png", "HG362"),
        ("img\\a.png", "HG362"),
        ("~/a.png", "HG362"),
    ],
)
def test_names_that_lead_elsewhere_are_refused(text: str, code: str) -> None:
    assert refused(read_file_name(text))[0] == code


@given(st.text(max_size=200))
def test_quoted_text_fits_into_a_message(text: str) -> None:
    assert quoted(text).isprintable()
    assert len(quoted(text)) <= 63
