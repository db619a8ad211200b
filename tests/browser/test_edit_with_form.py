"""An entry's values in the form: loaded, changed, and handed over without a loss; and nothing that isn't for everybody."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kit import Hub
from tests.kit.forms import Visit, field, form_hub, hand_in, visits

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hub() -> Hub:
    return form_hub()


@pytest.fixture(scope="module")
def go(browser: Browser) -> Iterator[Visit]:
    with visits(browser) as opened:
        yield opened


def text_of(page: Page) -> str:
    """The text that is to be copied."""
    expect(page.locator(".form-result")).to_be_visible()
    return page.locator(".form-result pre").text_content() or ""


def test_an_entry_is_changed_in_the_form(go: Visit, hub: Hub) -> None:
    with go("members/grace/") as page:
        page.get_by_role("link", name="Edit with the form").click()
        name = field(page, "name").locator(".form-input")
        expect(name).to_have_value("Grace Hopper")
        expect(page.locator(".form-editing")).to_have_text(
            "You are changing content/members/grace.md."
        )
        expect(page.get_by_role("heading", level=1)).to_have_text("Change “Grace Hopper”")
        expect(page.get_by_role("heading", name="Or write the file by hand")).to_be_hidden()
        expect(page.locator("#form-slug")).to_be_hidden()
        expect(field(page, "bio").locator(".form-input")).to_have_value("I like *nanoseconds*.")
        field(page, "headline").locator(".form-input").fill("Ships: in port")
        hand_in(page)
        text = text_of(page)
        assert (
            page.locator(".form-open").get_attribute("href")
            == "https://github.com/weavers/hub/edit/main/content/members/grace.md"
        )
        expect(page.locator(".form-told")).to_contain_text("in the place of everything")
    other = hub.clean_copy().edit("content/members/grace.md", text)
    assert other.codes() == []
    values = other.prepare()[0].hub.entries["members/grace"].values
    assert (values["name"], values["headline"]) == ("Grace Hopper", "Ships: in port")
    assert values["bio"].text == "I like nanoseconds."


def test_a_file_of_fields_alone_stays_one(go: Visit) -> None:
    with go("members/ada/") as page:
        page.get_by_role("link", name="Edit with the form").click()
        expect(field(page, "offers").locator(".form-chosen li")).to_have_text(["Looms"])
        hand_in(page)
        modeline = "# yaml-language-server: $schema=../../.hubgen/schema/members.schema.json"
        assert text_of(page) == f"{modeline}\nname: Ada Lovelace\noffers:\n  - looms\n"


def test_of_a_file_that_says_more_only_lines_are_changed(go: Visit) -> None:
    with go("members/lin/") as page:
        page.get_by_role("link", name="Edit with the form").click()
        expect(field(page, "name").locator(".form-input")).to_have_value("Lin Odd")
        page.locator(".form-more").first.evaluate("(each) => (each.open = true)")
        expect(field(page, "email").locator(".form-input")).to_have_value("")
        field(page, "headline").locator(".form-input").fill("Spins: wool")
        field(page, "timezone").locator(".form-input").fill("")
        hand_in(page)
        assert text_of(page) == "headline: 'Spins: wool'\n# Take out these lines: timezone"
        expect(page.locator(".form-told")).to_contain_text("Change only these lines")
        expect(page.locator(".form-download")).to_be_hidden()


def test_what_the_form_cannot_show_stays_as_it_is(go: Visit) -> None:
    with go("events/ring/") as page:
        page.get_by_role("link", name="Edit with the form").click()
        expect(field(page, "title").locator(".form-input")).to_have_value("Ring")
        expect(field(page, "start").locator(".form-input")).to_have_value("2027-03-02T18:00")
        expect(page.locator(".form-sheet")).to_contain_text("recurrence: FREQ=MONTHLY;BYDAY=1TU")
        hand_in(page)
        assert text_of(page) == "Nothing was changed."


def test_a_change_survives_a_reload_and_is_nobody_elses(go: Visit) -> None:
    with go("members/grace/") as page:
        page.get_by_role("link", name="Edit with the form").click()
        headline = field(page, "headline").locator(".form-input")
        expect(field(page, "name").locator(".form-input")).to_have_value("Grace Hopper")
        headline.fill("Half a thought")
        page.reload()
        expect(headline).to_have_value("Half a thought")
        page.goto(page.url.partition("#")[0] + "?new")
        page.locator(".entry-form").dispatch_event("pointerdown")
        expect(page.locator(".entry-form[data-ready]")).to_be_attached()
        expect(page.locator(".form-restored")).to_be_hidden()
        expect(headline).to_have_value("")


def test_nothing_private_is_in_the_values(hub: Hub) -> None:
    files = {path: data.decode() for path, data in hub.site_files().items() if "/values/" in path}
    assert files
    told = "".join(files.values())
    for secret in (
        "lin-secret",
        "lin-account",
        "Hidden",
        "Unlisted",
        "unlisted-words",
        "Draft",
        "secret.example",
        "Asked twice",
    ):
        assert secret not in told
    (members,) = [json.loads(data) for path, data in files.items() if "/members/" in path]
    assert set(members) == {"ada", "grace", "lin"}
    assert [members[each]["whole"] for each in ("ada", "grace", "lin")] == [True, True, False]
    unlisted = hub.site_files()["members/uma/index.html"].decode()
    assert "Edit with the form" not in unlisted


def test_an_entry_that_is_gone_is_told(go: Visit) -> None:
    with go("contribute/members/#edit=nobody/00") as page:
        expect(page.locator(".form-editing")).to_contain_text("could not be loaded")
