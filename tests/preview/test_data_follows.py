"""What a page has loaded for searching and choosing follows what is saved, and is loaded only by who uses it."""

import pytest
from playwright.sync_api import Browser, expect

from hubgen.stages.plan.finder_panel import FEWEST
from tests.kit import Hub, site
from tests.kit.following import is_the_same, shown
from tests.kit.previews import previewed

pytestmark = pytest.mark.browser

HUB = """
-- site.yaml --
title: Test hub
base_url: https://hub.example/
search: {engine: index}
-- content/mentors/ada.yaml --
name: Ada
contact: https://hub.example/ada
topics: [weaving]
expectations: She wove for the queen of Abyssinia.
-- content/mentors/bo.yaml --
name: Bo
contact: https://hub.example/bo
topics: [pottery]
languages: [fr]
expectations: He turns bowls.
-- content/mentors/cy.yaml --
name: Cy
contact: https://hub.example/cy
topics: [pottery]
languages: [en]
"""
DI = "name: Di\ncontact: https://hub.example/di\ntopics: [pottery]\n"
BO = "content/mentors/bo.yaml"


@pytest.fixture
def hub() -> Hub:
    """Three mentors, whose words are many enough for an index."""
    return site(HUB)


def test_search_looks_through_texts_and_finds_the_newest(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "search/?q=abyssinia") as page:
        found = page.locator(".search-results .card-title")
        expect(found.first).to_have_text("Ada")
        page.get_by_role("main").get_by_role("searchbox").fill("quetzals")
        expect(found).to_have_count(0)
        hub.edit(BO, hub.read(BO).replace("bowls", "quetzals"))
        expect(found.first).to_have_text("Bo")
        assert is_the_same(page)


def test_the_box_finds_the_newest(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "mentors/ada/") as page:
        page.keyboard.press("/")
        page.keyboard.type("quetzals")
        found = page.locator("dialog [role=option]")
        expect(page.locator("dialog [role=status]")).not_to_be_empty()
        expect(found).to_have_count(0)
        hub.edit(BO, hub.read(BO).replace("bowls", "quetzals"))
        expect(found.first).to_contain_text("Bo")
        assert is_the_same(page)


def test_who_was_chosen_is_the_newest(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "mentors/#want=pottery") as page:
        fitting = page.locator(".match-results .card-title")
        expect(fitting).to_have_text(["Bo", "Cy"])
        hub.edit("content/mentors/di.yaml", DI)
        expect(fitting).to_have_text(["Bo", "Cy", "Di"])
        hub.delete(BO)
        expect(fitting).to_have_text(["Cy", "Di"])
        assert is_the_same(page)


def test_who_a_directory_found_is_the_newest(browser: Browser, hub: Hub) -> None:
    for number in range(FEWEST):
        hub.edit(f"content/members/m{number}.yaml", f"name: Member {number}\n")
    hub.edit("content/members/eli.yaml", "name: Eli\nheadline: Weaver\n")
    with previewed(hub) as preview, shown(browser, preview, "members/?q=weav") as page:
        found = page.locator(".finder-results .card-title")
        expect(found).to_have_text(["Eli"])
        hub.edit("content/members/fay.yaml", "name: Fay\nheadline: Weaver\n")
        expect(found).to_have_text(["Eli", "Fay"])


def test_search_data_is_loaded_when_somebody_searches(browser: Browser, hub: Hub) -> None:
    with previewed(hub) as preview, shown(browser, preview, "mentors/ada/") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        hub.edit(BO, hub.read(BO).replace("bowls", "quetzals"))
        preview.wait_for_change()
        page.keyboard.press("/")
        page.keyboard.type("quetzals")
        expect(page.locator("dialog [role=option]").first).to_contain_text("Bo")
        data = [url for url in asked if "/search/" in url and url.endswith(".json")]
        assert len(data) == len(set(data))
