"""Who is slow, silent or many holds up nobody at a preview."""

import socket
from dataclasses import replace

from hubgen.preview.http.limits import Limits
from tests.kit.wire import HOME, Known, Wire, served

ENDLESS = Limits(head_seconds=600, idle_seconds=600, send_seconds=600)
"""A server so patient that whoever is held up by somebody else waits in vain."""


def test_half_a_request_is_dropped_after_a_while() -> None:
    with served(limits=Limits(head_seconds=0.2)) as server:
        with server.wire() as wire:
            wire.say(b"GET / HTTP/1.1\r\nHost: loc")
            assert wire.heard().status == 408
            assert wire.to_the_end() == b""
        with server.wire() as wire:
            wire.say(b"GET /")
            assert wire.is_cut_off(b"a", pause=0.01), "however it drips"


def test_silence_ends_a_connection() -> None:
    with served(limits=Limits(idle_seconds=0.2)) as server, server.wire() as wire:
        assert wire.to_the_end() == b""
        with server.wire() as other:
            other.ask("/")
            assert other.heard().status == 200
            assert other.to_the_end() == b""


def test_five_hundred_idle_connections_hold_up_nobody() -> None:
    with served(limits=ENDLESS) as server:
        idle = [server.wire() for _ in range(250)]
        half = [server.wire() for _ in range(250)]
        for wire in half:
            try:
                wire.say(b"GET / HTTP/1.1\r\n")
            except OSError:
                continue
        for _ in range(20):
            assert server.get("/").status == 200
        assert closed(idle[0]), "the oldest had to go"
        assert not closed(half[-1]), "the newest not"
        for wire in (*idle, *half):
            wire.socket.close()


def test_who_has_gone_takes_no_place() -> None:
    with served(limits=replace(ENDLESS, connections=5)) as server, server.wire() as wire:
        wire.ask("/")
        assert wire.heard().status == 200
        for _ in range(20):
            assert server.get("/", "Connection: close").status == 200
        assert not closed(wire)


def closed(wire: Wire) -> bool:
    wire.socket.settimeout(0.2)
    try:
        return wire.socket.recv(1) == b""
    except ConnectionResetError:
        return True
    except TimeoutError:
        return False


def test_slow_readers_hold_up_nobody() -> None:
    known = Known({"/": HOME})
    known.pages["/film.mp4"] = type(HOME)(200, "video/mp4", bytes(4_000_000))
    with served(known, replace(ENDLESS, connections=50)) as server:
        slow = [server.wire(buffer=2048) for _ in range(60)]
        for wire in slow:
            try:
                wire.ask("/film.mp4")
            except OSError:
                continue
        for _ in range(20):
            assert server.get("/").status == 200
        for wire in slow:
            wire.socket.close()


def test_who_hangs_up_in_the_middle_leaves_no_trace() -> None:
    with served() as server:
        for said in (b"", b"GET", b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"\r\n" * 10):
            for _ in range(20):
                wire = server.wire()
                wire.say(said)
                wire.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
                wire.socket.close()
        assert server.get("/").status == 200
        assert server.bugs == []
