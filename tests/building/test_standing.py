"""Pages that were told nothing of what was edited aren't looked at, and no other page is left as it is."""

from typing import Any

import pytest

from hubgen.model.plan import Page, Plan
from hubgen.stages.plan.search import engines
from tests.kit import Hub as HubFiles
from tests.kit import site
from tests.stages.media.pictures import encoded, two_halves

HUB = """
    -- content/members/ada.md --
    ---
    name: Ada
    offers: [python]
    ---
    Words.
    -- content/members/bob.md --
    ---
    name: Bob
    headline: Weaves.
    ---
    Words.
    -- content/mentors/bob.yaml --
    member: bob
    topics: [weaving]
    contact: https://bob.example.org/ask
    -- content/resources/book.yaml --
    title: A book
    url: https://example.org/
    type: book
    recommended_by: [bob]
"""
SKILLS = "content/skills.yaml"
ADA = "content/members/ada.md"
NEWS = "content/news/one.yaml"
MENTOR = "member: bob\ntopics: [weaving]\ncontact: https://bob.example.org/ask\n"
GROUP = "name: Weavers\njoin: https://example.org/\nfacilitators: [Eve Dahl]\n"
BOOK = "title: A book\nurl: https://example.org/\ntype: book\nrecommended_by: [bob]\n"


