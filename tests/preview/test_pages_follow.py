"""Open pages follow what is saved, in a real browser: patched in place, restyled, loaded again, or left alone."""

import pytest
from playwright.sync_api import Browser, expect

from tests.kit import Hub, site
from tests.kit.following import is_the_same, shown
from tests.kit.previews import previewed

pytestmark = pytest.mark.browser

LONG = "\n\n".join(f"  Paragraph {number} of a long life." for number in range(80))
ADA = f"name: Ada\nheadline: Weaver of rugs\nbio: |\n{LONG}\n"
HUB = """
-- site.yaml --
title: Test hub
base_url: https://hub.example/
theme: {name: mine}
-- themes/mine/theme.yaml --
name: mine
extends: commons
-- themes/mine/assets/css/pages/mine.css --
h1 { letter-spacing: 1px; }
-- themes/mine/assets/js/mine.js --
document.documentElement.dataset.mine = "first";
-- content/members/bo.yaml --
name: Bo
"""
EVENT = "title: Loom evening\nstart: 2026-12-01 18:00\ntimezone: Europe/Paris\nmode: hybrid\n"
LETTERS = "getComputedStyle(document.querySelector('h1')).letterSpacing"
CARET = "() => [document.activeElement.value, document.activeElement.selectionStart]"
HIDDEN = """(isHidden) => {
    Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def hub() -> Hub:
    """Two members, an event, and a theme of the hub's own."""
    return site(HUB).edit("content/members/ada.yaml", ADA).edit("content/events/loom.yaml", EVENT)


def test_an_edit_changes_the_words_and_nothing_else(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "members/ada/") as page:
        page.mouse.wheel(0, 1500)
        page.wait_for_timeout(300)
        before = page.evaluate("scrollY")
        assert before > 500
        hub.edit("content/members/ada.yaml", ADA.replace("Paragraph 50", "Chapter 50"))
        expect(page.get_by_text("Chapter 50")).to_be_visible()
        assert is_the_same(page)
        assert page.evaluate("scrollY") == before
        assert page.locator("hubgen-preview .chip").is_visible()
        preview.wait_until("it is said", lambda: bool(preview.caller.changes))
        assert preview.caller.changes[-1].told == ("patch",)
        assert preview.caller.changes[-1].paths == ("content/members/ada.yaml",)


def test_a_half_typed_search_stays_with_its_caret(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "members/ada/") as page:
        page.keyboard.press("/")
        expect(page.get_by_role("combobox")).to_be_focused()
        page.keyboard.type("weav")
        page.keyboard.press("ArrowLeft")
        assert page.evaluate(CARET) == ["weav", 3]
        hub.edit("content/members/ada.yaml", ADA.replace("Weaver of rugs", "Weaver of carpets"))
        expect(page.locator("main").get_by_text("Weaver of carpets")).to_be_visible()
        assert is_the_same(page)
        assert page.evaluate(CARET) == ["weav", 3]


def test_a_list_gains_and_loses_entries_in_place(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "members/") as page:
        hub.edit("content/members/cyd.yaml", "name: Cyd Abel\n")
        expect(page.locator("main").get_by_role("link", name="Cyd Abel")).to_be_visible()
        hub.delete("content/members/cyd.yaml")
        expect(page.get_by_role("link", name="Cyd Abel")).to_have_count(0)
        assert is_the_same(page)


def test_a_list_that_a_script_keeps_is_made_anew_and_what_was_typed_stays(
    browser: Browser, hub: Hub
) -> None:
    with previewed(hub) as preview, shown(browser, preview, "") as page:
        field = page.get_by_role("searchbox")
        field.fill("loo")
        hub.edit("content/events/dye.yaml", EVENT.replace("Loom", "Dye"))
        expect(page.locator("main").get_by_role("link", name="Dye evening")).to_be_visible()
        expect(field).to_have_value("loo")
        expect(field).to_be_focused()


def test_open_details_and_scripts_work_stay(browser: Browser, hub: Hub) -> None:
    hub.edit(
        "content/pages/about.md",
        "# About\n\n<details><summary>More</summary>Inside</details>\n\nWords.\n",
    )
    hub.edit("site.yaml", hub.read("site.yaml") + "markdown: {html: safe}\n")
    with previewed(hub) as preview, shown(browser, preview, "about/") as page:
        page.evaluate(
            "() => { const box = document.createElement('output'); box.textContent = 'made by a script';"
            "document.querySelector('header').append(box); document.body.dataset.own = 'yes'; }"
        )
        hub.edit(
            "content/pages/about.md",
            hub.read("content/pages/about.md").replace("Words.", "Other words."),
        )
        expect(page.get_by_text("Other words.")).to_be_visible()
        assert is_the_same(page)
        assert page.get_by_text("made by a script").is_visible()
        assert page.evaluate("document.body.dataset.own") == "yes"


