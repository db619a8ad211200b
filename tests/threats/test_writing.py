"""Content can't choose where files are written: odd slugs, taken names, twins that differ in case only."""

import pytest

from tests.kit import site
from tests.kit.hub import hub_of

SLUGS = (
    "..",
    "../x",
    "a/b",
    "/etc/x",
    "con",
    "NUL",
    "aux",
    "com1",
    "index",
    "a.",
    "'a '",
    "' a'",
    '"a\\0b"',
    "a\\b",
    "C:x",
    ".hidden",
    "-a",
    "a" * 300,
    "é",
    "ＡＤＡ",
    "a\u200bb",
    "<script>",
)


@pytest.mark.parametrize("slug", SLUGS)
def test_odd_slugs_in_a_list_write_nothing_odd(slug: str) -> None:
    quotedly = slug if slug[0] in "'\"" else f"'{slug}'"
    hub = hub_of(
        {"site.yaml": "title: A\n", "content/members.yaml": f"{quotedly}: {{name: Ada}}\n"}
    )
    build = hub.build()
    assert sorted(path.name for path in hub.root.iterdir() if path.name[0] not in "._") == [
        "content",
        "site.yaml",
    ]
    for path in build.tree():
        parts = path.split("/")
        assert not {"", ".", "..", "con", "nul", "aux", "com1"} & set(parts), path
        assert path.isascii()
        assert path.isprintable()
        assert all(part == part.strip(" .") or part.startswith(".hubgen") for part in parts), path
        assert max(map(len, parts)) <= 100


@pytest.mark.parametrize(
    "names",
    [
        ("ada.yaml", "Ada.yaml"),
        ("ada.yaml", "ADA.md"),
        ("ada.yaml", "ada.md"),
        ("jose.yaml", "josé.yaml"),
        ("jose\u0301.yaml", "jos\u00e9.yaml"),
        ("a-b.yaml", "a_b.yaml"),
        ("ada.yaml", "ada/index.md"),
    ],
)
def test_twins_are_noticed(names: tuple[str, str]) -> None:
    hub = site("")
    for number, name in enumerate(names):
        text = f"name: Person {number}\n"
        hub.edit(f"content/members/{name}", f"---\n{text}---\n" if name.endswith(".md") else text)
    problems = [each for each in hub.check() if each.severity == "error"]
    assert [each.code for each in problems] == ["HG154"]
    assert problems[0].related
    assert not hub.build().published


@pytest.mark.parametrize(
    "slug", ["robots", "sitemap", "sw", "cname", "404", "feed", "assets", "media", "search", "data"]
)
def test_a_page_takes_no_name_that_the_site_needs(slug: str) -> None:
    hub = site(f"-- content/pages/{slug}.md --\n# Mine\n")
    before = site("-- content/pages/other.md --\n# Mine\n").build().tree()
    build = hub.build()
    if build.published:
        own = {"robots.txt", "404.html", "sitemap.xml", "search/index.html"}
        for path in own & set(before):
            assert b"Mine</h1>" not in build.tree()[path], path
        assert f"{slug}/index.html" in build.tree()


def test_the_removal_list_names_no_path() -> None:
    for name in (
        "pages/..",
        "pages/../../x",
        "pages/a/b",
        "pages/",
        "pages/con",
        "pages/index",
        "x/y",
    ):
        hub = site("-- content/members/ada.yaml --\nname: Ada\n")
        hub.edit("content/removed.yaml", f"- '{name}'\n")
        build = hub.build()
        assert not [path for path in build.tree() if ".." in path or path.startswith("x")]
        assert not build.published or name == "x/y"
