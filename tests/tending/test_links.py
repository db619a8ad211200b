"""`hubgen links`: what is said of every sort of server, and at which place."""

import time
from collections.abc import Iterator
from functools import partial

import pytest

from hubgen.cli import links as command
from hubgen.tending.links.trip import Manners
from tests.kit import site
from tests.tending.asking import HERE, hub_with, said
from tests.tending.running import hubgen
from tests.tending.world import Server, Visit, says, serving


def once_busy(visit: Visit) -> None:
    visit.answer(503 if visit.number == 1 else 200)


def only_get(visit: Visit) -> None:
    visit.answer(200 if visit.method == "GET" else 404)


def slowly(visit: Visit) -> None:
    """A good beginning, then a letter now and then, each well within the time of a step."""
    try:
        visit.handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for letter in b"x" * 200:
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


def test_a_moved_page_keeps_the_part_that_was_meant(world: Server) -> None:
    (found,) = said(hub_with(world.url("/moved#chapter-2")))
    assert found["help"] == f"write {world.url('/ok#chapter-2')}"


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
