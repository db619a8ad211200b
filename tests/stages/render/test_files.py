"""Feeds, sitemaps, text and data: well-formed whatever content holds."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.diagnostics import Report
from hubgen.model.machine_views import (
    DataView,
    FeedEntry,
    FeedView,
    SitemapIndexView,
    SitemapView,
    TextView,
)
from hubgen.model.views import ROOT
from hubgen.stages.render import Renderer
from tests.stages.render.workbench import FRAME, page, press, renderer

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ANY_TEXT = st.text(st.characters(codec=None), max_size=30)
Files = Callable[..., bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    """A renderer for a hub with a base URL."""
    return renderer(tmp_path_factory.mktemp("files"), base_url="https://e.org/my-hub/")


def render(made: Renderer, kind: str, view: Any, url: str = "news/feed.xml") -> bytes:
    """The bytes of one file."""
    output = press(made, page(view, url, "", kind), FRAME, Report())
    assert output is not None
    assert output.path == url
    return output.data


def feed(*entries: FeedEntry, title: str = "News") -> FeedView:
    """A small feed."""
    updated = "2026-11-17T00:00:00Z"
    return FeedView("tag:x", title, "", f"{ROOT}news/feed.xml", ROOT, updated, "en", entries)


def entry(text: str, html: str = "") -> FeedEntry:
    """An entry whose every text is the same."""
    return FeedEntry(text, text, f"{ROOT}news/a/", "2026-11-17T00:00:00Z", text, html, (text,))


def test_a_feed_has_what_the_standard_asks_for(made: Renderer) -> None:
    # RFC 4287, sections 4.1.1 and 4.1.2.
    root = ET.fromstring(render(made, "atom", feed(entry("One", "<p>1 &amp; 2</p>"))))
    for parent in (root, root.find(f"{ATOM}entry")):
        assert parent is not None
        for name in ("id", "title", "updated", "author"):
            assert len(parent.findall(f"{ATOM}{name}")) == 1, name
    content = root.find(f"{ATOM}entry/{ATOM}content")
    assert content is not None
    assert (content.get("type"), content.text) == ("html", "<p>1 &amp; 2</p>")


def test_addresses_in_a_feed_are_absolute(made: Renderer) -> None:
    html = f'<a href="{ROOT}members/ada/">Ada</a>'
    data = render(made, "atom", feed(entry("One", html)))
    assert ROOT.encode() not in data
    links = {link.get("href") for link in ET.fromstring(data).iter(f"{ATOM}link")}
    top = "https://e.org/my-hub/"
    assert links == {top, f"{top}news/feed.xml", f"{top}news/a/"}
    assert f'href="{top}members/ada/"'.encode() in data


@given(text=ANY_TEXT, html=ANY_TEXT)
def test_any_text_makes_a_feed(made: Renderer, text: str, html: str) -> None:
    view = feed(entry(text, html), title=text)
    root = ET.fromstring(render(made, "atom", view))
    assert len(root.findall(f"{ATOM}entry")) == 1
    assert made.view_digest(page(view), view)


@given(text=ANY_TEXT)
def test_any_address_makes_a_sitemap(made: Renderer, text: str) -> None:
    view = SitemapView(((f"https://e.org/{text}", "2026-11-17"), (f"https://e.org/{text}", "")))
    root = ET.fromstring(render(made, "sitemap", view, "sitemap.xml"))
    assert len(root.findall(f"{SITEMAP}url/{SITEMAP}loc")) == 2
    assert len(root.findall(f"{SITEMAP}url/{SITEMAP}lastmod")) == 1
    index = render(made, "sitemap-index", SitemapIndexView((text,)), "sitemap.xml")
    assert len(ET.fromstring(index).findall(f"{SITEMAP}sitemap/{SITEMAP}loc")) == 1


@given(text=ANY_TEXT.filter(lambda text: "\r" not in text))
def test_data_is_what_it_was(made: Renderer, text: str) -> None:
    data = {"b": text, "a": [1, None, True, {"z": text}]}
    shown = json.loads(render(made, "json", DataView(data), "data.json"))
    plain = text.encode("utf-8", "replace").decode()
    assert shown == {"b": plain, "a": [1, None, True, {"z": plain}]}
    assert list(shown) == ["b", "a"]


def test_text_ends_in_one_line_end(made: Renderer) -> None:
    view = TextView(f"User-agent: *\r\nSitemap: {ROOT}sitemap.xml\n\n")
    assert render(made, "text", view, "robots.txt") == (
        b"User-agent: *\nSitemap: https://e.org/my-hub/sitemap.xml\n"
    )


def test_without_a_base_url_feeds_lead_relatively(tmp_path: Path) -> None:
    data = render(renderer(tmp_path), "atom", feed(entry("One")))
    assert b'href="../news/a/"' in data
