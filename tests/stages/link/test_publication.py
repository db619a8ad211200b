"""What is published when: drafts, dates, unlisted, hidden and removed entries."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.kit import TODAY, Hub, site

SECRET = "Zanzibar Quux"
DAY = timedelta(days=1)


def hub_with(fields: str) -> Hub:
    return site(f"""
        -- content/members/grace.yaml --
        name: Grace
        -- content/news/zq.md --
        ---
        title: {SECRET}
        date: 2026-11-01
        {fields}
        ---
        Words of {SECRET}.
        -- content/news/other.yaml --
        title: Something else
        date: 2026-10-01
    """)


@pytest.mark.parametrize(
    "fields, options",
    [
        ("draft: true", {}),
        (f"publish_on: {TODAY + DAY}", {}),
        (f"expires: {TODAY - DAY}", {}),
        ("visibility: hidden", {}),
        ("visibility: hidden", {"drafts": True, "future": True}),
        (f"draft: true\n        publish_on: {TODAY + DAY}", {"drafts": True}),
    ],
)
def test_what_is_not_published_is_in_no_file(fields: str, options: dict[str, Any]) -> None:
    build = hub_with(fields).build(**options)
    assert build.published
    assert build.mentions(SECRET) == []
    assert [path for path in build.tree() if "zq" in path] == []


@pytest.mark.parametrize(
    "fields, options",
    [
        ("draft: true", {"drafts": True}),
        (f"publish_on: {TODAY + DAY}", {"future": True}),
        (f"publish_on: {TODAY}", {}),
        (f"expires: {TODAY}", {}),
        ("draft: false", {}),
        ("visibility: public", {}),
    ],
)
def test_what_is_published_is_found(fields: str, options: dict[str, Any]) -> None:
    build = hub_with(fields).build(**options)
    assert SECRET in build.text("news/zq/")
    assert {"news/index.html", "news/feed.xml"} <= set(build.mentions(SECRET))


def test_an_unlisted_entry_has_a_page_and_stands_nowhere_else() -> None:
    build = hub_with("visibility: unlisted").build()
    assert build.mentions(SECRET) == ["news/zq/index.html"]
    assert set(build.mentions("news/zq")) <= {"news/zq/index.html"}
    robots = [
        each.attributes.get("content", "")
        for each in build.elements("news/zq/", "meta")
        if each.attributes.get("name") == "robots"
    ]
    assert ["noindex" in each for each in robots] == [True]


def test_a_removed_entry_is_forgotten_and_its_address_says_so_politely() -> None:
    hub = hub_with("authors: [grace]").edit("content/removed.yaml", "- members/grace\n")
    hub.delete("content/members/grace.yaml")
    build = hub.build()
    assert build.codes == ["HG210"]
    assert build.published
    assert build.has("members/grace/")
    assert "Grace" not in build.text("members/grace/")
    assert build.mentions("Grace") == []
    assert "hub.example/members/grace" not in build.html("sitemap.xml")


def test_somebody_who_left_does_not_come_back_by_accident() -> None:
    hub = hub_with("").edit("content/removed.yaml", "- members/grace\n")
    build = hub.build()
    assert build.codes == ["HG209"]
    assert not build.published


@pytest.mark.parametrize(
    "text",
    [
        "members/grace\n",
        "- grace\n",
        "- {members: grace}\n",
        "- members/..\n",
        "- members/../x\n",
        "- members/a b\n",
        "- [members/grace]\n",
    ],
)
def test_a_list_of_removed_entries_that_cannot_be_read(text: str) -> None:
    hub = hub_with("").edit("content/removed.yaml", text)
    assert hub.codes() == ["HG214"]


def test_a_link_to_a_draft_keeps_its_words_only() -> None:
    hub = hub_with("draft: true")
    hub.edit("content/pages/about.md", "# About\n\nRead [the news](news/zq) now.\n")
    build = hub.build()
    assert build.codes == ["HG213"]
    assert "Read the news now." in build.text("about/")
    assert not any("zq" in link for link in build.links("about/"))


# ---------------------------------------------------------------- the next day on which something changes


@pytest.mark.parametrize(
    "fields, due",
    [
        (f"publish_on: {TODAY + 5 * DAY}", TODAY + 5 * DAY),
        (f"expires: {TODAY + 5 * DAY}", TODAY + 6 * DAY),
        (f"expires: {TODAY}", TODAY + DAY),
        (f"publish_on: {TODAY + 9 * DAY}\n        expires: {TODAY + 12 * DAY}", TODAY + 9 * DAY),
        (f"expires: {TODAY - 5 * DAY}", None),
        ("", None),
    ],
)
def test_the_next_day_of_change_is_known(fields: str, due: date | None) -> None:
    prepared, _ = hub_with(fields).prepare()
    assert prepared.plan.due == due


DATED = {
    "publish_on": f"-- content/news/a.yaml --\ntitle: A\ndate: 2026-11-01\npublish_on: {TODAY + 3 * DAY}\n",
    "expires": f"-- content/news/a.yaml --\ntitle: A\ndate: 2026-11-01\nexpires: {TODAY + 3 * DAY}\n",
    "event": (
        "-- content/events/a.yaml --\ntitle: A\nmode: online\ntimezone: Europe/Paris\n"
        f"start: {TODAY + 3 * DAY} 18:00\n"
    ),
    "whole days": (
        "-- content/events/a.yaml --\ntitle: A\nmode: online\nall_day: true\n"
        f"start: {TODAY + 3 * DAY}\nend: {TODAY + 4 * DAY}\n"
    ),
    "series": (
        "-- content/events/a.yaml --\ntitle: A\nmode: online\ntimezone: Europe/Paris\n"
        f"start: {TODAY - 4 * DAY} 18:00\nrecurrence: FREQ=WEEKLY;COUNT=4\n"
    ),
    "stale": "-- content/members/a.yaml --\nname: A\nconfirmed: 2025-06-01\n",
    "deadline": (
        "-- content/opportunities/a.yaml --\ntitle: A\ntype: job\nurl: https://example.org/\n"
        f"posted: 2026-10-01\ndeadline: {TODAY - 25 * DAY}\n"
    ),
}


@pytest.mark.parametrize("text", DATED.values(), ids=DATED.keys())
def test_the_unchanged_hub_changes_on_that_day_and_not_before(text: str) -> None:
    hub = site(text)
    first = hub.build()
    assert first.published, first.diagnostics
    due = hub.prepare()[0].plan.due
    assert due is not None
    before = hub.build(today=due - DAY)
    assert before.result.skipped
    assert hub.clean_copy().build(today=due - DAY).tree() == first.tree()
    then = hub.build(today=due)
    assert not then.result.skipped
    assert then.tree() != first.tree()
    assert then.tree() == hub.clean_copy().build(today=due).tree()
