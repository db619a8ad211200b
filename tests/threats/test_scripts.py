"""Content can bring no script into a page: not in Markdown, and not in fields that never pass through Markdown."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest

from tests.kit import Build, Hub, site
from tests.kit.hub import hub_of
from tests.kit.making import HOSTILE, HOSTILE_SITE, MARKDOWN, quoted
from tests.properties.test_harmless_pages import assert_harmless

CLOSING = "</script><script>alert(1)</script>"


def member(fields: str) -> Hub:
    return site("-- content/members/ada.yaml --\nname: Ada\n" + fields)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_fields_stay_text(text: str) -> None:
    files = {
        "site.yaml": HOSTILE_SITE,
        "content/members/ada.yaml": f"name: {quoted(text)}\nheadline: {quoted(text)}\n",
    }
    build = hub_of(files).build()
    assert_harmless(build)
    shown = " ".join(text.split())
    assert shown in " ".join(build.text("members/ada/").split()), (
        "and can be read as it was written"
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        '"java\\tscript:alert(1)"',
        '" javascript:alert(1)"',
        '"\\x01javascript:alert(1)"',
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "//evil.example/x",
        "/\\\\evil.example",
        "blob:x",
        "view-source:x",
        '"https://example.org/\\" onclick=\\"alert(1)"',
        "'https://example.org/<script>'",
    ],
)
@pytest.mark.parametrize(
    "file, text",
    [
        ("content/members/ada.yaml", "name: Ada\nlinks: [{}]\n"),
        ("content/members/ada.yaml", "name: Ada\nfeed: {}\n"),
        ("content/mentors/ada.yaml", "name: Ada\ntopics: [x]\ncontact: {}\n"),
        ("content/resources/r.yaml", "title: R\ntype: book\nurl: {}\n"),
        (
            "content/events/e.yaml",
            "title: E\nstart: 2027-01-01\nall_day: true\nmode: online\nregistration: {{url: {}}}\n",
        ),
    ],
)
def test_address_fields_take_web_addresses_only(file: str, text: str, address: str) -> None:
    lenient = "diagnostics: {HG340: warning, HG346: warning, HG303: warning, HG113: warning}\n"
    hub = hub_of({"site.yaml": f"title: A\n{lenient}", file: text.format(address)})
    is_web = address.strip("'\"").startswith("https://")
    assert is_web or hub.check() != ()
    build = hub.build()
    if build.published:
        assert_harmless(build)


@pytest.mark.parametrize("html", ["escape", "sanitize"])
@pytest.mark.parametrize("text", MARKDOWN)
def test_markdown_brings_no_script(text: str, html: str) -> None:
    lenient = "diagnostics: {HG204: off, HG205: off}\n"
    files = {
        "site.yaml": f"title: A\nbase_url: https://hub.example/\nmarkdown: {{html: {html}}}\n{lenient}",
        "content/news/n.md": f"---\ntitle: N\ndate: 2026-11-01\n---\nBefore.\n\n{text}\n\nAfter.\n",
    }
    build = hub_of(files).build()
    assert build.published, build.diagnostics
    assert_harmless(build)
    assert_feed_is_harmless(build)


def assert_feed_is_harmless(build: Build) -> None:
    for content in ET.fromstring(build.html("news/feed.xml")).iter(
        "{http://www.w3.org/2005/Atom}content"
    ):
        page = {"page.html": (content.text or "").encode()}
        assert_harmless(Build(build.result, (), page))


@pytest.mark.parametrize("anchor", ["location", "body", "documentElement", "cookie", "constructor"])
def test_headings_do_not_shadow_the_documents_own_names(anchor: str) -> None:
    hub = site(f"-- content/pages/about.md --\n# About\n\n## {anchor}\n")
    ids = [each.attributes.get("id") for each in hub.build().elements("about/")]
    named = hub.build().elements("about/", "form", "img", "embed", "object", "a")
    assert not any(each.attributes.get("name") == anchor for each in named)
    assert ids.count(anchor) <= 1


def test_json_in_pages_can_not_end_its_script() -> None:
    build = site(f"""
        -- content/events/e.yaml --
        title: {quoted(CLOSING)}
        start: 2027-01-01
        all_day: true
        mode: online
        -- content/members/ada.yaml --
        name: {quoted(CLOSING)}
    """).build()
    assert build.published
    for path, data in build.tree().items():
        if path.endswith(".html"):
            assert CLOSING.encode() not in data, path


def test_data_files_are_data() -> None:
    build = site(f"""
        -- content/members/ada.yaml --
        name: {quoted(CLOSING)}
        headline: "\\u2028 x"
        offers: [{quoted("=cmd|' /C calc'!A0")}]
    """).build()
    for path, data in build.tree().items():
        if path.endswith(".json"):
            json.loads(data)
        if path.endswith(".csv"):
            cells = (cell for row in csv.reader(io.StringIO(data.decode())) for cell in row)
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_a_vector_image_is_not_served_as_one() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for name in ("ada.svg", "ada.png", "ada.jpg"):
        hub = site(
            f"""
            -- site.yaml --
            title: A
            diagnostics: {{HG604: warning, HG605: warning, HG607: warning, HG608: warning}}
            -- content/members/ada/index.md --
            ---
            name: Ada
            image: {{file: {name}, alt: x}}
            ---
            [mine]({name}) ![mine]({name})
            """,
            {f"content/members/ada/{name}": svg},
        )
        build = hub.build()
        assert build.diagnostics != ()
        holding = [path for path, data in build.tree().items() if b"alert(1)" in data]
        assert holding == []


@pytest.mark.parametrize(
    "name", ["x.html", "x.svg", "x.js", "x.xhtml", "x.swf", "x.htm", "x.mjs", "x.xml"]
)
def test_files_that_could_run_are_not_attached(name: str) -> None:
    hub = site(
        f"-- content/pages/about/index.md --\n# About\n\n[x]({name})\n",
        {f"content/pages/about/{name}": b"<script>alert(1)</script>"},
    )
    (problem,) = hub.check()
    assert problem.code == "HG608"
    assert not hub.build().published


def test_links_that_people_contribute_lend_no_weight_and_no_handle() -> None:
    build = member("links: [https://example.org/me]\n").build()
    (link,) = [
        each
        for each in build.elements("members/ada/", "a")
        if each.attributes.get("href", "").startswith("https://example.org")
    ]
    assert {"noopener", "nofollow", "ugc"} <= set(link.attributes["rel"].split())


def test_every_page_has_a_policy_that_forbids_scripts_in_it() -> None:
    build = member("").build()
    for path in build.tree():
        if path.endswith(".html"):
            policies = [
                each.attributes["content"]
                for each in build.elements(path, "meta")
                if each.attributes.get("http-equiv", "").lower() == "content-security-policy"
            ]
            assert policies, path
            assert "unsafe-inline" not in policies[0]
            assert "default-src" in policies[0]


def test_a_refresh_never_leaves_the_site() -> None:
    hub = member("aliases: ['https://evil.example/', '//evil.example', 'old']\n")
    hub.edit("site.yaml", "title: A\ndiagnostics: {HG702: warning, HG703: warning}\n")
    build = hub.build()
    refreshes = [
        each.attributes["content"]
        for path in build.tree()
        if path.endswith(".html")
        for each in build.elements(path, "meta")
        if each.attributes.get("http-equiv") == "refresh"
    ]
    assert refreshes == ["0; url=../members/ada/"]
