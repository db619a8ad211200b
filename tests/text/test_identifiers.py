"""DOI, ISBN and ORCID: bare, named or as addresses, and with the right check digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.model.values import Identifier
from hubgen.text.check_digits import isbn10_digit, isbn13_digit, orcid_digit
from hubgen.text.identifiers import read_identifier
from tests.text.readings import accepted, refused, settles


@pytest.mark.parametrize(
    "text, scheme, value",
    [
        ("10.1000/182", "doi", "10.1000/182"),
        ("doi:10.1000/182", "doi", "10.1000/182"),
        ("DOI 10.1000/ABC", "doi", "10.1000/abc"),
        ("https://doi.org/10.1371/journal.pcbi.1004668", "doi", "10.1371/journal.pcbi.1004668"),
        ("http://dx.doi.org/10.1000/182", "doi", "10.1000/182"),
        ("978-0-306-40615-7", "isbn", "9780306406157"),
        ("ISBN 0-306-40615-2", "isbn", "9780306406157"),
        ("ISBN-10: 080442957X", "isbn", "9780804429573"),
        ("080442957x", "isbn", "9780804429573"),
        ("0000-0002-1825-0097", "orcid", "0000-0002-1825-0097"),
        ("orcid: 000000021694233x", "orcid", "0000-0002-1694-233X"),
        ("https://orcid.org/0000-0002-1694-233X", "orcid", "0000-0002-1694-233X"),
    ],
)
def test_numbers_are_read(text: str, scheme: str, value: str) -> None:
    found = accepted(read_identifier(text))
    assert (found.scheme, found.value) == (scheme, value)
    assert found.url.endswith(value)


@pytest.mark.parametrize(
    "text, code, advice",
    [
        ("978-0-306-40615-8", "HG366", "the last one is 7"),
        ("0306406153", "HG366", "the last one is 2"),
        ("0000-0002-1825-0098", "HG366", "the last one is 7"),
        ("10.1/x", "HG365", "10.1000/182"),
        ("10.1000/a b", "HG365", "10.1000/182"),
        ("ISBN 12345", "HG365", "or 10 in older books"),
        ("978030640615X", "HG365", "or 10 in older books"),
        ("orcid: 12", "HG365", "0000-0002-1825-0097"),
        ("hello", "HG365", "an ISBN or an ORCID"),
        ("", "HG365", "an ISBN or an ORCID"),
    ],
)
def test_other_texts_are_refused(text: str, code: str, advice: str) -> None:
    said = refused(read_identifier(text))
    assert said[0] == code
    assert said[1].endswith(advice)


@given(st.text("0123456789", min_size=9, max_size=9))
def test_both_numbers_of_a_book_are_one(digits: str) -> None:
    old = digits + isbn10_digit(digits)
    new = "978" + digits + isbn13_digit("978" + digits)
    assert accepted(read_identifier(old, "isbn")) == accepted(read_identifier(new, "isbn"))


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(digits: str, place: int, shift: int) -> None:
    digits = "978" + digits[3:]
    place = 3 + place % 9
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]
    assert refused(read_identifier(wrong + isbn13_digit(digits), "isbn"))[0] == "HG366"
    person = digits + "000"
    number = person[:place] + str((int(person[place]) + shift) % 10) + person[place + 1 :]
    assert refused(read_identifier(number + orcid_digit(person), "orcid"))[0] == "HG366"


@given(st.text(max_size=60) | st.from_regex(r"(doi:|isbn |orcid:|10\.)?[0-9Xx./ -]{0,20}"))
def test_any_text_is_read_or_refused(text: str) -> None:
    settles(read_identifier, text, _spelled)


def _spelled(identifier: Identifier) -> str:
    return f"{identifier.scheme}: {identifier.value}"
