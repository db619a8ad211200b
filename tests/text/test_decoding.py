"""From bytes to text: right places, likely letters, and no bytes that raise."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.diagnostics import Report
from hubgen.text.decoding import FORBIDDEN, decode
from tests.text.nodes import check_places, codes


def read(data: bytes) -> tuple[str | None, Report]:
    """The text and what was said of it."""
    report = Report()
    return decode(data, "a.yaml", report), report


@pytest.mark.parametrize(
    "data, text",
    [
        (b"a: b\n", "a: b\n"),
        (b"\xef\xbb\xbfa: b\n", "a: b\n"),
        (
            "a: São 😀 \u200d\u00a0 \u200f العربية\t\r\n".encode(),
            "a: São 😀 \u200d\u00a0 \u200f العربية\t\r\n",
        ),
        (b"", ""),
    ],
)
def test_utf_8_is_taken_as_it_is(data: bytes, text: str) -> None:
    found, report = read(data)
    assert found == text
    assert not report.diagnostics


def test_windows_letters_are_named_at_their_place_and_read_on() -> None:
    text, report = read("name: Zoë\ncity: ".encode() + b"S\xe3o Paulo \x93x\x94\nend: \xe9")
    (found,) = report.diagnostics
    assert (found.code, found.span.line, found.span.column) == ("HG111", 2, 8)
    assert "'ã'" in found.help
    assert "São" in found.help
    assert text == "name: Zoë\ncity: São Paulo “x”\nend: é"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_named_and_read(encoding: str) -> None:
    text, report = read("\ufeffname: é".encode(encoding))
    assert codes(report) == ["HG112"]
    assert text == "name: é"


@pytest.mark.parametrize(
    "character, code",
    [
        ("\0", "HG113"),
        ("\x1b", "HG113"),
        ("\x7f", "HG113"),
        ("\x9b", "HG113"),
        ("\ufeff", "HG113"),
        ("\u202e", "HG114"),
        ("\u2066", "HG114"),
        ("\ufdd0", "HG115"),
        ("\uffff", "HG115"),
        ("\U0001fffe", "HG115"),
        ("\U0010ffff", "HG115"),
        ("\u0085", "HG116"),
        ("\u2028", "HG116"),
    ],
)
def test_what_hides_is_refused_where_it_stands(character: str, code: str) -> None:
    text, report = read(f"a: b\n😀: x{character}y\n".encode())
    (found,) = report.diagnostics
    assert (found.code, found.span.line, found.span.column) == (code, 2, 5)
    assert text is not None
    assert len(text) == 12
    assert not FORBIDDEN.search(text)


def test_binary_files_are_one_problem() -> None:
    for data in (b"\x89PNG\r\n\0\0\xff", b"\0" * 1000):
        text, report = read(data)
        assert text is None
        assert codes(report) == ["HG117"]


def test_a_file_full_of_odd_characters_gives_a_short_list() -> None:
    _, report = read("\u202e".encode() * 5000)
    assert 1 <= len(report.diagnostics) <= 20


@given(st.binary(max_size=200) | st.text(max_size=60).map(str.encode))
def test_no_bytes_raise_and_no_forbidden_character_passes(data: bytes) -> None:
    text, report = read(data)
    if text is not None:
        assert not FORBIDDEN.search(text)
        check_places(text, report.diagnostics)
    assert report.diagnostics or text == data.decode().removeprefix("\ufeff")


@given(st.characters())
def test_the_quick_look_agrees_with_the_list(character: str) -> None:
    slow = (
        re.search(
            r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff]",
            character,
        )
        or (ord(character) & 0xFFFE) == 0xFFFE
    )
    assert bool(FORBIDDEN.search(character)) == bool(slow)
