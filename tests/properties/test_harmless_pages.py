"""Property 6: whatever the content holds, every page parses, and no script that the theme did not ship runs in it."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from hypothesis import given, settings

from tests.kit import Build, Element, elements
from tests.kit.hub import hub_of
from tests.kit.making import HOSTILE_SITE, hubs

VOID = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    }
)
URL_ATTRIBUTES = frozenset(
    {"href", "src", "action", "formaction", "poster", "data", "cite", "srcset", "ping"}
)
FORBIDDEN = frozenset(
    {"iframe", "object", "embed", "base", "frame", "applet", "portal", "animate", "set"}
)
SCHEMES = frozenset({"", "http", "https", "mailto"})
OWN_CALENDARS = "webcal://hub.example/"
"""By this scheme programs follow the hub's own calendars; content can write no such address."""
OFFLINE = frozenset({"img", "script", "source", "link", "audio", "video", "track", "input"})
"""Elements whose address the browser asks for by itself."""
RELATIONS = frozenset({"canonical", "alternate", "me", "license", "author", "self"})
"""Links of the head that only name something."""


class Nesting(HTMLParser):
    """Fails where a tag ends that isn't open, or doesn't end."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.svg = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> says {names}"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID or "svg" in self.open, f"<{tag}/>"

    def handle_endtag(self, tag: str) -> None:
        assert tag not in VOID
        assert self.open, f"</{tag}> ends nothing"
        assert self.open.pop() == tag, f"line {self.getpos()[0]}: </{tag}>"


def assert_parses(html: str) -> None:
    nesting = Nesting()
    nesting.feed(html)
    nesting.close()
    assert nesting.open == []


def dangers(html: str, shipped: frozenset[str]) -> Iterator[str]:
    """Whatever in a page could run, load or send something that the theme didn't ship."""
    for each in elements(html):
        yield from (f"<{each.tag} {name}>" for name in each.attributes if name.startswith("on"))
        if each.tag in FORBIDDEN or "srcdoc" in each.attributes or "style" in each.attributes:
            yield f"<{each.tag}> {each.attributes}"
        if each.tag == "style":
            yield "<style>"
        if each.tag == "meta" and each.attributes.get("http-equiv", "").lower() == "refresh":
            target = each.attributes["content"].partition("url=")[2]
            if urlsplit(target).netloc or urlsplit(target).scheme:
                yield f"refresh to {target}"
        yield from _script_dangers(each, shipped)
        yield from _address_dangers(each)


def _script_dangers(each: Element, shipped: frozenset[str]) -> Iterator[str]:
    if each.tag != "script":
        return
    if "src" in each.attributes:
        if each.attributes["src"].rpartition("/")[2] not in shipped:
            yield f"script {each.attributes['src']}"
    elif each.attributes.get("type") in {"application/ld+json", "application/json"}:
        json.loads(each.content)
    else:
        yield f"inline script {each.content[:80]}"


def _address_dangers(each: Element) -> Iterator[str]:
    for name in URL_ATTRIBUTES & each.attributes.keys():
        address = "".join(each.attributes[name].split())
        parts = urlsplit(address)
        if address.startswith(OWN_CALENDARS) and each.tag == "a":
            continue
        if parts.scheme.lower() not in SCHEMES or address.startswith("//"):
            yield f"<{each.tag} {name}={address}>"
        loads = each.tag in OFFLINE and each.attributes.get("rel") not in RELATIONS
        if loads and parts.netloc:
            yield f"loads {address}"


def assert_harmless(build: Build) -> None:
    shipped = frozenset(
        path.rpartition("/")[2]
        for path in build.files
        if path.startswith("assets/") and path.endswith(".js")
    )
    for path, data in build.files.items():
        text = data.decode("utf-8", "replace")
        if path.endswith(".html"):
            assert_parses(text)
            assert list(dangers(text, shipped)) == [], path
        elif path.endswith(".xml"):
            ET.fromstring(text)
        elif path.endswith(".json"):
            json.loads(text)


@given(files=hubs(hostile=True))
@settings(max_examples=60)
def test_hostile_content_stays_words(files: dict[str, str]) -> None:
    build = hub_of({**files, "site.yaml": HOSTILE_SITE}).build()
    assert build.published, build.diagnostics
    assert_harmless(build)


def test_the_checks_see_what_they_look_for() -> None:
    for html in (
        "<p onclick=x>",
        "<a href='javascript:x'>",
        "<a href='java\nscript:x'>",
        "<a href='//evil'>",
        "<img src='https://evil/'>",
        "<script>x</script>",
        "<script src='x.js'></script>",
        "<iframe></iframe>",
        "<p style='x'>",
        "<base href=x>",
        "<link rel=stylesheet href='https://evil/'>",
        "<meta http-equiv=refresh content='0;url=https://evil/'>",
    ):
        assert list(dangers(html, frozenset({"own.js"}))), html
    fine = "<script src='../own.js'></script><a href='https://a.example/'>x</a><img src='../x.png'>"
    assert list(dangers(fine, frozenset({"own.js"}))) == []
