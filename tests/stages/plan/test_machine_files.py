"""Feeds, sitemaps and robots.txt: for readers that are no people."""

from importlib import import_module
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.kit import Hub, site

ATOM = "{http://www.w3.org/2005/Atom}"
HUB = """
    -- content/news/first.md --
    ---
    title: First & <second>
    date: 2026-10-01
    ---
    Read [the rules](pages/rules), and ![no picture](x.png).
    -- content/news/second.yaml --
    title: Second
    date: 2026-11-01
    -- content/pages/rules.md --
    # Rules
"""


def hub(site_yaml: str = "title: A & B\nbase_url: https://hub.example/\n") -> Hub:
    made = site(HUB.replace(", and ![no picture](x.png)", ""))
    return made.edit("site.yaml", site_yaml)


def feed(made: Hub, **options: Any) -> ET.Element:
    return ET.fromstring(made.build(**options).html("news/feed.xml"))


def test_the_newest_is_first_and_dates_the_feed() -> None:
    atom = feed(hub())
    titles = [each.findtext(f"{ATOM}title") for each in atom.iter(f"{ATOM}entry")]
    assert titles == ["Second", "First & <second>"]
    assert atom.findtext(f"{ATOM}updated") == "2026-11-01T00:00:00Z"


def test_every_address_in_a_feed_is_whole() -> None:
    atom = feed(hub(), base_url="https://hub.example/sub/")
    addresses = [each.attrib["href"] for each in atom.iter(f"{ATOM}link")]
    addresses += [each.text or "" for each in atom.iter(f"{ATOM}id")]
    assert all(each.startswith("https://hub.example/sub/") for each in addresses), addresses
    contents = "".join(each.text or "" for each in atom.iter(f"{ATOM}content"))
    assert 'href="https://hub.example/sub/rules/"' in contents


def test_a_feed_holds_as_many_as_the_hub_says() -> None:
    made = hub("title: A\nbase_url: https://hub.example/\nfeed_entries: 1\n")
    assert len(list(feed(made).iter(f"{ATOM}entry"))) == 1


def test_a_feed_names_whole_days_and_leaves_out_what_has_none() -> None:
    made = hub("title: A\nbase_url: https://hub.example/\n")
    for slug, published in {"book": "2019", "paper": "2020-05", "old": "Spring 2018"}.items():
        text = f"title: {slug}\nurl: https://example.org/{slug}\ntype: book\npublished: '{published}'\n"
        made.edit(f"content/resources/{slug}.yaml", text)
    atom = ET.fromstring(made.build().html("resources/feed.xml"))
    dated = {
        each.findtext(f"{ATOM}title"): each.findtext(f"{ATOM}updated")
        for each in atom.iter(f"{ATOM}entry")
    }
    assert dated == {"paper": "2020-05-01T00:00:00Z", "book": "2019-01-01T00:00:00Z"}


def test_without_a_base_url_there_are_no_feeds_and_no_sitemap() -> None:
    build = hub("title: A\n").build()
    assert build.published
    assert not any(
        path.endswith(("feed.xml", "sitemap.xml", "robots.txt")) for path in build.tree()
    )


def test_ids_do_not_change_with_the_title() -> None:
    made = hub()
    before = [each.text for each in feed(made).iter(f"{ATOM}id")]
    made.edit("content/news/second.yaml", "title: Another title\ndate: 2026-11-01\n")
    assert [each.text for each in feed(made).iter(f"{ATOM}id")] == before


def test_robots_txt_only_at_a_hosts_root() -> None:
    root = hub().build()
    assert "Sitemap: https://hub.example/sitemap.xml" in root.html("robots.txt")
    below = hub().build(base_url="https://hub.example/my-hub/")
    assert "robots.txt" not in below.tree()
    assert "https://hub.example/my-hub/news/first/" in below.html("sitemap.xml")


def test_the_sitemap_is_split_where_it_grows_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("hubgen.stages.plan.crawler_files"), "URLS_A_FILE", 3)
    build = hub().build()
    index = ET.fromstring(build.html("sitemap.xml"))
    parts = [each.text or "" for each in index.iter() if each.tag.endswith("loc")]
    assert len(parts) > 1
    urls = [
        each.text
        for part in parts
        for each in ET.fromstring(build.html(part.removeprefix("https://hub.example/"))).iter()
        if each.tag.endswith("loc")
    ]
    assert len(urls) == len(set(urls))
    assert "https://hub.example/news/first/" in urls
    whole = {url for url in urls if url}
    assert all(build.has(url.removeprefix("https://hub.example/")) for url in whole)


def test_the_sitemap_names_pages_that_are_there_and_none_that_hide() -> None:
    build = hub().build()
    for each in ET.fromstring(build.html("sitemap.xml")).iter():
        if each.tag.endswith("loc"):
            url = (each.text or "").removeprefix("https://hub.example/")
            assert build.has(url), url
            assert "noindex" not in build.html(url), url


def test_below_a_path_no_link_leaves_it() -> None:
    build = hub().build(base_url="https://hub.example/my-hub/")
    at_root = hub().build()
    assert build.html("news/first/").replace("hub.example/my-hub", "hub.example") == at_root.html(
        "news/first/"
    ), "pages lead to each other relatively, wherever the site stands"
    not_found = [link for link in build.links("404.html") if not link.startswith("http")]
    assert not_found
    assert all(link.startswith(("/my-hub/", "#")) for link in not_found)
