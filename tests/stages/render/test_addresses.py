"""Addresses lead from where a page stands to where it says, wherever the site is put."""

from posixpath import normpath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.model.views import ROOT
from hubgen.stages.render.addresses import absolute_root, base_path, rooted, way_to_root

SEGMENT = st.text("abc-", min_size=1, max_size=5)
FOLDERS = st.lists(SEGMENT, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
BASES = st.sampled_from(["https://e.org/", "https://e.org/my-hub/", "file:///home/ada/_site/"])


@given(FOLDERS, FOLDERS, BASES)
def test_a_link_leads_to_its_page_from_anywhere(here: str, there: str, base: str) -> None:
    link = rooted(ROOT + there, way_to_root(here, base))
    assert urljoin(base + here, link) == base + there


@given(FOLDERS, FOLDERS, BASES)
def test_a_file_beside_the_page_links_alike(here: str, there: str, base: str) -> None:
    link = rooted(ROOT + there, way_to_root(here + "feed.xml", base))
    assert urljoin(f"{base}{here}feed.xml", link) == base + there


@pytest.mark.parametrize(
    "base_url, path",
    [
        ("", "/"),
        ("https://e.org", "/"),
        ("https://e.org/", "/"),
        ("https://e.org/my-hub", "/my-hub/"),
        ("https://e.org/a/b/", "/a/b/"),
    ],
)
def test_the_404_page_links_from_the_top(base_url: str, path: str) -> None:
    # Hosts serve it at any depth: a relative way would lead somewhere else each time.
    assert base_path(base_url) == path
    assert way_to_root("404.html", base_url) == path
    assert way_to_root("fr/404.html", base_url) == path


def test_feeds_have_absolute_addresses_where_the_hub_has_one() -> None:
    assert absolute_root("news/feed.xml", "https://e.org/my-hub") == "https://e.org/my-hub/"
    assert absolute_root("news/feed.xml", "") == "../"


@given(st.text().filter(lambda text: ROOT not in text), FOLDERS)
def test_nothing_else_is_touched(text: str, here: str) -> None:
    assert rooted(text, way_to_root(here, "")) == text
    assert normpath(way_to_root(here, "")) == normpath("../" * here.count("/") or ".")
