"""E-mail addresses: one, alone, and nothing that would become a second header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.email_addresses import read_email
from tests.text.readings import accepted, refused, settles


@pytest.mark.parametrize(
    "text, address",
    [
        ("ada@example.org", "ada@example.org"),
        (" Ada.Lovelace+hub@Example.ORG ", "Ada.Lovelace+hub@example.org"),
        ("o'hara@xn--mnchen-3ya.de", "o'hara@xn--mnchen-3ya.de"),
    ],
)
def test_addresses_are_read(text: str, address: str) -> None:
    assert accepted(read_email(text)) == address


@pytest.mark.parametrize(
    "text, advice",
    [
        ("Ada <ada@x.org>", "write the address alone: ada@x.org"),
        ("mailto:ada@x.org", "write the address alone: ada@x.org"),
        ("a@b.org, c@d.org", "write one address: a@b.org"),
        ("ada at example dot org", "write ada@example.org; it is published only where"),
        ("ada [at] example.org", "write ada@example.org; it is published only where"),
        ("a@b", "write it like ada@example.org"),
        ("ada@localhost", "write it like ada@example.org"),
        ("ada@example.org\nBcc: eve", "write it like ada@example.org"),
        ("ada@example.org%0d%0aBcc:eve@x.org", "write"),
        ("ada@-x.org", "write it like ada@example.org"),
        ("a" * 65 + "@example.org", "write"),
        ("", "write it like ada@example.org"),
    ],
)
def test_other_texts_are_refused(text: str, advice: str) -> None:
    code, said = refused(read_email(text))
    assert code == "HG345"
    assert said.startswith(advice)


@given(st.text(max_size=80) | st.from_regex(r"[a-z.+ ]{1,9}@[a-z.-]{1,9}\.[a-z]{2}[\r\n a-z]{0,5}"))
def test_what_is_read_fits_into_a_header(text: str) -> None:
    settles(read_email, text, str)
    address = read_email(text).value or "a@b"
    assert not set(address) & set(' \t\r\n<>,;:"()[]\\')
    assert address.count("@") == 1
