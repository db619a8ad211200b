"""The headers that hosts send: the strict policy of the pages' own tag and more, and files with a digest are kept for ever."""

import re

import pytest

from hubgen.stages.plan.policy import host_policy, page_policy
from tests.kit import Build, site
from tests.kit.serving import headers_for

ADA = "-- content/members/ada.yaml --\nname: Ada\n"
CSP = "Content-Security-Policy"


def sent(build: Build, path: str) -> dict[str, str]:
    return dict(headers_for(build.files["_headers"].decode(), path))


@pytest.fixture(scope="module")
def ada() -> Build:
    return site(ADA).build()


def test_every_page_comes_with_the_policy_of_its_tag_and_no_frame_around_it(ada: Build) -> None:
    (tag,) = (
        each.attributes["content"]
        for each in ada.elements("", "meta")
        if each.attributes.get("http-equiv") == CSP
    )
    assert tag == page_policy()
    assert sent(ada, "/members/ada/")[CSP] == f"{tag}; frame-ancestors 'none'"
    assert "frame-ancestors" not in tag
    assert "unsafe" not in host_policy()


def test_files_with_a_digest_are_kept_and_pages_are_not(ada: Build) -> None:
    (sheet,) = (
        each.attributes["href"]
        for each in ada.elements("", "link")
        if each.attributes["rel"] == "stylesheet"
    )
    assert sent(ada, sheet.removeprefix("."))["Cache-Control"].endswith("immutable")
    assert "Cache-Control" not in sent(ada, "/members/ada/")
    assert sent(ada, "/feed.xml")["X-Content-Type-Options"] == "nosniff"


def test_a_hub_in_a_folder_says_so() -> None:
    build = site(ADA).build(base_url="https://hub.example/my-hub/")
    assert CSP in sent(build, "/my-hub/members/ada/")
    assert "Cache-Control" in sent(build, "/my-hub/assets/css/site.0.css")
    assert sent(build, "/somebody-else/") == {}


def test_a_hubs_own_headers_take_the_place_of_these() -> None:
    build = site(ADA + "-- static/_headers --\n/*\n  X-Own: yes\n").build()
    assert build.diagnostics == ()
    assert sent(build, "/") == {"X-Own": "yes"}


@pytest.mark.parametrize("folder", ["assets", "media"])
def test_static_files_without_a_digest_are_not_kept_for_ever(folder: str) -> None:
    build = site(ADA + f"-- static/{folder}/own.txt --\nhello\n").build()
    assert "Cache-Control" not in sent(build, f"/{folder}/own.txt")


def test_no_line_can_be_slipped_in(ada: Build) -> None:
    for line in ada.files["_headers"].decode().splitlines():
        assert re.fullmatch(r"|/\S*|  [A-Z][A-Za-z-]+: \S.*", line)


@pytest.mark.parametrize(
    "path, text",
    [
        ("content/pages/x.md", "---\ntitle: X\naliases: [_headers]\n---\n"),
        ("content/pages/x.md", "---\ntitle: X\naliases: [_headers/index.html]\n---\n"),
        ("content/pages/_headers.md", "# X\n"),
        ("content/pages/_headers/index.md", "# X\n"),
        ("content/pages.yaml", "_headers: {title: X}\n"),
    ],
)
def test_content_has_no_say_in_them(ada: Build, path: str, text: str) -> None:
    build = site(ADA + f"-- {path} --\n{text}").build()
    assert build.codes
    assert build.files.get("_headers") in {None, ada.files["_headers"]}
