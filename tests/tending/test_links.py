"""`hubgen links`: what is said of every sort of server, and how politely each is asked."""

import json
import threading
import time
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Any

import pytest

from hubgen.cli import links as command
from hubgen.tending.links import round as round_of_questions
from hubgen.tending.links.trip import Manners
from tests.kit import Hub, site
from tests.tending.running import hubgen
from tests.tending.world import Server, Visit, says, serving

HERE = frozenset({"127.0.0.1"})
QUICK = (0.02, 0.02)


@pytest.fixture(autouse=True)
def manners(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine's first loopback address counts as public, and nobody waits for long."""
    monkeypatch.setattr(command, "Manners", partial(Manners, allowed=HERE, waits=QUICK))


def once_busy(visit: Visit) -> None:
    visit.answer(503 if visit.number == 1 else 200)


def only_get(visit: Visit) -> None:
    visit.answer(200 if visit.method == "GET" else 404)


def slowly(visit: Visit) -> None:
    """A letter now and then, each well within the time of a step."""
    try:
        for letter in b"HTTP/1.1 200 OK\r\n" + b"X: " + b"x" * 200:
            visit.handler.wfile.write(bytes([letter]))
            time.sleep(0.1)
    except OSError:
        visit.handler.close_connection = True


def endless_head(visit: Visit) -> None:
    visit.handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 500 + b"\r\n")


ACTS = {
    "/ok": says(200),
    "/gone": says(410),
    "/moved": says(301, Location="/ok"),
    "/moved-twice": says(308, Location="/moved"),
    "/for-now": says(302, Location="/ok"),
    "/to-gone": says(302, Location="/gone"),
    "/round": says(302, Location="/round"),
    "/once-busy": once_busy,
    "/busy": says(503),
    "/broken": says(500),
    "/closed": says(403),
    "/only-get": only_get,
    "/endless-head": endless_head,
    "/file": says(302, Location="file:///etc/passwd"),
    "/ftp": says(302, Location="ftp://example.org/"),
    "/password": says(302, Location="http://root:toor@127.0.0.1/"),
    "/odd": says(302, Location="http://[::1"),
    "/nowhere": says(302),
    "/umlaut": says(301, Location="/gr\u00fc\u00dfe"),
    "/gr%C3%BC%C3%9Fe": says(200),
    "/gr%FC%DFe": says(200),
}


@pytest.fixture(scope="module")
def world() -> Iterator[Server]:
    with serving(ACTS) as server:
        yield server


def hub_with(*urls: str) -> Hub:
    """A resource for each link."""
    hub = site("-- site.yaml --\ntitle: A hub\ndiagnostics: {HG342: 'off'}\n")
    for number, url in enumerate(urls):
        text = f"title: Book {number}\nurl: {json.dumps(url)}\ntype: book\n"
        hub.edit(f"content/resources/book-{number}.yaml", text)
    return hub


def said(hub: Hub, *words: str) -> list[dict[str, Any]]:
    result = hubgen(hub, "links", "--format", "json", "--gap", "0", "--timeout", "5", *words)
    found: list[dict[str, Any]] = json.loads(result.stdout)["diagnostics"]
    return found


@pytest.mark.parametrize(
    "path, code, words",
    [
        ("/ok", "", ""),
        ("/once-busy", "", ""),
        ("/only-get", "", ""),
        ("/for-now", "", ""),
        ("/gone", "HG801", "410 Gone"),
        ("/never-was", "HG801", "404 Not Found"),
        ("/to-gone", "HG801", "410 Gone"),
        ("/moved", "HG802", "write {}/ok"),
        ("/moved-twice", "HG802", "write {}/ok"),
        ("/round", "HG803", "redirected more than 8 times"),
        ("/busy", "HG803", "503"),
        ("/broken", "HG803", "500"),
        ("/nowhere", "HG803", "302"),
        ("/endless-head", "HG803", "gave no useful answer"),
        ("/closed", "HG806", "403"),
        ("/file", "HG805", "no web address"),
        ("/ftp", "HG805", "no web address"),
        ("/password", "HG805", "user name or password"),
        ("/odd", "HG805", "no web address"),
    ],
)
def test_each_sort_of_server(path: str, code: str, words: str, world: Server) -> None:
    found = said(hub_with(world.url(path)))
    assert [each["code"] for each in found] == ([code] if code else [])
    for each in found:
        assert words.format(world.url("")) in each["message"] + each["help"]
        assert (each["path"], each["line"]) == ("content/resources/book-0.yaml", 2)


