"""The first page: the board of what is offered and sought, what is on next, and faces for those without a photo."""

from tests.kit import site

HUB = """
    -- content/skills.yaml --
    knitting: {name: Knitting}
    sql: {name: SQL}
    maps: {name: Maps}
    -- content/members/ada.yaml --
    name: Ada Lovelace
    offers: [sql, knitting]
    seeks: [maps]
    -- content/mentors/ada.yaml --
    member: ada
    topics: [sql]
    contact: https://hub.example/ada
    -- content/members/mary.yaml --
    name: Mary Somerville
    offers: [maps]
    seeks: [sql, maps]
    -- content/members/grace.yaml --
    name: Grace Hopper
    visibility: unlisted
    offers: [maps]
    seeks: [knitting]
    -- content/events/loom.yaml --
    title: The loom
    start: 2026-12-03 18:00
    timezone: Europe/London
    mode: online
"""


def chips(html: str, kind: str) -> list[str]:
    """The words of the board's chips of that kind, in order."""
    words = (
        html.split("board-columns")[1]
        .split("</section>", maxsplit=1)[0]
        .split(f"chip chip-{kind}")[1:]
    )
    return [word.split(">", 1)[1].split("</a>")[0].replace("</span>", "") for word in words]


def test_the_board_counts_people_and_shows_where_they_meet() -> None:
    html = site(HUB).build().html("")
    count = '<span class="chip-count">'
    # Ada is a member and a mentor, and one person; Grace doesn't stand in lists.
    assert chips(html, "offers") == [f"{name} {count}1" for name in ("Knitting", "Maps", "SQL")]
    assert chips(html, "seeks") == [f"Maps {count}2", f"SQL {count}1"]
    assert chips(html, "match") == [f"Maps {count}1", f"SQL {count}1"]


def test_a_hub_where_nobody_offers_or_seeks_has_no_board() -> None:
    build = site("-- content/members/ada.yaml --\nname: Ada\n").build()
    assert 'class="board"' not in build.html("")


def test_what_is_on_next_stands_beside_the_welcome_with_its_leaf() -> None:
    html = site(HUB).build().html("")
    front = html.split('class="front-next"')[1].split('class="board"')[0]
    assert "The loom" in front
    for part in ('leaf-month">Dec<', 'leaf-day">3<', 'leaf-weekday">Thu<'):
        assert part in front
    assert html.count("The loom") == 1


def test_a_person_without_a_photo_has_the_same_print_everywhere() -> None:
    build = site(HUB).build()
    prints = {
        html.split('<svg class="avatar avatar-')[1][0]
        for html in (build.html("members/ada/"), build.html("skills/sql/"))
    }
    assert len(prints) == 1
    assert ">AL</text>" in build.html("members/ada/")


def test_mentors_without_a_free_place_or_on_a_pause_are_not_offered_first() -> None:
    hub = site("""
        -- content/skills.yaml --
        sql: {name: SQL}
        -- content/mentors/ada.yaml --
        {name: Ada, topics: [sql], contact: "https://hub.example/a", capacity: 1, mentee_count: 1}
        -- content/mentors/mary.yaml --
        {name: Mary, topics: [sql], contact: "https://hub.example/m", status: paused}
        -- content/mentors/zoe.yaml --
        {name: Zoe, topics: [sql], contact: "https://hub.example/z", capacity: 2, mentee_count: 1}
        -- content/members/old.yaml --
        {name: Old Hand, joined: 2020-01}
        -- content/members/new.yaml --
        {name: New Hand, joined: 2026-10}
    """)
    text = hub.build().text("")
    assert "Zoe" in text
    assert "Ada" not in text
    assert "Mary" not in text
    assert text.index("New Hand") < text.index("Old Hand")
