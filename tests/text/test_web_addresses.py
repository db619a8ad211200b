"""Web addresses: one canonical spelling, and nothing that a browser would run or a reader would regret."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.web_addresses import read_web_address
from tests.text.readings import accepted, noted, refused, settles


@pytest.mark.parametrize(
    "text, address",
    [
        ("https://example.org", "https://example.org"),
        (" https://example.org/a/b.html \n", "https://example.org/a/b.html"),
        ("HTTPS://Example.ORG:443/A?b=c#d", "https://example.org/A?b=c#d"),
        ("http://example.org:80/", "http://example.org/"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("https://example.org./", "https://example.org/"),
        ("http://münchen.de/ü?q=ä", "http://xn--mnchen-3ya.de/%C3%BC?q=%C3%A4"),
        ("https://例え.jp/パス", "https://xn--r8jz45g.jp/%E3%83%91%E3%82%B9"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("https://a_b.example.org/", "https://a_b.example.org/"),
        ("https://9.9.9.9/", "https://9.9.9.9/"),
        ("https://example.org/?utm=1&utmost=2", "https://example.org/?utm=1&utmost=2"),
    ],
)
def test_addresses_are_read(text: str, address: str) -> None:
    assert accepted(read_web_address(text)) == address


@pytest.mark.parametrize(
    "text, advice",
    [
        ("www.example.org", "write https://www.example.org"),
        ("example.org/a", "write https://example.org/a"),
        ("//example.org", "write https://example.org"),
        ("https://exa mple.org", "write one address, with %20 for a space in it"),
        ("https://a.org https://b.org", "write one address, with %20 for a space in it"),
        ("javascript:alert(1)", "only addresses with http:// or https:// can be followed here"),
        ("JaVaScRiPt:alert(1)", "only addresses with http:// or https:// can be followed here"),
        ("data:text/html,x", "only addresses with http:// or https:// can be followed here"),
        ("vbscript:x", "only addresses with http:// or https:// can be followed here"),
        ("mailto:ada@example.org", "only addresses with http:// or https:// can be followed here"),
        ("ftp://example.org", "only addresses with http:// or https:// can be followed here"),
        ("http:example.org", "write http://…"),
        ("https:\\\\example.org", "write https://…"),
        ("https://example.org\\@evil.example/", "copy it again"),
        ("https:///x", "copy it from the browser again"),
        ("https://[zz]/", "copy it from the browser again"),
        ("https://[fe80::1%25eth0]/", "copy it from the browser again"),
        ("http://2130706433/", "copy it from the browser again"),
        ("http://0x7f.1/", "copy it from the browser again"),
        ("http://127.1/", "copy it from the browser again"),
        ("http://ex%61mple.org/", "copy it from the browser again"),
        ("https://a..b/", "copy it from the browser again"),
        ("https://example.org:99999/", "copy it from the browser again"),
        ("https://example.org:x/", "copy it from the browser again"),
        ("https://example.org/\u202egpj.exe", "copy it again"),
        ("https://" + "a" * 3000, "at most 2,000 work everywhere"),
        ("", "copy the whole address from the browser"),
    ],
)
def test_other_texts_are_refused(text: str, advice: str) -> None:
    assert refused(read_web_address(text)) == ("HG340", advice)


def test_passwords_are_refused_and_not_repeated() -> None:
    reading = read_web_address("https://ada:secret@example.org/x")
    advice = "write https://example.org/x, and change the password: others may have seen it"
    assert refused(reading) == ("HG341", advice)
    assert (
        refused(read_web_address("https://ada@example.org/x"))[1] == "write https://example.org/x"
    )
    assert "secret" not in repr(reading)


@pytest.mark.parametrize(
    "text",
    [
        "http://localhost:8000/",
        "http://192.168.0.1/",
        "http://127.0.0.1/",
        "https://[::1]/",
        "https://intranet/",
        "https://nas.local/",
        "http://169.254.169.254/latest/",
    ],
)
def test_private_addresses_are_reported(text: str) -> None:
    assert noted(read_web_address(text))[:2] == (text, "HG342")


def test_tracking_is_dropped() -> None:
    text = "https://example.org/?utm_source=a&b=c&fbclid=1&gclid=2#x"
    kept = "https://example.org/?b=c#x"
    assert noted(read_web_address(text)) == (kept, "HG343", f"write {kept}")


@pytest.mark.parametrize(
    "text", ["https://bit.ly/x", "https://t.co/x", "https://www.tinyurl.com/x"]
)
def test_short_addresses_are_reported(text: str) -> None:
    assert noted(read_web_address(text))[:2] == (text, "HG344")


_ADDRESSES = st.builds(
    "{}://{}{}{}".format,
    st.sampled_from(["http", "https", "HTTPS", "ftp"]),
    st.text("aB.-_é0@:[]%ⓔ。", min_size=1, max_size=20),
    st.sampled_from(["", ":80", ":443", ":8"]),
    st.text('/?#&=%aé \\"<utm_x', max_size=20),
)


@given(st.text(max_size=60) | _ADDRESSES)
def test_any_text_is_read_or_refused(text: str) -> None:
    settles(read_web_address, text, str)


@given(_ADDRESSES)
def test_what_is_read_is_a_plain_address(text: str) -> None:
    address = read_web_address(text).value
    if address is not None:
        parts = urlsplit(address)
        assert parts.scheme in {"http", "https"}
        assert address.isascii()
        assert address.isprintable()
        assert not set(address) & set(' "<>\\^`{|}')
        assert parts.username is None
        assert parts.hostname
