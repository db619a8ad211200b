"""Every link, asset and anchor of the example hub leads somewhere, wherever the site is put."""

from pathlib import Path

import pytest

from tests.html.links import Site

BASE_URL = "https://hub.example/my-hub/"
SHOWN = 30


def test_every_link_of_the_example_hub_resolves(example_site: Path, example_base_url: str) -> None:
    site = Site(example_site, example_base_url)
    assert "index.html" in site.pages
    problems = list(site.problems())
    shown = "\n".join(problems[:SHOWN])
    assert not problems, f"{len(problems)} problems, of which the first are:\n{shown}"


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="b/">b</a>',
        '<a href="b/index.html">b</a>',
        '<a href="b/#there">b</a>',
        '<a href="b/?page=2#there">b</a>',
        '<a href="./">home</a>',
        '<a href="#top">up</a>',
        '<a href="caf%C3%A9.txt">text</a>',
        '<a href="https://example.org/x">out</a>',
        '<a href="mailto:a@example.org">mail</a>',
        '<img srcset="a.png 1x, b/c.png 2x" src="a.png" alt="">',
        f'<link rel="canonical" href="{BASE_URL}">',
        f'<meta property="og:url" content="{BASE_URL}b/">',
        '<meta http-equiv="refresh" content="0; url=b/">',
    ],
)
def test_a_good_link_is_left_alone(tmp_path: Path, markup: str) -> None:
    assert list(_site(tmp_path, markup).problems()) == []


@pytest.mark.parametrize(
    "markup, problem",
    [
        ('<a href="c/">c</a>', "no such file"),
        ('<a href="b">b</a>', "no such file"),
        ('<a href="b/#nowhere">b</a>', "no such anchor"),
        ('<a href="#nowhere">b</a>', "no such anchor"),
        ('<a href="../b/">b</a>', "leaves the site"),
        ('<a href="/my-hub/b/">b</a>', "not relative"),
        ('<a href="">b</a>', "empty"),
        ('<a href="//example.org">b</a>', "no scheme"),
        ('<a href="javascript:alert(1)">b</a>', "a scheme that pages do not use"),
        ('<a href="http://[">b</a>', "no address"),
        (f'<a href="{BASE_URL}b/">b</a>', "the site's own full address"),
        (f'<link rel="canonical" href="{BASE_URL}c/">', "no such file"),
        ('<img srcset="a.png 1x, c.png 2x" src="a.png" alt="">', "no such file"),
        ('<script src="a.js"></script>', "no such file"),
        ('<p id="x">a</p><p id="x">b</p>', "the id 'x' is there twice"),
        ('<meta http-equiv="refresh" content="0; url=c/">', "no such file"),
        ('<a href="webcal://hub.example/my-hub/z.ics">z</a>', "no such file"),
        ('<a href="webcal://example.org/z.ics">z</a>', "not ours"),
    ],
)
def test_a_bad_link_is_named(tmp_path: Path, markup: str, problem: str) -> None:
    (found,) = _site(tmp_path, markup).problems()
    assert found.startswith("index.html")
    assert problem in found


def test_assets_name_files_that_are_there(tmp_path: Path) -> None:
    _site(tmp_path, "")
    (tmp_path / "a.css").write_text("p { background: url(a.png) }\nq { background: url(z.png) }")
    (tmp_path / "a.js").write_text('import "./b/c.js";\nimport { x } from "./a.css";\n')
    site = Site(tmp_path, BASE_URL)
    assert list(site.problems()) == [
        "a.css:2: no such file: 'z.png'",
        "a.js:1: no such file: './b/c.js'",
    ]


def test_only_the_page_for_missing_pages_starts_at_the_root(tmp_path: Path) -> None:
    _site(tmp_path, "")
    (tmp_path / "404.html").write_text('<a href="/my-hub/b/">b</a> <a href="/b/">b</a>')
    assert list(Site(tmp_path, BASE_URL).problems()) == ["404.html:1: not relative: '/b/'"]


def _site(folder: Path, markup: str) -> Site:
    (folder / "b").mkdir()
    for name in ("a.png", "b/c.png", "café.txt"):
        (folder / name).touch()
    (folder / "b" / "index.html").write_text('<p id="there">b</p><a href="../">up</a>', "utf-8")
    (folder / "index.html").write_text(markup, "utf-8")
    return Site(folder, BASE_URL)
