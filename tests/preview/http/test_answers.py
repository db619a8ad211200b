"""What a browser gets: whole answers, the same ones not again, stretches of media, on one connection after the other."""

import time

import pytest

from hubgen.preview.http.asking import Answer, Asked
from hubgen.preview.http.limits import Limits
from tests.kit.wire import HOME, Known, Served, served

FILM = bytes(range(256)) * 2000


def site() -> Known:
    return Known(
        {
            "/": HOME,
            "/film.mp4": Answer(200, "video/mp4", FILM),
            "/style.css": Answer(200, "text/css", b"a{}"),
            "/search/documents.en.json": Answer(200, "application/json", b"[]"),
            "/print.svg": Answer(200, "image/svg+xml", b"<svg/>"),
            "/photo.webp": Answer(200, "image/webp", b"webp"),
            "/old/": Answer(301, "text/html", b"moved", (("Location", "/new/"),)),
            "/empty.bin": Answer(200, "application/octet-stream", b""),
        }
    )


def test_a_page_comes_whole_and_guarded() -> None:
    with served(site()) as server:
        heard = server.get("/")
    assert (heard.status, heard.body) == (200, HOME.body)
    tag = heard.headers.pop("etag")
    assert tag.startswith('"')
    assert tag.endswith('"')
    assert heard.headers == {
        "content-type": "text/html; charset=utf-8",
        "content-length": str(len(HOME.body)),
        "cache-control": "no-cache",
        "connection": "keep-alive",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "content-security-policy": "frame-ancestors 'self'",
        "referrer-policy": "same-origin",
    }


@pytest.mark.parametrize(
    "path, type",
    [
        ("/style.css", "text/css; charset=utf-8"),
        ("/search/documents.en.json", "application/json; charset=utf-8"),
        ("/print.svg", "image/svg+xml; charset=utf-8"),
        ("/photo.webp", "image/webp"),
        ("/film.mp4", "video/mp4"),
    ],
)
def test_types_name_the_letters_of_texts(path: str, type: str) -> None:
    with served(site()) as server:
        assert server.get(path).headers["content-type"] == type


def test_one_connection_serves_many_requests_even_asked_at_once() -> None:
    with served(site()) as server, server.wire() as wire:
        for path in ("/", "/nowhere/", "/style.css"):
            wire.ask(path)
        assert [wire.heard().status for _ in range(3)] == [200, 404, 200]
        wire.ask("/", method="HEAD")
        head = wire.heard(is_head=True)
        assert head.headers["content-length"] == str(len(HOME.body))
        wire.ask("/old/")
        moved = wire.heard()
        assert (moved.status, moved.headers["location"]) == (301, "/new/")
        assert "etag" not in moved.headers