@pytest.fixture
def hub() -> HubFiles:
    return site(HUB)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The addresses of pages whose views were made."""
    found: set[str] = set()
    view_of = Plan.view_of

    def noted(plan: Plan, page: Page) -> Any:
        found.add(page.url)
        return view_of(plan, page)

    monkeypatch.setattr(Plan, "view_of", noted)
    return found


def built(hub: HubFiles, looked_at: set[str]) -> set[str]:
    """The pages that a build looks at; it is as good as a clean one."""
    looked_at.clear()
    build = hub.build()
    assert build.published, build.diagnostics
    found = set(looked_at)
    assert build.tree() == hub.clean_copy().build().tree()
    return found


def test_after_an_edit_of_words_only_who_shows_them_is_looked_at(
    hub: HubFiles, looked_at: set[str]
) -> None:
    built(hub, looked_at)
    hub.edit(ADA, hub.read(ADA).replace("Words.", "Other words."))
    some = built(hub, looked_at)
    assert {"members/ada/", "members/", "members/finder.json"} <= some
    assert not {"members/bob/", "mentors/bob/", "resources/book/", "skills/weaving/"} & some
    hub.edit("content/members/bob.md", "---\nname: Bob\nheadline: Knits.\n---\nWords.\n")
    assert {"members/bob/", "mentors/bob/", "resources/book/"} <= built(hub, looked_at)


def test_after_an_edit_of_values_only_who_shows_them_is_looked_at(
    hub: HubFiles, looked_at: set[str]
) -> None:
    built(hub, looked_at)
    hub.edit(ADA, hub.read(ADA).replace("[python]", "[python, weaving]"))
    some = built(hub, looked_at)
    assert {"", "members/ada/", "members/", "members/finder.json", "skills/weaving/"} <= some
    assert not {"members/bob/", "mentors/", "mentors/bob/", "resources/book/"} & some
    hub.edit("content/resources/book.yaml", BOOK.replace("[bob]", "[ada]"))
    some = built(hub, looked_at)
    assert {"members/ada/", "members/bob/", "resources/book/", "resources/"} <= some
    assert not {"skills/weaving/", "mentors/", "members/finder.json"} & some


def test_after_somebody_came_or_went_only_who_shows_them_is_looked_at(
    hub: HubFiles, looked_at: set[str]
) -> None:
    built(hub, looked_at)
    hub.edit("content/members/eve.yaml", "name: Eve\noffers: [python]\n")
    some = built(hub, looked_at)
    shown = {"", "members/", "members/eve/", "members/finder.json", "skills/python/"}
    assert shown <= some
    others = {"members/bob/", "mentors/", "mentors/bob/", "resources/book/", "skills/weaving/"}
    assert not others & some
    hub.edit("content/resources/book.yaml", BOOK.replace("[bob]", "[eve]"))
    assert {"members/bob/", "members/eve/", "resources/book/"} <= built(hub, looked_at)
    hub.edit("content/resources/book.yaml", BOOK)
    built(hub, looked_at)
    hub.delete("content/members/eve.yaml")
    some = built(hub, looked_at)
    assert shown - {"members/eve/"} <= some
    assert not others & some


def test_a_name_that_means_somebody_new_or_nobody_any_more_is_followed(
    hub: HubFiles, looked_at: set[str]
) -> None:
    hub.edit("content/groups/weavers.yaml", GROUP)
    built(hub, looked_at)
    hub.edit("content/members/eve.yaml", "name: Eve Dahl\n")
    assert "groups/weavers/" in built(hub, looked_at)
    hub.edit("content/members/bob.md", hub.read("content/members/bob.md") + "More.\n")
    assert "groups/weavers/" not in built(hub, looked_at)
    hub.delete("content/members/eve.yaml").edit("content/members/eve-dahl.md", "# Eve Dahl\n")
    assert {"groups/weavers/", "members/eve-dahl/"} <= built(hub, looked_at)
    hub.delete("content/members/eve-dahl.md")
    assert "groups/weavers/" in built(hub, looked_at)


def test_a_skill_that_somebody_is_the_first_to_name_or_the_last(
    hub: HubFiles, looked_at: set[str]
) -> None:
    built(hub, looked_at)
    hub.edit(ADA, hub.read(ADA).replace("[python]", "[python, juggling]"))
    some = built(hub, looked_at)
    assert {"members/ada/", "skills/", "skills/juggling/"} <= some
    others = {"members/bob/", "mentors/bob/", "resources/book/", "skills/weaving/"}
    assert not others & some
    hub.edit(ADA, hub.read(ADA).replace("[python, juggling]", "[python]"))
    some = built(hub, looked_at)
    assert {"members/ada/", "skills/"} <= some
    assert not {"resources/book/", "skills/weaving/"} & some


def test_whoever_is_beside_somebody_new_is_looked_at(hub: HubFiles, looked_at: set[str]) -> None:
    for day in (1, 2, 4, 5):
        hub.edit(f"content/news/n{day}.yaml", f"title: News {day}\ndate: 2026-01-0{day}\n")
    built(hub, looked_at)
    hub.edit("content/news/n3.yaml", "title: News 3\ndate: 2026-01-03\n")
    some = built(hub, looked_at)
    assert {"news/n2/", "news/n3/", "news/n4/"} <= some
    assert not {"news/n1/", "news/n5/"} & some


def test_an_entry_that_moves_to_another_file_is_looked_at(
    hub: HubFiles, looked_at: set[str]
) -> None:
    built(hub, looked_at)
    hub.edit("content/members/ada/index.md", hub.read(ADA)).delete(ADA)
    some = built(hub, looked_at)
    assert "members/ada/" in some
    assert not {"members/bob/", "resources/book/"} & some


def test_a_picture_concerns_whoever_shows_it(hub: HubFiles, looked_at: set[str]) -> None:
    photo = "content/members/eve/eve.png"
    eve = "---\nname: Eve\nimage: {file: eve.png, alt: Eve}\n---\nWords.\n"
    built(hub, looked_at)
    hub.edit("content/members/eve/index.md", eve).edit(photo, encoded(two_halves(), "PNG"))
    some = built(hub, looked_at)
    others = {"members/bob/", "mentors/", "mentors/bob/", "resources/book/", "skills/weaving/"}
    assert {"members/", "members/eve/"} <= some
    assert not others & some
    hub.edit("content/mentors/eve.yaml", MENTOR.replace("bob", "eve"))
    built(hub, looked_at)
    hub.edit(photo, encoded(two_halves(300, 100), "PNG"))
    some = built(hub, looked_at)
    assert {"members/", "members/eve/", "mentors/", "mentors/eve/"} <= some
    assert not {"members/bob/", "mentors/bob/", "resources/book/", "skills/python/"} & some
    hub.delete("content/mentors/eve.yaml").delete("content/members/eve/index.md").delete(photo)
    some = built(hub, looked_at)
    assert {"members/", "mentors/"} <= some
    assert not {"members/bob/", "resources/book/", "skills/python/"} & some


def test_a_file_that_an_entry_offers_concerns_the_entry(hub: HubFiles, looked_at: set[str]) -> None:
    handout = "content/members/ada/handout.pdf"
    text = hub.read(ADA).replace("Words.", "Take [the handout](handout.pdf).")
    hub.delete(ADA).edit("content/members/ada/index.md", text).edit(handout, b"%PDF-1.4 one")
    built(hub, looked_at)
    hub.edit(handout, b"%PDF-1.4 another")
    some = built(hub, looked_at)
    assert not {"members/bob/", "resources/book/"} & some


def test_an_old_address_is_nobody_elses(hub: HubFiles, looked_at: set[str]) -> None:
    built(hub, looked_at)
    hub.edit(ADA, hub.read(ADA).replace("name: Ada", "aliases: [people/ada]\nname: Ada"))
    some = built(hub, looked_at)
    assert {"members/ada/", "people/ada/"} <= some
    assert not {"members/bob/", "resources/book/"} & some


NAMED_OTHERWISE = {
    "a name": (ADA, "name: Ada", "name: Adele"),
    "who is listed": (ADA, "name: Ada", "visibility: unlisted\nname: Ada"),
    "who is there": (ADA, "name: Ada", "draft: true\nname: Ada"),
    "another name of a skill": (SKILLS, "name: Python", "name: Python\n  aliases: [py]"),
    "a skill of the list": (SKILLS, "- name: Python", "- name: Juggling\n- name: Python"),
    "the order of a list": (NEWS, "2026-01-01", "2026-01-03"),
}


@pytest.mark.parametrize("edit", NAMED_OTHERWISE.values(), ids=NAMED_OTHERWISE)
def test_where_those_who_stay_are_called_or_ordered_otherwise_every_page_is_looked_at(
    hub: HubFiles, looked_at: set[str], edit: tuple[str, str, str]
) -> None:
    path, old, new = edit
    hub.edit(NEWS, "title: One\ndate: 2026-01-01\n")
    hub.edit("content/news/two.yaml", "title: Two\ndate: 2026-01-02\n")
    hub.edit(SKILLS, "- name: Python\n- name: Weaving\n")
    built(hub, looked_at)
    hub.edit(path, hub.read(path).replace(old, new))
    some = built(hub, looked_at)
    everything = looked_at  # By the clean build after it.
    assert some == everything


def test_who_only_glances_does_not_see_how_a_text_goes_on(
    hub: HubFiles, looked_at: set[str]
) -> None:
    hub.edit(ADA, hub.read(ADA).replace("Words.", "Words. " * 100))
    hub.edit("content/members/bob.md", f"---\nname: Bob\n---\n{'Words. ' * 100}")
    built(hub, looked_at)
    hub.edit(ADA, hub.read(ADA) + "More.\n")
    some = built(hub, looked_at)
    assert "members/ada/" in some
    assert not {"members/", "members/finder.json", "skills/python/", ""} & some
    hub.edit("content/members/bob.md", hub.read("content/members/bob.md") + "More.\n")
    some = built(hub, looked_at)
    assert {"members/bob/", "mentors/bob/"} <= some
    assert not {"members/", "mentors/", "mentors/finder.json"} & some
    hub.edit(
        "content/members/bob.md", hub.read("content/members/bob.md").replace("Words", "Wool", 1)
    )
    assert {"members/", "members/finder.json"} <= built(hub, looked_at)


def test_by_what_search_is_narrowed_is_not_asked_for_how_a_text_goes_on(
    hub: HubFiles, looked_at: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "SMALL", 0)
    hub.edit(ADA, hub.read(ADA).replace("Words.", "Words. " * 100))
    everything = built(hub, looked_at)
    hub.edit(ADA, hub.read(ADA) + "More.\n")
    some = built(hub, looked_at)
    for part, is_made_of_texts in {
        "texts": True,
        "rows": True,
        "skill-": False,
        "level-": False,
        "choices/": False,
    }.items():
        names = {each for each in everything if each.startswith(f"search/en/{part}")}
        assert names
        assert bool(names & some) == is_made_of_texts
    hub.edit("content/members/bob.md", "---\nname: Bob\nheadline: Knits.\n---\nWords.\n")
    assert {each for each in everything if each.startswith("search/en/choices/")} <= built(
        hub, looked_at
    )


def test_words_that_come_back_are_shown_again(hub: HubFiles, looked_at: set[str]) -> None:
    built(hub, looked_at)
    original = hub.read(ADA)
    for text in ("One.", "Two.", "Words.", "Two."):
        hub.edit(ADA, original.replace("Words.", text))
        assert "members/ada/" in built(hub, looked_at)


def test_what_was_checked_in_between_is_no_excuse(hub: HubFiles, looked_at: set[str]) -> None:
    """Other runs remember entries as they were then: what the site shows is older."""
    everything = built(hub, looked_at)
    hub.edit(ADA, hub.read(ADA).replace("[python]", "[python, weaving]"))
    hub.build(out=hub.root / "elsewhere")
    hub.edit(ADA, hub.read(ADA).replace("Words.", "Other words."))
    assert everything == built(hub, looked_at)


def test_anything_beside_words_has_every_page_looked_at(hub: HubFiles, looked_at: set[str]) -> None:
    everything = built(hub, looked_at)
    for path, text in (
        ("site.yaml", hub.read("site.yaml") + "description: Another one.\n"),
        ("content/removed.yaml", "- members/eve\n"),
        ("static/a.txt", "A"),
    ):
        hub.edit(ADA, hub.read(ADA) + "\nMore.\n").edit(path, text)
        assert everything <= built(hub, looked_at), path


def test_without_a_trustworthy_account_every_page_is_looked_at(
    hub: HubFiles, looked_at: set[str]
) -> None:
    everything = built(hub, looked_at)
    (sight,) = hub.cache.glob("sight-*")
    earlier = sight.read_bytes()
    hub.edit(ADA, hub.read(ADA).replace("Words.", "Other words."))
    built(hub, looked_at)
    sight.chmod(0o644)
    sight.write_bytes(earlier)  # What an earlier build saw, beside the manifest of a later one.
    sight.chmod(0o444)
    hub.edit(ADA, hub.read(ADA).replace("Other words.", "Words."))
    assert built(hub, looked_at) == everything
