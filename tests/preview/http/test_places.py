"""Where a preview is found: ports, addresses of the computer, the base path, and the end of it all."""

import gc
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address

import pytest

from hubgen.preview.http import ports
from hubgen.preview.http.asking import Asked
from hubgen.preview.http.door import Door, host_name, is_loopback, new_token
from hubgen.preview.http.ports import CannotListen, Place, PortTaken, take_place
from hubgen.preview.http.server import PreviewServer
from hubgen.preview.http.streams import Streams
from tests.kit.wire import HOME, TOKEN, Known, served

EVERYWHERE = str(IPv4Address(0))


@contextmanager
def taken(door: Door) -> Iterator[Place]:
    place = take_place(door)
    try:
        yield place
    finally:
        for one in place.sockets:
            one.close()


@contextmanager
def neighbours(count: int) -> Iterator[int]:
    """The first of some ports next to each other, of which all but the last are in use."""
    for first in range(20_000, 30_000, 100):
        sockets = [socket.socket() for _ in range(count)]
        try:
            for number, each in enumerate(sockets):
                each.bind(("127.0.0.1", first + number))
                each.listen()
            sockets[-1].close()
            yield first
        except OSError:
            continue
        finally:
            for each in sockets:
                each.close()
        return


def test_the_default_port_moves_to_the_next_free_one_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with neighbours(3) as first:
        monkeypatch.setattr(ports, "DEFAULT_PORT", first)
        with taken(Door(TOKEN)) as place:
            assert place.port == first + 2
            assert place.url == f"http://127.0.0.1:{first + 2}/"
            assert place.notes == (f"Port {first} is in use; the preview is on {first + 2}.",)
        monkeypatch.setattr(ports, "TRIES", 2)
        with pytest.raises(PortTaken, match=f"All ports from {first} to {first + 1} are in use"):
            take_place(Door(TOKEN))


def test_a_port_that_was_asked_for_is_that_one_or_an_error() -> None:
    with neighbours(2) as first:
        with pytest.raises(PortTaken, match=f"Port {first} is in use. Choose another"):
            take_place(Door(TOKEN, port=first))
        with taken(Door(TOKEN, port=first + 1)) as place:
            assert (place.port, place.notes) == (first + 1, ())


def test_a_port_can_be_taken_again_at_once() -> None:
    with served() as server:
        port = server.place.port
        assert server.get("/", "Connection: close").status == 200
    with served(port=port) as server:
        assert server.get("/").status == 200


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.7", "a b", "x" * 300])
def test_a_host_that_is_not_this_computer_is_an_error(host: str) -> None:
    with pytest.raises(CannotListen, match="is no address of this computer"):
        take_place(Door(TOKEN, host=host, port=0))


def test_other_addresses_than_loopback_come_with_a_warning() -> None:
    with taken(Door(TOKEN, host=EVERYWHERE, port=0)) as place:
        assert place.url == f"http://127.0.0.1:{place.port}/"
        (note,) = place.notes
        assert EVERYWHERE in note
        assert "--allow-host" in note


@pytest.mark.parametrize("host", ["::1", "[::1]"])
def test_the_newer_internet_works(host: str) -> None:
    with served(host=host) as server:
        assert server.place.url == f"http://[::1]:{server.place.port}/"
        assert server.place.notes == ()
        assert server.get("/", host=f"[::1]:{server.place.port}").status == 200


def test_localhost_is_every_address_it_has() -> None:
    with served(host="localhost") as server:
        assert server.place.url == f"http://localhost:{server.place.port}/"
        assert server.get("/").status == 200


def test_which_addresses_only_this_computer_reaches() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost")))
    assert not any(map(is_loopback, (EVERYWHERE, "::", "192.168.1.5", "example.org", "")))


@pytest.mark.parametrize(
    "said, name",
    [
        ("Example.ORG.", "example.org"),
        ("fd00::1", "[fd00::1]"),
        ("münchen.example", "xn--mnchen-3ya.example"),
        ("a/b", ""),
        ("*", ""),
        ("é" * 70, ""),
    ],
)
def test_names_to_be_allowed_are_written_in_many_ways(said: str, name: str) -> None:
    assert host_name(said) == name


def test_each_run_has_a_token_of_its_own() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 32


# ---------------------------------------------------------------- the base path


def test_a_hub_below_a_path_is_served_there() -> None:
    with served(base_path="/my-hub/") as server:
        assert server.place.url.endswith("/my-hub/")
        assert server.get("/my-hub/").body == HOME.body
        assert server.get("/my-hub/members/?a=b").status == 404
        assert server.known.asked == [Asked("/"), Asked("/members/", "a=b")]


@pytest.mark.parametrize("target", ["/", "/my-hub", "/?a"])
def test_the_root_leads_to_the_hub(target: str) -> None:
    with served(base_path="/my-hub/") as server:
        heard = server.get(target)
        assert (heard.status, heard.headers["location"]) == (302, "/my-hub/")
        assert server.known.asked == []


@pytest.mark.parametrize("base_path", ["/caf%C3%A9/", "/café/"])
def test_a_base_path_has_any_letters(base_path: str) -> None:
    with served(base_path=base_path) as server:
        assert server.get("/").headers["location"] == "/caf%C3%A9/"
        assert server.get("/caf%C3%A9/").status == 200
        assert server.get("/caf%c3%a9/members/").status == 404
        assert [asked.path for asked in server.known.asked] == ["/", "/members/"]


@pytest.mark.parametrize("target", ["/members/", "/my-hubs/", "/MY-HUB/", "/__hubgen/events"])
def test_nothing_else_is_outside_of_the_base_path(target: str) -> None:
    with served(base_path="/my-hub/") as server:
        heard = server.get(target)
        assert (heard.status, "location" in heard.headers) == (404, False)
        assert "/my-hub/" in heard.text
        assert server.known.asked == []


# ---------------------------------------------------------------- the end


def test_closing_ends_open_connections_streams_and_threads() -> None:
    before = threading.active_count()
    with served() as server:
        stream, idle, half = server.events(), server.wire(), server.wire()
        half.say(b"GET / HT")
        idle.ask("/")
        assert idle.heard().status == 200
        assert threading.active_count() > before
    assert threading.active_count() == before
    for wire in (stream, idle, half):
        assert wire.to_the_end() == b""
        wire.socket.close()
    with pytest.raises(OSError):
        server.wire()


@pytest.mark.parametrize("later", range(12))
def test_who_arrives_while_the_server_ends_is_let_go(later: int) -> None:
    """At whatever moment of its arrival; a connection that is forgotten is told of by the collection of garbage."""
    for _ in range(12):
        with served() as server:
            wires = [server.wire() for _ in range(6)]
            time.sleep(later / 20_000)
        for wire in wires:
            wire.socket.close()
    gc.collect()


def test_closing_waits_for_the_answer_that_is_being_made() -> None:
    known = Known({"/": HOME})
    finished = []
    begun = threading.Event()

    def linger(_asked: Asked) -> None:
        begun.set()
        time.sleep(0.3)
        finished.append(True)

    known.before = linger
    with served(known) as server, server.wire() as wire:
        wire.ask("/")
        assert begun.wait(5)
    assert finished


def test_a_server_can_be_closed_at_any_time_and_twice() -> None:
    server = PreviewServer(Known(), Streams(), Door(TOKEN, port=0))
    server.close()
    server = PreviewServer(Known(), Streams(), Door(TOKEN, port=0))
    server.open()
    server.close()
    server.close()
    server = PreviewServer(Known(), Streams(), Door(TOKEN, port=0))
    with pytest.raises(RuntimeError):
        server.serve()
    server.close()
