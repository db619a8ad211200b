"""Links are written by whoever opens a pull request, and followed on a machine that may sit inside somebody's network."""

import socket
import ssl
from collections.abc import Callable
from ipaddress import IPv4Address
from typing import Any

import pytest

from hubgen.tending.links import requests
from hubgen.tending.links.addresses import NoSuchHost, NotAllowed, is_public, resolve
from hubgen.tending.links.following import Follower
from hubgen.tending.links.requests import Question, ask, readable
from hubgen.tending.links.trip import Manners
from hubgen.tending.links.turns import Turns
from hubgen.tending.links.verdicts import Fate
from tests.kit import site
from tests.tending.running import hubgen
from tests.tending.world import says, serving

HERE = Question(timeout=5, allowed=frozenset({"127.0.0.1"}))

INNER = [
    "127.0.0.1",
    "127.1.2.3",
    str(IPv4Address(0)),
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "169.254.170.2",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd00:ec2::254",
    "fdff::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::7f00:1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "3fff::1",
    "4000::1",
    "localhost",
    "example.org",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
]
OUTER = [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.216.34",
    "172.15.0.1",
    "172.32.0.1",
    "100.63.0.1",
    "100.128.0.1",
    "192.167.1.1",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450::1",
    "::ffff:1.1.1.1",
    "64:ff9b::101:101",
]


@pytest.mark.parametrize("address", INNER)
def test_what_is_not_public_is_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", OUTER)
def test_what_is_public_is_known(address: str) -> None:
    assert is_public(address)


def named(*addresses: str) -> Callable[..., list[Any]]:
    """A name with these addresses."""

    def getaddrinfo(_: object, port: int, **__: object) -> list[Any]:
        return [(2, 1, 6, "", (address, port)) for address in addresses]

    return getaddrinfo


@pytest.mark.parametrize("address", [each for each in INNER if each[0] in "0123456789abcdef:"][:30])
def test_a_name_with_one_inner_address_is_refused(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", named("1.1.1.1", address))
    with pytest.raises(NotAllowed):
        resolve("sly.example", 80)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "::1"]
)
def test_this_machine_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises((NotAllowed, NoSuchHost)):
        resolve(host, 80)


@pytest.mark.parametrize("port", [22, 25, 445, 1023])
def test_ports_of_other_services_are_refused(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", named("1.1.1.1"))
    with pytest.raises(NotAllowed, match="no place for a site"):
        resolve("mail.example", port)
    assert resolve("site.example", 443) == ("1.1.1.1",)
    assert resolve("site.example", 8080) == ("1.1.1.1",)


def test_nothing_is_allowed_unless_an_argument_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUBGEN_LINKS_ALLOW", "127.0.0.1")
    assert (Question().allowed, Manners().allowed) == (frozenset(), frozenset())
    with serving({"/": says(200)}) as server:
        hub = site(f"-- content/resources/a.yaml --\ntitle: A\ntype: book\nurl: {server.url()}\n")
        result = hubgen(hub, "links")
        assert server.asked == []
    assert "warning[HG805]" in result.stdout
    assert "127.0.0.1, which isn't public" in result.stdout


def test_the_connection_goes_to_the_address_that_was_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that means something else a moment later gains nothing: it is asked for once."""
    asked: list[object] = []
    answers = [named("127.0.0.1"), named("127.0.0.66")]
    real = socket.getaddrinfo

    def getaddrinfo(host: Any, *rest: Any, **more: Any) -> Any:
        if host != "rebind.example":
            return real(host, *rest, **more)
        asked.append(host)
        return answers[len(asked) - 1](host, *rest, **more)

    with serving({"/": says(200)}) as server:
        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        answer = ask(f"http://rebind.example:{server.port}/", "HEAD", HERE)
        assert (answer.status, len(asked)) == (200, 1)
        assert server.heads[-1]["Host"] == f"rebind.example:{server.port}"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_leads_inside(status: int) -> None:
    with serving({"/": says(200)}, "127.0.0.2") as inner:
        targets = (
            inner.url(),
            f"//127.0.0.2:{inner.port}/",
            "http://169.254.169.254/latest/meta-data/",
        )
        for target in targets:
            with serving({"/": says(status, Location=target)}) as server:
                verdict = Follower(HERE, Turns(gap=0), waits=()).follow(server.url())
                assert verdict.fate is Fate.REFUSED
                assert "redirected to" in verdict.words
        assert inner.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "gopher://example.org/",
        "ftp://example.org/",
        "http://user:secret@example.org/",
        "http://example.org@127.0.0.1/",
        "http://[::1",
        "http:///nobody",
        "http://example.org:99999/",
        "javascript:alert(1)",
        "http://example.org/" + "a" * 3_000,
    ],
)
def test_only_addresses_of_sites_are_asked(url: str) -> None:
    with pytest.raises(NotAllowed):
        readable(url)


def test_no_address_writes_into_the_request() -> None:
    with serving({}) as server:
        sly = server.url("/a\r\nX-Sly: yes\r\n\r\nGET /b HTTP/1.1")
        ask(readable(sly), "HEAD", HERE)
        assert len(server.asked) == 1
        assert "X-Sly" not in server.heads[-1]


def test_certificates_are_checked_by_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    context = requests.secure()
    assert (context.check_hostname, context.verify_mode) == (True, ssl.CERT_REQUIRED)
    names: list[object] = []

    class Watched:
        def wrap_socket(self, plain: socket.socket, **more: object) -> socket.socket:
            names.append(more["server_hostname"])
            plain.close()
            raise ssl.SSLCertVerificationError

    monkeypatch.setattr(requests, "secure", Watched)
    monkeypatch.setattr(requests, "resolve", lambda *_: ("127.0.0.1",))
    with serving({}) as server, pytest.raises(ssl.SSLError):
        ask(f"https://named.example:{server.port}/", "HEAD", HERE)
    assert names == ["named.example"]


def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({}) as proxy, serving({"/": says(200)}) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        assert ask(server.url(), "HEAD", HERE).status == 200
        assert proxy.asked == []


def test_what_servers_say_does_not_act_on_a_terminal() -> None:
    def act(visit: Any) -> None:
        visit.handler.wfile.write(b"HTTP/1.1 404 \x1b[31mred\x1b[0m\r\nContent-Length: 0\r\n\r\n")

    with serving({"/": act}) as server:
        verdict = Follower(HERE, Turns(gap=0), waits=()).follow(server.url())
    assert verdict.fate is Fate.DEAD
    assert "\x1b" in verdict.words


def test_without_a_network_no_link_is_to_blame(monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    hub = site(
        "".join(
            f"-- content/resources/{name}.yaml --\ntitle: A\ntype: book\nurl: https://{name}.example.org/\n"
            for name in ("a", "b", "c")
        )
    )
    result = hubgen(hub, "links", "--gap", "0")
    assert result.exit_code == 1
    assert "this computer seems to have no network" in result.stderr
    assert (
        not (hub.cache / "links.cache").exists()
        or b"example.org" not in (hub.cache / "links.cache").read_bytes()
    )
