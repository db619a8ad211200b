"""How politely `hubgen links` asks, and what it needn't ask again."""

import json
import threading
import time
from functools import partial
from itertools import pairwise

import pytest

from hubgen.cli import links as command
from hubgen.tending.links import round as round_of_questions
from hubgen.tending.links.trip import Manners
from tests.tending.asking import HERE, hub_with, said
from tests.tending.running import hubgen
from tests.tending.world import Visit, says, serving


def test_a_host_has_one_connection_and_a_gap() -> None:
    one_at_a_time = threading.Lock()
    alone: list[bool] = []

    def act(visit: Visit) -> None:
        alone.append(one_at_a_time.acquire(blocking=False))
        time.sleep(0.02)
        if alone[-1]:
            one_at_a_time.release()
        visit.answer(200)

    with serving({f"/{number}": act for number in range(6)}) as server:
        hub = hub_with(*(server.url(f"/{number}") for number in range(6)))
        hubgen(hub, "links", "--gap", "0.1", "--connections", "6")
        assert alone == [True] * 6
        assert all(later - earlier >= 0.1 for earlier, later in pairwise(sorted(server.times)))


def test_redirects_wait_for_their_turn_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hosts are asked at the same time, and one sends its visitors to the other."""
    one_at_a_time = threading.Lock()
    alone: list[bool] = []

    def act(visit: Visit) -> None:
        alone.append(one_at_a_time.acquire(blocking=False))
        time.sleep(0.1)
        if alone[-1]:
            one_at_a_time.release()
        visit.answer(200)

    hosts = ["127.0.0.1", "127.0.0.2"]
    allowed = partial(Manners, allowed=frozenset(hosts), waits=())
    monkeypatch.setattr(command, "Manners", allowed)
    paths = [f"/{number}" for number in range(4)]
    with serving(dict.fromkeys(paths, act), hosts[1]) as busy:
        sends = {path: says(302, Location=busy.url(path)) for path in paths}
        with serving(sends, hosts[0]) as sending:
            urls = [server.url(path) for server in (busy, sending) for path in paths]
            assert said(hub_with(*urls)) == []
    assert alone == [True] * 8


def test_several_hosts_are_asked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each answers only when all three are asked."""
    hosts = [f"127.0.0.{number}" for number in (21, 22, 23)]
    together = threading.Barrier(3, timeout=20)

    def act(visit: Visit) -> None:
        together.wait()
        visit.answer(200)

    allowed = partial(Manners, allowed=frozenset(hosts), waits=())
    monkeypatch.setattr(command, "Manners", allowed)
    with (
        serving({"/": act}, hosts[0]) as one,
        serving({"/": act}, hosts[1]) as two,
        serving({"/": act}, hosts[2]) as three,
    ):
        hub = hub_with(*(each.url() for each in (one, two, three)))
        assert said(hub) == []
    assert not together.broken


def test_retry_after_is_kept() -> None:
    with serving({"/": lambda visit: _later(visit, "1")}) as server:
        assert said(hub_with(server.url())) == []
        first, second = sorted(server.times)
        assert second - first >= 1.0


def test_retry_after_as_a_date_is_on_the_server_s_clock() -> None:
    date, later = "Mon, 02 Jan 2040 10:00:00 GMT", "Mon, 02 Jan 2040 10:00:01 GMT"

    def act(visit: Visit) -> None:
        if visit.number > 1:
            visit.answer(200)
            return
        visit.handler.send_response_only(429)
        visit.handler.send_header("Date", date)
        visit.handler.send_header("Retry-After", later)
        visit.handler.end_headers()

    with serving({"/": act}) as server:
        assert said(hub_with(server.url())) == []
        first, second = sorted(server.times)
        assert second - first >= 1.0


def test_a_host_that_wants_much_time_gets_it() -> None:
    acts = {path: (lambda visit: _later(visit, "3600")) for path in ("/a", "/b", "/c")}
    with serving(acts) as server:
        found = said(hub_with(*(server.url(path) for path in acts)))
        assert len(server.asked) == 1
    assert {each["code"] for each in found} == {"HG803"}
    assert all("asked to be left alone for 3,600 seconds" in each["message"] for each in found)


def _later(visit: Visit, seconds: str) -> None:
    if visit.number == 1:
        visit.answer(429, Retry_After=seconds)
    else:
        visit.answer(200)


