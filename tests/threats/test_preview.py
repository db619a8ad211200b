"""A preview that runs on a laptop gives nothing to other websites, and nothing but the hub to anybody."""

from collections.abc import Iterator
from ipaddress import IPv4Address

import pytest

from hubgen.preview.http.door import Door
from hubgen.preview.http.ports import PortTaken, take_place
from tests.kit.wire import TOKEN, Served, served

EVERYWHERE = str(IPv4Address(0))

EVENTS = f"/__hubgen/events?page=/&token={TOKEN}"


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    with served(allowed_hosts=("Laptop.Example",)) as running:
        yield running


# ---------------------------------------------------------------- other websites


@pytest.mark.parametrize(
    "host",
    [
        "evil.test",
        "evil.test:8000",
        "localhost.evil.test",
        "evil.test.localhost",
        "127.0.0.1.evil.test",
        "127.0.0.2",
        EVERYWHERE,
        "2130706433",
        "127.1",
        "[::]",
        "[::ffff:127.0.0.1]",
        "localhost@evil.test",
        "evil.test#localhost",
        "localhost,evil.test",
        "localhost evil.test",
        "http://localhost",
        "localhost..",
        "localhost:80:80",
        "localhost:99999999",
        "::1]",
        "laptop.example.org",
        "xn--lcalhost-z2a",
        "",
    ],
)
def test_names_that_others_can_point_here_are_refused(server: Served, host: str) -> None:
    before = len(server.known.asked)
    with server.wire() as wire:
        wire.ask("/", "X-Forwarded-Host: localhost", "Forwarded: host=localhost", host=host)
        heard = wire.heard()
        assert wire.to_the_end() == b""
    assert heard.status == 403
    assert "--allow-host" in heard.text
    assert heard.headers["content-type"] == "text/plain; charset=utf-8"
    assert len(server.known.asked) == before


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LocalHost:1",
        "localhost.",
        "localhost.:8000",
        "127.0.0.1",
        "127.0.0.1:65535",
        "[::1]",
        "[::1]:8000",
        "laptop.example",
        "LAPTOP.EXAMPLE.:3000",
    ],
)
def test_names_of_this_computer_are_answered(server: Served, host: str) -> None:
    assert server.get("/", host=host).status == 200


def test_a_request_has_one_host(server: Served) -> None:
    for lines in (b"", b"Host: localhost\r\nHost: evil.test\r\n", b"Host : localhost\r\n"):
        with server.wire() as wire:
            wire.say(b"GET / HTTP/1.1\r\n" + lines + b"\r\n")
            assert wire.heard().status == 400


ORIGINS = (
    "https://evil.test",
    "http://localhost:1",
    "http://127.0.0.1",
    "http://localhost.evil.test",
    "null",
    "file://",
    "",
)


@pytest.mark.parametrize("origin", ORIGINS)
def test_other_origins_follow_no_events(server: Served, origin: str) -> None:
    for line in (f"Origin: {origin or 'http://'}", f"origin:{origin or 'x'}"):
        heard = server.get(EVENTS, line)
        assert heard.status == 403
        assert heard.headers["content-type"] == "text/plain; charset=utf-8"
    assert server.streams.pages() == ()


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_browsers_that_say_whose_page_asks_are_believed(server: Served, site: str) -> None:
    assert server.get(EVENTS, f"Sec-Fetch-Site: {site}").status == 403


def test_own_pages_follow_events(server: Served) -> None:
    for lines in (
        ["Origin: http://localhost"],
        ["Sec-Fetch-Site: same-origin"],
        [],
    ):
        with server.events("", *lines):
            pass


@pytest.mark.parametrize("token", ["", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "é", "%00"])
def test_events_ask_for_the_token_of_this_run(server: Served, token: str) -> None:
    query = f"page=/&token={token}".encode().decode("latin-1")
    heard = server.get("/__hubgen/events?" + query.replace("Ã©", "%C3%A9"))
    assert heard.status == 403
    assert TOKEN not in heard.text


def test_the_token_is_in_no_answer_nor_in_what_is_said_of_the_door(server: Served) -> None:
    for target in ("/", "/__hubgen/", "/__hubgen/events", EVENTS.replace("=/", "=x")):
        heard = server.get(target)
        assert TOKEN not in heard.text + str(heard.headers)
    assert TOKEN not in repr(Door(TOKEN))


def test_no_answer_invites_other_websites(server: Served) -> None:
    origin = "Origin: https://evil.test"
    answers = [
        server.get("/", origin),
        server.get("/nowhere", origin),
        server.get("/", origin, method="OPTIONS"),
        server.get("/", origin, host="evil.test"),
        server.get("/%00", origin),
        server.get(EVENTS, origin),
        server.get("/", "If-None-Match: *"),
    ]
    assert sorted({heard.status for heard in answers}) == [200, 304, 400, 403, 404, 405]
    for heard in answers:
        assert not [name for name in heard.headers if name.startswith("access-control")]
        assert heard.headers["x-content-type-options"] == "nosniff"
        assert heard.headers["cross-origin-resource-policy"] == "same-origin"
        assert heard.headers["content-security-policy"] == "frame-ancestors 'self'"
        assert heard.headers["referrer-policy"] == "same-origin"
        assert "set-cookie" not in heard.headers


def test_only_this_computer_is_listened_to_by_default() -> None:
    door = Door(TOKEN, port=0)
    place = take_place(door)
    try:
        assert [one.getsockname()[0] for one in place.sockets] == ["127.0.0.1"]
        assert place.notes == ()
    finally:
        for one in place.sockets:
            one.close()


