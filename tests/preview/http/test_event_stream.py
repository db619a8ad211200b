"""Open pages are told what has become of them, what they missed, and nothing twice."""

import time
from collections.abc import Callable

from hubgen.preview.http.asking import Event
from hubgen.preview.http.limits import Limits
from hubgen.preview.http.streams import QUEUE_LIMIT, Streams
from tests.kit.wire import HOME, TOKEN, Known, served


def soon(is_so: Callable[[], bool]) -> bool:
    """Whether it becomes so before anybody gets impatient."""
    end = time.monotonic() + 5
    while not is_so() and time.monotonic() < end:
        time.sleep(0.005)
    return is_so()


def test_a_tab_is_told_what_concerns_its_page() -> None:
    with served() as server, server.events() as wire:
        assert server.streams.pages() == ("/",)
        server.streams.tell("/other/", Event(1, "patch"))
        server.streams.tell("/", Event(2, "patch", '{"a": 1}'))
        server.streams.tell_all(Event(3, "problems", "two\nlines\r\nthree\rfour"))
        assert wire.until(b"}\n\n") == b'id: 2\nevent: patch\ndata: {"a": 1}\n\n'
        assert wire.until(b"four\n\n") == (
            b"id: 3\nevent: problems\ndata: two\ndata: lines\ndata: three\ndata: four\n\n"
        )


def test_the_stream_is_one_that_browsers_keep_open() -> None:
    with served() as server, server.wire() as wire:
        wire.ask(f"/__hubgen/events?page=/&token={TOKEN}")
        head = wire.until(b"\r\n\r\n").decode()
    assert head.startswith("HTTP/1.1 200 ")
    assert "\r\nContent-Type: text/event-stream; charset=utf-8\r\n" in head
    assert "\r\nCache-Control: no-store\r\n" in head
    assert "\r\nX-Content-Type-Options: nosniff\r\n" in head
    assert "access-control" not in head.lower()


def test_who_comes_back_hears_what_was_missed_and_nothing_twice() -> None:
    known = Known({"/": HOME}, misses={"/": (Event(5, "patch"), Event(6, "style", "/a.css"))})
    with served(known) as server:
        with server.events("&since=4") as wire:
            assert wire.until(b"a.css\n\n").count(b"event:") == 2
        with server.events("&since=1", "Last-Event-ID: 5") as wire:
            wire.until(b"a.css\n\n")
        with server.events() as wire:
            server.streams.tell("/", Event(7, "patch"))
            assert wire.until(b"\n\n") == b"id: 7\nevent: patch\ndata: \n\n", "a new page is new"
        for nonsense in ("-1", "x", "9" * 30, "٣"):
            with server.events("", f"Last-Event-ID: {nonsense}".encode().decode("latin-1")):
                pass
        assert known.missed_since == [("/", 4), ("/", 5)]


def test_what_comes_while_it_is_told_what_it_missed_is_told_once() -> None:
    tab = Streams().enter("/", lambda: None)
    for revision in (5, 6, 7):
        tab.put(Event(revision, "patch"))
    tab.catch_up((Event(4, "style"), Event(6, "patch")))
    assert [event.revision for event in tab.take()] == [4, 6, 7]
    assert tab.take() == ()


def test_a_tab_that_goes_is_forgotten() -> None:
    with served() as server:
        with server.events():
            assert server.streams.pages() == ("/",)
        assert soon(lambda: server.streams.pages() == ())


def test_silence_has_a_heartbeat() -> None:
    with served(limits=Limits(heartbeat_seconds=0.05)) as server, server.events() as wire:
        for _ in range(3):
            assert wire.until(b"\n\n") == b": still here\n\n"


def test_who_does_not_read_is_dropped_and_holds_up_nobody() -> None:
    with served(limits=Limits(send_seconds=0.3)) as server:
        slow = server.wire(buffer=2048)
        slow.ask(f"/__hubgen/events?page=/slow/&token={TOKEN}")
        with slow, server.events() as quick:
            assert soon(lambda: "/slow/" in server.streams.pages())
            for revision in range(40):
                server.streams.tell("/slow/", Event(revision, "patch", "x" * 500_000))
            server.streams.tell("/", Event(50, "patch"))
            assert quick.until(b"\n\n").startswith(b"id: 50")
            assert soon(lambda: server.streams.pages() == ("/",))


def test_a_tab_that_has_too_much_unread_is_given_up() -> None:
    streams = Streams()
    tab = streams.enter("/", lambda: None)
    for revision in range(QUEUE_LIMIT):
        streams.tell_all(Event(revision, "patch"))
    still_open = not tab.is_over
    streams.tell_all(Event(QUEUE_LIMIT, "patch"))
    assert (still_open, tab.is_over) == (True, True)
    assert len(tab.take()) == QUEUE_LIMIT


def test_the_end_of_the_preview_ends_the_streams() -> None:
    with served() as server, server.events() as wire:
        server.streams.tell_all(Event(1, "last"))
        server.streams.close()
        assert wire.to_the_end().endswith(b"event: last\ndata: \n\n"), "after what is on its way"
        with server.events() as late:
            assert late.to_the_end() == b"", "and those that come now"


def test_a_session_that_fails_to_say_what_was_missed_ends_that_stream_only() -> None:
    class Failing(Known):
        def missed(self, page: str, revision: int) -> tuple[Event, ...]:
            raise LookupError(page)

    with served(Failing({"/": HOME})) as server:
        with server.events("&since=1") as wire:
            assert wire.to_the_end() == b""
        assert server.get("/").status == 200
        assert [type(bug) for bug in server.bugs] == [LookupError]


def test_telling_a_preview_that_has_ended_is_no_error() -> None:
    with served() as server, server.events():
        streams = server.streams
        tab = streams.enter("/", lambda: None)
    streams.tell_all(Event(1, "patch"))
    tab.put(Event(2, "patch"))