def test_it_says_who_asks_and_tells_no_secrets() -> None:
    with serving({"/ok": says(200)}) as server:
        said(hub_with(server.url("/ok")), "--base-url", "https://hub.example/")
        head = server.heads[-1]
    assert head["User-Agent"].endswith("(checks links of https://hub.example/)")
    assert not {"Cookie", "Authorization", "Referer"} & set(head)


# ---------------------------------------------------------------- what is remembered


def test_what_was_fine_is_believed_for_days_and_what_was_not_for_one() -> None:
    with serving({"/ok": says(200)}) as server:
        hub = hub_with(server.url("/ok"), server.url("/gone"))

        def asked_on(day: str, *words: str) -> set[str]:
            before = len(server.asked)
            said(hub, "--today", day, *words)
            return {path for _, path in server.asked[before:]}

        assert asked_on("2026-11-17") == {"/ok", "/gone"}
        assert asked_on("2026-11-17") == set()
        assert asked_on("2026-11-18") == {"/gone"}
        assert asked_on("2026-12-01") == {"/ok", "/gone"}
        assert asked_on("2026-12-01", "--max-age", "0") == {"/ok", "/gone"}
        assert asked_on("2026-11-30") == {"/ok", "/gone"}


def test_how_long_a_link_has_been_dead_is_said_and_stale_asks_about_it() -> None:
    with serving({"/back": says(200)}) as server:
        gone = server.url("/gone")
        hub = hub_with(gone, server.url("/back"))
        said(hub, "--today", "2026-11-17")
        (found,) = said(hub, "--today", "2026-11-20")
        assert found["message"] == f"{gone} leads nowhere: 404 Not Found (since 2026-11-17)"
    result = hubgen(hub, "stale", "--format", "json", "--today", "2026-11-20")
    (ask,) = json.loads(result.stdout)["asks"]
    assert ask["entry"] == "resources/book-0"
    (reason,) = ask["reasons"]
    assert (reason["name"], reason["since"]) == ("dead-link", "2026-11-17")
    assert gone in reason["question"]


def test_addresses_that_the_hub_no_longer_names_are_forgotten() -> None:
    with serving({"/a": says(200), "/b": says(200)}) as server:
        hub = hub_with(server.url("/a"), server.url("/b"))
        said(hub)
        hub.delete("content/resources/book-0.yaml")
        said(hub)
        data = (hub.cache / "links.cache").read_bytes()
        assert server.url("/b").encode() in data
        assert server.url("/a").encode() not in data


def test_what_came_with_the_sources_is_not_believed() -> None:
    with serving({}) as server:
        hub = hub_with(server.url("/gone"))
        said(hub)
        (hub.cache / "links.cache").chmod(0o644)
        before = len(server.asked)
        said(hub)
        assert len(server.asked) > before


def test_an_interruption_keeps_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/a": says(200), "/b": says(200)}) as server:

        def act(visit: Visit) -> None:
            stop.set()
            visit.answer(200)

        stop = threading.Event()
        server.acts["/b"] = act
        hub = hub_with(server.url("/a"), server.url("/b"), server.url("/c"))
        manners = partial(Manners, allowed=HERE, waits=(), stop=stop)
        monkeypatch.setattr(command, "Manners", manners)
        said(hub)
        assert [path for _, path in server.asked] == ["/a", "/b"]
        monkeypatch.setattr(command, "Manners", partial(Manners, allowed=HERE, waits=()))
        said(hub)
        assert ("HEAD", "/a") not in server.asked[2:]
        assert ("HEAD", "/c") in server.asked[2:]


def test_ctrl_c_keeps_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    reached = threading.Event()

    def act(visit: Visit) -> None:
        reached.set()
        visit.answer(200)

    def interrupted(*_: object, **__: object) -> None:
        reached.wait(20)
        raise KeyboardInterrupt

    with serving({"/a": says(200), "/b": act}) as server:
        hub = hub_with(server.url("/a"), server.url("/b"))
        with monkeypatch.context() as patch:
            patch.setattr(round_of_questions, "wait", interrupted)
            assert hubgen(hub, "links", "--gap", "0").exit_code != 0
        before = len(server.asked)
        assert said(hub) == []
        assert ("HEAD", "/a") not in server.asked[before:]