def test_a_port_that_is_taken_is_not_shared() -> None:
    with served() as server, pytest.raises(PortTaken, match="is in use"):
        take_place(Door(TOKEN, port=server.place.port))


# ---------------------------------------------------------------- no way to the disk


HARMFUL = (
    "/../etc/passwd",
    "/a/../../etc/passwd",
    "/..",
    "/./a",
    "/%2e%2e/etc/passwd",
    "/%2E%2e%2Fetc%2fpasswd",
    "/..%2fetc/passwd",
    "/.%2e/",
    "/..%5c..%5cwindows",
    "/..\\windows",
    "/a%00.html",
    "/%00",
    "/a%0d%0aX-Evil:%20y",
    "/a%1b[2J",
    "/%7f",
    "/%c2%85",
    "/%e2%80%a8",
    "/%c0%ae%c0%ae/etc/passwd",
    "/%c0%af",
    "/%ff",
    "/%ed%a0%80",
    "/%",
    "/%4",
    "/%zz",
    "/%u002e",
    "/a#b",
    "http://localhost/",
    "http://evil.test/",
    "file:///etc/passwd",
    "etc/passwd",
    "*",
    "?",
    "C:/windows",
    "localhost:443",
)


@pytest.mark.parametrize("target", HARMFUL)
def test_targets_that_no_page_has_never_reach_the_hub(server: Served, target: str) -> None:
    before = len(server.known.asked)
    heard = server.get(target)
    assert heard.status == 400
    assert "evil" not in "".join(heard.headers)
    assert len(server.known.asked) == before


@pytest.mark.parametrize(
    "target, path",
    [
        ("/%252e%252e/%252e%252e/etc/passwd", "/%2e%2e/%2e%2e/etc/passwd"),
        ("/%25252e%25252e%25252fetc", "/%252e%252e%252fetc"),
        ("/%2500", "/%00"),
        ("/etc/passwd", "/etc/passwd"),
        ("/a%2Fb", "/a/b"),
        ("/caf%C3%A9/", "/café/"),
        ("/c:/windows", "/c:/windows"),
        ("/~root", "/~root"),
        ("/...", "/..."),
        ("/a+b%20c", "/a+b c"),
        ("/a?../../x=%00", "/a"),
    ],
)
def test_a_path_is_decoded_once(server: Served, target: str, path: str) -> None:
    assert server.get(target).status == 404
    assert server.known.asked[-1].path == path


def test_a_path_with_empty_names_leads_to_no_other_host(server: Served) -> None:
    for target in ("//evil.test/", "/%2Fevil.test/", "/a//b", "///", "/%2f"):
        heard = server.get(target)
        assert (heard.status, heard.headers.get("location")) == (404, None)


def test_addresses_have_an_end(server: Served) -> None:
    assert server.get("/" + "a" * 8_000).status == 404
    for size in (8_192, 100_000, 3_000_000):
        with server.wire() as wire:
            try:
                wire.ask("/" + "a" * size)
            except ConnectionError:
                continue
            assert wire.heard().status == 414
    assert server.get("/").status == 200


def test_headers_have_an_end(server: Served) -> None:
    assert server.get("/", f"Cookie: {'a' * 60_000}").status == 200, "of other servers on localhost"
    for lines in ([f"X: {'a' * 70_000}"], [f"X{n}: {'a' * 1000}" for n in range(200)]):
        with server.wire() as wire:
            wire.ask("/", *lines)
            assert wire.heard().status == 431


# ---------------------------------------------------------------- nothing writes


@pytest.mark.parametrize(
    "method",
    ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "BREW"],
)
def test_other_methods_are_refused_unread(server: Served, method: str) -> None:
    before = len(server.known.asked)
    with server.wire() as wire:
        wire.ask("/", "Content-Length: 99999999999", method=method)
        heard = wire.heard()
        assert (heard.status, heard.headers["allow"]) == (405, "GET, HEAD")
        assert heard.headers["connection"] == "close"
        assert wire.to_the_end() == b""
    assert len(server.known.asked) == before


def test_a_body_without_end_is_not_read_without_end(server: Served) -> None:
    with server.wire() as wire:
        wire.ask("/", "Transfer-Encoding: chunked", method="POST")
        assert wire.heard().status == 405
        assert wire.is_cut_off(b"10000\r\n" + b"a" * 65536 + b"\r\n")


def test_a_body_hides_no_second_request(server: Served) -> None:
    inner = b"GET /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n"
    for line in (
        f"Content-Length: {len(inner)}",
        "Transfer-Encoding: chunked",
        "Content-Length: x",
    ):
        with server.wire() as wire:
            wire.ask("/", line)
            wire.say(inner)
            assert wire.heard().status == 400
            assert wire.to_the_end() == b""
    assert "/hidden" not in [asked.path for asked in server.known.asked]


@pytest.mark.parametrize(
    "said, status",
    [
        (b"GET /\r\n\r\n", 400),
        (b"GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        (b"get / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        (b"GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n folded: x\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: a\nHost: evil.test\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: a\x00b\r\n\r\n", 400),
        ("GET /é HTTP/1.1\r\nHost: localhost\r\n\r\n".encode(), 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(20), 400),
        (b"\x00" * 100, 400),
    ],
)
def test_what_is_no_request_gets_a_plain_answer(server: Served, said: bytes, status: int) -> None:
    with server.wire() as wire:
        wire.say(said)
        assert wire.heard().status == status
        assert wire.to_the_end() == b""