def test_what_a_script_has_changed_is_loaded_again_and_the_place_kept(
    browser: Browser, hub: Hub
) -> None:
    with previewed(hub) as preview, shown(browser, preview, "members/ada/") as page:
        page.get_by_text("Weaver of rugs").evaluate(
            "(each) => { each.textContent = 'by a script'; }"
        )
        page.mouse.wheel(0, 1200)
        page.wait_for_timeout(300)
        before = page.evaluate("scrollY")
        hub.edit("content/members/ada.yaml", ADA.replace("Weaver of rugs", "Weaver of carpets"))
        expect(page.get_by_text("Weaver of carpets")).to_have_count(1)
        assert not is_the_same(page)
        page.wait_for_function(f"() => Math.abs(scrollY - {before}) < 2")


def test_a_page_without_a_change_is_left_alone(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "members/bo/") as page:
        page.evaluate(
            "() => { window.changes = 0; new MutationObserver((all) => { window.changes += all.length; })"
            ".observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); }"
        )
        hub.edit("content/members/ada.yaml", ADA.replace("Paragraph 50", "Chapter 50"))
        preview.wait_until("it is said", lambda: bool(preview.caller.changes))
        page.wait_for_timeout(300)
        assert page.evaluate("window.changes") == 0
        assert preview.caller.changes[-1].told == ("none",)


def test_a_style_is_swapped_without_a_load(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "members/ada/") as page:
        assert page.evaluate(LETTERS) == "1px"
        hub.edit("themes/mine/assets/css/pages/mine.css", "h1 { letter-spacing: 3px; }\n")
        page.wait_for_function(f"() => {LETTERS} === '3px'")
        assert is_the_same(page)
        preview.wait_until("it is said", lambda: bool(preview.caller.changes))
        assert preview.caller.changes[-1].told == ("style",)


def test_a_script_is_followed_by_a_load(browser: Browser, hub: Hub) -> None:
    template = '{% extends "commons/pages/home.html" %}{% block scripts %}<script src="{{ asset(\'js/mine.js\') }}" defer></script>{% endblock %}\n'
    hub.edit("themes/mine/templates/pages/home.html", template)
    with previewed(hub) as preview, shown(browser, preview, "") as page:
        hub.edit(
            "themes/mine/assets/js/mine.js", 'document.documentElement.dataset.mine = "second";\n'
        )
        expect(page.locator("html[data-mine=second]")).to_have_count(1)
        assert not is_the_same(page)


def test_a_template_is_followed_in_place(browser: Browser, hub: Hub) -> None:
    path = "themes/mine/templates/pages/home.html"
    with previewed(hub) as preview, shown(browser, preview, "") as page:
        hub.edit(
            path,
            '{% extends "commons/pages/home.html" %}{% block main %}<p>All new</p>{% endblock %}\n',
        )
        expect(page.get_by_text("All new")).to_be_visible()
        assert is_the_same(page)


def test_a_deleted_entry_is_missing_everywhere_and_comes_back(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "members/ada/") as page:
        hub.delete("content/members/ada.yaml")
        expect(page.locator("body.page-missing, body.page-404, h1")).not_to_contain_text("Ada")
        assert preview.get("members/ada/").status == 404
        assert "Ada" not in preview.text("members/")
        hub.edit("content/members/ada.yaml", ADA)
        expect(page.locator("h1")).to_contain_text("Ada")
        assert preview.get("members/ada/").status == 200


def test_a_hidden_tab_catches_up_when_it_is_shown(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "members/ada/") as page:
        page.evaluate(HIDDEN, True)
        preview.wait_until("the tab lets go", lambda: not preview.streams.pages())
        hub.edit("content/members/ada.yaml", ADA.replace("Weaver of rugs", "Weaver of carpets"))
        preview.wait_until("it is read", lambda: bool(preview.caller.changes))
        page.wait_for_timeout(300)
        assert page.get_by_text("Weaver of carpets").count() == 0
        page.evaluate(HIDDEN, False)
        expect(page.locator("main").get_by_text("Weaver of carpets")).to_be_visible()
        assert is_the_same(page)


def test_the_sign_names_the_file_and_copies_its_path(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "members/ada/") as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        chip = page.locator("hubgen-preview .chip")
        assert chip.locator(".path").text_content() == "content/members/ada.yaml"
        chip.get_by_role("button", name="Copy the path").click()
        expect(chip.get_by_text("Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == "content/members/ada.yaml"
        chip.get_by_role("button", name="Fold away").click()
        expect(chip.locator(".path")).to_be_hidden()