def test_a_redirect_in_another_alphabet_is_followed(world: Server) -> None:
    (found,) = said(hub_with(world.url("/umlaut")))
    assert found["code"] == "HG802"


def test_the_exit_code_follows_what_was_found(world: Server) -> None:
    for path, code, strict in (("/ok", 0, 0), ("/gone", 1, 1), ("/busy", 0, 1), ("/moved", 0, 0)):
        hub = hub_with(world.url(path))
        assert hubgen(hub, "links", "--gap", "0").exit_code == code
        assert hubgen(hub, "links", "--gap", "0", "--strict").exit_code == strict


def test_a_server_that_never_ends_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = partial(Manners, allowed=HERE, waits=())
    monkeypatch.setattr(command, "Manners", quick)
    with serving({"/": slowly}) as server:
        result = hubgen(hub_with(server.url()), "links", "--gap", "0", "--timeout", "1")
        # All of its letters would have taken twenty seconds, and then been a fine answer.
        assert "it took too long" in result.stdout


def test_a_closed_port_and_a_broken_handshake() -> None:
    with serving({}) as server:
        port = server.port
        insecure = f"https://127.0.0.1:{port}/"
        (found,) = said(hub_with(insecure))
        assert found["code"] == "HG804"
    (found,) = said(hub_with(f"http://127.0.0.1:{port}/"))
    assert (found["code"], "refused" in found["message"].lower()) == ("HG803", True)


def test_every_place_of_a_link_is_named_and_asked_once(world: Server) -> None:
    gone = world.url("/gone?once")
    hub = site(f"""
        -- site.yaml --
        title: A hub
        diagnostics: {{HG342: 'off'}}
        menu: [{{label: Old, url: "{gone}"}}]
        -- content/members/ada.md --
        ---
        name: Ada
        links: ["{gone}"]
        ---

        Read *this*:
        see [it]({gone}#chapter) or [that]({world.url("/ok")}).
        -- content/members/bo.yaml --
        name: Bo
        draft: true
        links: ["{world.url("/draft")}"]
    """)
    ask = ("HEAD", "/gone?once"), ("GET", "/gone?once")
    before = [world.asked.count(each) for each in ask]
    places = [(each["path"], each["line"], each["column"]) for each in said(hub)]
    assert places == [
        ("content/members/ada.md", 3, 10),
        ("content/members/ada.md", 7, 10),
        ("site.yaml", 3, 27),
    ]
    assert [world.asked.count(each) for each in ask] == [number + 1 for number in before]
    assert ("HEAD", "/draft") not in world.asked


def test_only_the_links_of_some_files_are_followed() -> None:
    with serving({}) as server:
        hub = hub_with(server.url("/a"), server.url("/b"))
        said(hub)
        (found,) = said(hub, "--max-age", "0", str(hub.root / "content/resources/book-1.yaml"))
        assert found["path"] == "content/resources/book-1.yaml"
        # What is known of the others stays known.
        assert {path for _, path in server.asked[4:]} == {"/b"}
        before = len(server.asked)
        assert len(said(hub, str(hub.root / "content"))) == 2
        assert len(server.asked) == before
        assert hubgen(hub, "links", "/etc").exit_code == 2


def test_nobody_asks_but_this_command(world: Server) -> None:
    hub = hub_with(world.url("/quiet"))
    hub.build()
    for words in (["check"], ["build", "--out", "elsewhere"], ["stale"], ["schema"]):
        hubgen(hub, *words)
    assert not [path for _, path in world.asked if path == "/quiet"]
    said(hub)
    assert [path for _, path in world.asked if path == "/quiet"]


# ---------------------------------------------------------------- manners


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


def test_it_says_who_asks_and_tells_no_secrets(world: Server) -> None:
    hub = hub_with(world.url("/ok"))
    said(hub, "--base-url", "https://hub.example/")
    head = world.heads[-1]
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
            visit.answer(200)
            stop.set()

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
