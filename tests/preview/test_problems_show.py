"""What is wrong is seen where one looks: over the last good page, with its place and line, until it is mended."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kit import Hub, site
from tests.kit.axe import findings
from tests.kit.following import is_the_same, shown
from tests.kit.previews import Preview, previewed

GOOD = "name: Ada\nheadline: Weaver of rugs\n"
HUB = """
-- site.yaml --
title: Test hub
base_url: https://hub.example/
theme: {name: mine}
-- themes/mine/theme.yaml --
name: mine
extends: commons
-- content/members/bo.yaml --
name: Bo
"""
HOME = "themes/mine/templates/pages/home.html"
SITE = "title: Test hub\nbase_url: https://hub.example/\ntheme: {name: mine}\n"


@pytest.fixture
def hub() -> Hub:
    """Two members."""
    return site(HUB).edit("content/members/ada.yaml", GOOD)


def edited(preview: Preview, path: str, text: str) -> None:
    """Save a file, and wait until the hub has been read again."""
    before = preview.revision
    preview.hub.edit(path, text)
    preview.wait_for_change(before)


def errors(preview: Preview) -> list[str]:
    """The codes and places of all errors."""
    return [f"{each.code} {each.span}" for each in preview.session.snapshot.problems]


# ---------------------------------------------------------------- in a browser


@pytest.mark.browser
def test_an_error_lies_over_the_last_good_page_until_it_is_mended(
    browser: Browser, hub: Hub
) -> None:
    # The checker of accessibility sets styles of its own.
    with (
        previewed(hub) as preview,
        shown(browser, preview, "members/ada/", bypass_csp=True) as page,
    ):
        hub.edit("content/members/ada.yaml", "name: Ada\nheadline: [Weaver\n")
        hub.edit("content/members/bo.yaml", "name: Bo\nlanguages: <b>klingon</b>\n")
        overlay = page.get_by_role("dialog")
        expect(overlay).to_be_visible()
        expect(overlay).to_contain_text("content/members/ada.yaml:")
        expect(overlay).to_contain_text("content/members/bo.yaml:2:12")
        expect(overlay.get_by_role("heading")).to_have_text("2 errors")
        # Escaped: it is shown as it was written, in the line itself too.
        expect(overlay.locator("pre", has_text="<b>klingon</b>")).to_be_visible()
        assert page.locator("main", has_text="Weaver of rugs").count() == 1
        # Both in what is shown over the page, and in what was there before.
        assert findings(page) == []
        hub.edit("content/members/ada.yaml", GOOD)
        expect(overlay.get_by_role("heading")).to_have_text("1 error")
        hub.edit("content/members/bo.yaml", "name: Bo\n")
        expect(overlay).to_be_hidden()
        assert is_the_same(page)


@pytest.mark.browser
def test_whoever_closes_the_list_can_work_on_other_pages(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "members/bo/") as page:
        hub.edit("content/members/ada.yaml", "name: [Ada\n")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        # The same errors don't come up again; the sign at the edge keeps them at hand.
        hub.edit("content/members/cyd.yaml", "name: Cyd\n")
        preview.wait_until("both were read", lambda: len(preview.caller.changes) > 1)
        page.wait_for_timeout(200)
        expect(page.get_by_role("dialog")).to_be_hidden()
        page.get_by_role("button", name="1 error").click()
        expect(page.get_by_role("dialog")).to_contain_text("content/members/ada.yaml:")


@pytest.mark.browser
def test_a_template_that_fails_leaves_the_page_as_it_was(browser: Browser, hub: Hub) -> None:
    hub.edit(
        HOME, '{% extends "commons/pages/home.html" %}{% block main %}<p>Good</p>{% endblock %}\n'
    )
    with previewed(hub) as preview, shown(browser, preview, "") as page:
        hub.edit(HOME, hub.read(HOME).replace("Good", "{{ view.nothing.at_all }}"))
        expect(page.get_by_role("dialog")).to_contain_text(f"{HOME}:1")
        assert page.get_by_text("Good").count() == 1
        assert preview.get("members/").status == 200
        hub.edit(HOME, hub.read(HOME).replace("{{ view.nothing.at_all }}", "Better"))
        expect(page.get_by_text("Better")).to_be_visible()
        expect(page.get_by_role("dialog")).to_be_hidden()
        assert is_the_same(page)


@pytest.mark.browser
def test_warnings_are_counted_and_listed(browser: Browser, hub: Hub) -> None:
    with (
        previewed(hub) as preview,
        shown(browser, preview, "members/ada/", bypass_csp=True) as page,
    ):
        hub.edit("content/members/notes.txt", "Looms\n")
        page.get_by_role("link", name="1 warning").click()
        expect(page.get_by_role("heading", name="Warnings")).to_be_visible()
        expect(page.locator("main")).to_contain_text("content/members/notes.txt:1:1")
        assert findings(page) == []
        hub.delete("content/members/notes.txt")
        expect(page.get_by_text("No problems.")).to_be_visible()


@pytest.mark.browser
def test_a_hub_that_begins_broken_comes_to_life(browser: Browser, hub: Hub) -> None:
    hub.edit(HOME, "{% block main %}\n")
    with previewed(hub) as preview, shown(browser, preview, "") as page:
        expect(page.locator("main")).to_contain_text(f"{HOME}:1")
        assert preview.get("").status == 500
        close(page)
        hub.delete(HOME)
        expect(page.get_by_role("heading", name="Test hub")).to_be_visible()


def close(page: Page) -> None:
    """Close the list of errors."""
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")


# ---------------------------------------------------------------- over HTTP


@pytest.mark.parametrize(
    "path, broken, place",
    [
        ("site.yaml", "title: [Test hub\n", "site.yaml"),
        ("site.yaml", SITE.replace("mine", "yours"), "HG501 site.yaml:3"),
        ("themes/mine/theme.yaml", "extends: [\n", "themes/mine/theme.yaml"),
        (HOME, "{% block main %}\n", HOME),
        ("content/members/ada.yaml", "name: [Ada\n", "content/members/ada.yaml"),
        ("content/members/ada.yaml", b"\xff\xfe\x00", "content/members/ada.yaml"),
    ],
)
def test_what_breaks_leaves_the_last_good_hub(
    hub: Hub, path: str, broken: str | bytes, place: str
) -> None:
    before = (hub.root / path).read_bytes() if (hub.root / path).exists() else None
    with previewed(hub) as preview:
        good = {page: preview.get(page).data for page in ("", "members/", "members/ada/")}
        revision = preview.revision
        hub.edit(path, broken)
        preview.wait_for_change(revision)
        assert any(place in each for each in errors(preview)), errors(preview)
        assert {page: preview.get(page).data for page in good} == good
        assert place.rpartition(" ")[2] in preview.text("__hubgen/problems")
        revision = preview.revision
        hub.edit(path, before) if before is not None else hub.delete(path)
        preview.wait_for_change(revision)
        assert errors(preview) == []
        assert {page: preview.get(page).data for page in good} == good


@pytest.mark.parametrize(
    "path, broken",
    [
        ("site.yaml", "title: [Test hub\n"),
        ("site.yaml", SITE.replace("mine", "yours")),
        ("themes/mine/theme.yaml", "extends: [\n"),
        (HOME, "{% block main %}\n"),
    ],
)
def test_what_is_broken_from_the_start_is_answered_and_mended(
    hub: Hub, path: str, broken: str
) -> None:
    before = (hub.root / path).read_text("utf-8") if (hub.root / path).exists() else None
    hub.edit(path, broken)
    with previewed(hub) as preview:
        assert preview.get("").status in {200, 500}
        assert errors(preview)
        revision = preview.revision
        hub.edit(path, before) if before is not None else hub.delete(path)
        preview.wait_for_change(revision)
        assert errors(preview) == []
        assert "Test hub" in preview.text("")


def test_no_hub_at_all_becomes_one(hub: Hub) -> None:
    (hub.root / "site.yaml").unlink()
    hub.delete("content")
    with previewed(hub) as preview:
        preview.get("")
        assert errors(preview)
        edited(preview, "site.yaml", SITE)
        edited(preview, "content/members/ada.yaml", GOOD)
        preview.wait_until("the member is there", lambda: preview.get("members/ada/").status == 200)


def test_a_path_in_a_message_is_text(hub: Hub) -> None:
    with previewed(hub) as preview:
        edited(preview, "content/members/ada.yaml", "name: <script>alert(1)</script>: x\n")
        page = preview.text("__hubgen/problems")
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page
