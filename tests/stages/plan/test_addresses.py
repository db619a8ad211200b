"""One address, one page: old addresses, reserved ones, and two that want the same."""

import pytest

from tests.kit import Hub, site


def member(aliases: str) -> Hub:
    return site(f"""
        -- content/members/ada.yaml --
        name: Ada Lovelace
        aliases: {aliases}
        -- content/members/grace.yaml --
        name: Grace
    """)


@pytest.mark.parametrize(
    "alias, path",
    [
        ("people/ada", "people/ada/index.html"),
        ("/people/ada/", "people/ada/index.html"),
        ("people/ada.html", "people/ada.html"),
        ("people/ada/index.html", "people/ada/index.html"),
        ("members/ada-l", "members/ada-l/index.html"),
        ("a/b/c/d", "a/b/c/d/index.html"),
    ],
)
def test_an_old_address_sends_on(alias: str, path: str) -> None:
    build = member(f"[{alias}]").build()
    assert build.diagnostics == ()
    page = build.html(path)
    up = "../" * path.count("/") or "./"
    assert f'content="0; url={up}members/ada/"' in page
    assert f'href="{up}members/ada/"' in page
    assert '<link rel="canonical" href="https://hub.example/members/ada/">' in page
    assert "noindex" in page
    assert path.removesuffix("index.html") not in build.html("sitemap.xml")


@pytest.mark.parametrize(
    "alias",
    [
        "robots.txt",
        "ROBOTS.TXT",
        "_headers",
        "_redirects",
        "CNAME",
        "cname/x",
        "sw.js",
        ".well-known/security.txt",
        "assets/site.css",
        "Assets/x",
        "media/x",
        "search/documents.en.json",
        "sitemap.xml",
        "https://evil.example/",
        "//evil.example/x",
        "../../etc/passwd",
        "a/../../b",
        "a//b",
        "a\\b",
        "'a\\0b'",
        "C:/x",
        "con",
        "a/nul.html",
        "trailing./x",
        "'trailing /x'",
        "'?q=1'",
        "'a#b'",
        "'<script>'",
        "'javascript:alert(1)'",
        "'é'",
    ],
)
def test_addresses_that_nobody_may_take(alias: str) -> None:
    hub = member(f"[{alias}]")
    problems = hub.check()
    assert {problem.code for problem in problems} <= {"HG702", "HG703", "HG153", "HG111", "HG112"}
    assert problems
    assert all(problem.span.path == "content/members/ada.yaml" for problem in problems)
    assert not hub.build().published


@pytest.mark.parametrize(
    "alias",
    [
        "members/grace",
        "Members/Grace",
        "members",
        "members/",
        "404.html",
        "search",
        "news/feed.xml",
    ],
)
def test_an_old_address_takes_nobodys_place(alias: str) -> None:
    hub = member(f"[{alias}]")
    hub.edit("content/news/first.yaml", "title: First\ndate: 2026-11-01\n")
    (problem,) = hub.check()
    assert problem.code in {"HG701", "HG702"}
    assert problem.span.path == "content/members/ada.yaml"


def test_two_old_addresses() -> None:
    hub = member("[old]").edit("content/members/grace.yaml", "name: Grace\naliases: [old, OLD]\n")
    (problem,) = hub.check()
    assert (problem.code, problem.span.path) == ("HG701", "content/members/grace.yaml")
    assert [related.span.path for related in problem.related] == ["content/members/ada.yaml"]


def test_a_file_does_not_stand_where_a_folder_must() -> None:
    hub = member("[old.html, old.html/deeper]")
    assert set(hub.codes()) == {"HG701"}


@pytest.mark.parametrize("slug", ["members", "search", "skills", "fr"])
def test_a_page_does_not_take_the_place_of_a_list(slug: str) -> None:
    hub = site(f"""
        -- site.yaml --
        title: A
        languages: [en, fr]
        -- content/members/ada.yaml --
        name: Ada
        offers: [python]
        -- content/pages/{slug}.md --
        # A page
    """)
    problems = hub.check()
    assert {problem.code for problem in problems} == {"HG701"}
    assert {problem.span.path for problem in problems} == {f"content/pages/{slug}.md"}


def test_a_static_file_does_not_take_a_pages_place() -> None:
    hub = member("[]").edit("static/members/index.html", "<p>mine</p>")
    (problem,) = hub.check()
    assert (problem.code, problem.span.path) == ("HG701", "static/members/index.html")


def test_every_path_of_a_plan_stays_inside() -> None:
    plan = member("[old/ada]").prepare()[0].plan
    for path in (*plan.pages, *plan.assets):
        assert not {"", ".", ".."} & set(path.split("/")), path
    assert all(page.path == path for path, page in plan.pages.items())


def test_an_entry_may_have_been_where_a_removed_one_was() -> None:
    hub = member("[members/gone]").edit("content/removed.yaml", "- members/gone\n")
    (problem,) = hub.check()
    assert problem.code == "HG701"