def test_a_connection_ends_where_the_browser_wants_it() -> None:
    with served(site()) as server, server.wire() as wire:
        wire.ask("/", "Connection: close")
        assert wire.heard().headers["connection"] == "close"
        assert wire.to_the_end() == b""
    with served(site()) as server, server.wire() as wire:
        wire.say(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")
        assert wire.to_the_end().endswith(HOME.body)


def test_what_the_browser_has_is_not_sent_again() -> None:
    with served(site()) as server:
        tag = server.get("/").headers["etag"]
        for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
            again = server.get("/", f"If-None-Match: {known}")
            assert (again.status, again.body) == (304, b""), known
            assert again.headers["etag"] == tag
            assert again.headers["x-content-type-options"] == "nosniff"
            assert "content-length" not in again.headers
        assert server.get("/", 'If-None-Match: "other"').status == 200
        server.known.pages["/"] = Answer(200, "text/html", b"edited")
        assert server.get("/", f"If-None-Match: {tag}").text == "edited"


def test_the_digest_of_the_session_is_the_tag() -> None:
    known = Known({"/": Answer(200, "text/html", b"x", etag="abc")})
    with served(known) as server:
        assert server.get("/").headers["etag"] == '"abc"'


@pytest.mark.parametrize(
    "wanted, status, stretch, part",
    [
        ("bytes=0-9", 206, f"bytes 0-9/{len(FILM)}", FILM[:10]),
        ("bytes=500000-", 206, f"bytes 500000-{len(FILM) - 1}/{len(FILM)}", FILM[500000:]),
        ("bytes=-5", 206, f"bytes {len(FILM) - 5}-{len(FILM) - 1}/{len(FILM)}", FILM[-5:]),
        ("bytes=511999-999999999", 206, f"bytes 511999-511999/{len(FILM)}", FILM[-1:]),
        ("bytes=-999999999", 206, f"bytes 0-511999/{len(FILM)}", FILM),
        ("bytes=512000-", 416, f"bytes */{len(FILM)}", b""),
        ("bytes=-0", 416, f"bytes */{len(FILM)}", b""),
        ("bytes=9-0", 200, "", FILM),
        ("bytes=0-1,5-6", 200, "", FILM),
        ("bytes=-", 200, "", FILM),
        ("lines=0-1", 200, "", FILM),
        ("bytes=" + "9" * 400 + "-", 200, "", FILM),
    ],
)
def test_players_ask_for_stretches(wanted: str, status: int, stretch: str, part: bytes) -> None:
    with served(site()) as server:
        heard = server.get("/film.mp4", f"Range: {wanted}")
    assert (heard.status, heard.headers.get("content-range", "")) == (status, stretch)
    assert heard.body == part
    assert heard.headers["accept-ranges"] == "bytes"


def test_a_stretch_is_of_the_same_film_or_the_film_comes_whole() -> None:
    with served(site()) as server:
        tag = server.get("/film.mp4").headers["etag"]
        assert server.get("/film.mp4", "Range: bytes=1-1", f"If-Range: {tag}").status == 206
        assert server.get("/film.mp4", "Range: bytes=1-1", 'If-Range: "x"').body == FILM
        assert server.get("/film.mp4", "Range: bytes=1-1", method="HEAD").status == 200
        assert server.get("/", "Range: bytes=1-1").status == 200, "pages are never cut"
        assert server.get("/empty.bin", "Range: bytes=0-").status == 416


def test_the_clock_comes_from_outside() -> None:
    from hubgen.preview.http.replies import reply

    sent = reply(HOME, None, is_lasting=True, now=0.0).head
    assert b"\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n" in sent


def test_a_bug_is_a_plain_page_and_is_told_to_the_session() -> None:
    def fail(_asked: Asked) -> None:
        raise KeyError("secret/path/of/the/machine")

    known = Known({"/": HOME}, before=fail)
    with served(known) as server, server.wire() as wire:
        wire.ask("/")
        heard = wire.heard()
        assert heard.status == 500
        assert "secret" not in heard.text
        known.before = lambda _asked: None
        wire.ask("/")
        assert wire.heard().status == 200, "and the connection goes on"
        (bug,) = server.bugs
        assert isinstance(bug, KeyError)


def test_an_answer_that_cannot_be_sent_is_a_bug_too() -> None:
    evil = Answer(302, "text/html", b"", (("Location", "/x\r\nSet-Cookie: a=b"),))
    with served(Known({"/": evil, "/e": Answer(200, "text/html\r\nX: y", b"")})) as server:
        for path in ("/", "/e"):
            heard = server.get(path)
            assert heard.status == 500
            assert not {"set-cookie", "x"} & set(heard.headers)
        assert len(server.bugs) == 2


def test_an_answer_that_takes_for_ever_is_not_waited_for() -> None:
    known = Known({"/": HOME, "/quick": HOME})
    known.before = lambda asked: time.sleep(0.6) if asked.path == "/" else None
    with served(known, Limits(answer_seconds=0.1)) as server:
        assert server.get("/").status == 503
        assert server.get("/quick").status == 200


def test_a_large_answer_arrives_whole_at_a_slow_reader() -> None:
    large = bytes(3_000_000)
    known = Known({"/": HOME, "/large.bin": Answer(200, "application/octet-stream", large)})
    with served(known) as server, server.wire(buffer=4096) as wire:
        wire.ask("/large.bin")
        for _ in range(20):
            assert server.get("/").status == 200, "the others don't wait for it"
        assert wire.heard().body == large


def ask_all(server: Served, count: int) -> set[int]:
    """The statuses of requests that are all on their way before the first answer is read."""
    wires = [server.wire() for _ in range(count)]
    for wire in wires:
        wire.ask("/")
    statuses = {wire.heard().status for wire in wires}
    for wire in wires:
        wire.socket.close()
    return statuses


def test_many_at_once_are_all_answered() -> None:
    with served(site()) as server:
        assert ask_all(server, 150) == {200}
