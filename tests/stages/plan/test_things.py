"""Pages of things: the way out, who stands behind it, what people say, the route of a path, the days of a program."""

import re

import pytest

from tests.kit import site

PEOPLE = """
    -- content/members/ada.yaml --
    name: Ada Lovelace
    -- content/members/mary.yaml --
    name: Mary Somerville
"""


def hub(text: str) -> str:
    return PEOPLE + text


# ---------------------------------------------------------------- resources


RESOURCE = hub("""
    -- content/resources/looms.md --
    ---
    title: On looms
    type: book
    url: https://www.looms.example/book
    authors: [Mary Somerville, ada]
    recommended_by: [ada]
    prerequisites: [threads]
    learning_outcomes: [Name the parts of a loom]
    reviews:
      - {by: ada, rating: 4, text: I wove all night., date: 2026-01-30}
      - {by: Somebody else, text: Too short.}
    ---
    A book.
    -- content/resources/threads.yaml --
    title: On threads
    type: article
    url: https://threads.example/
""")


def test_a_resource_leads_to_its_host() -> None:
    build = site(RESOURCE).build()
    assert "Open looms.example" in build.text("resources/looms/")
    (button,) = [
        each.attributes
        for each in build.elements("resources/looms/", "a")
        if each.attributes.get("class") == "button"
    ]
    assert button["href"] == "https://www.looms.example/book"
    assert "nofollow" in button["rel"]


def test_a_resource_without_an_address_opens_its_file() -> None:
    hub = site(RESOURCE).edit(
        "content/resources/notes.yaml", "title: Notes\ntype: book\nfile: notes.pdf\n"
    )
    (problem,) = hub.build().diagnostics
    assert (problem.span.path, problem.span.line) == ("content/resources/notes.yaml", 3)
    build = hub.edit("content/resources/notes.pdf", b"%PDF-1.4 some notes").build()
    assert build.diagnostics == ()
    (button,) = [
        each.attributes
        for each in build.elements("resources/notes/", "a")
        if each.attributes.get("class") == "button"
    ]
    assert "Open notes.pdf" in build.text("resources/notes/")
    assert "rel" not in button
    href = str(button["href"])
    assert build.files[href.removeprefix("../../")] == b"%PDF-1.4 some notes"


def test_a_review_stands_with_its_person_and_its_rating() -> None:
    html = site(RESOURCE).build().html("resources/looms/")
    reviews = html.split('<figure class="review">')[1:]
    assert len(reviews) == 2
    assert "I wove all night." in reviews[0]
    assert "Ada Lovelace</a>" in reviews[0]
    assert reviews[0].count("rating-dot is-given") == 4
    assert "4 of 5" in reviews[0]
    assert "Somebody else</span>" in reviews[1]
    assert "rating-dots" not in reviews[1]


def test_what_comes_before_and_what_comes_next() -> None:
    build = site(RESOURCE).build()
    assert re.search(r"Before this\n.*\nOn threads", build.text("resources/looms/"))
    assert re.search(r"Afterwards\n.*\nOn looms", build.text("resources/threads/"))


def test_outcomes_are_ticked_and_stand_once() -> None:
    html = site(RESOURCE).build().html("resources/looms/")
    assert html.count("Name the parts of a loom") == 1
    assert "Name the parts" in html.split('<ul class="ticks">')[1].split("</ul>")[0]


# ---------------------------------------------------------------- paths


PATH = """
    -- content/paths/weaving.yaml --
    title: To weave
    goal: A cloth of your own.
    steps:
      - {title: Read, resource: looms, duration: 90m}
      - {text: Look at a cloth for a while., url: https://cloth.example/, duration: 30m, optional: true, title: Look}
      - {event: evening, duration: 1h}
    outcomes: [A cloth]
    -- content/resources/looms.yaml --
    title: On looms
    type: book
    url: https://looms.example/
    -- content/events/evening.yaml --
    title: An evening at the loom
    start: 2026-12-03 18:00
    timezone: Europe/London
    mode: online
"""


def test_a_path_says_how_long_its_steps_take_and_what_can_be_left_out() -> None:
    text = site(PATH).build().text("paths/weaving/")
    assert "The steps take 3 hr altogether. Of that, 30 min can be left out." in text


def test_a_path_does_not_guess_what_a_step_takes() -> None:
    text = site(PATH.replace(", duration: 1h", "")).build().text("paths/weaving/")
    assert "altogether" not in text


def test_each_step_leads_somewhere() -> None:
    build = site(PATH).build()
    html = build.html("paths/weaving/")
    stations = html.split('<li class="station')[1:]
    assert len(stations) == 4
    assert "On looms</a>" in stations[0]
    assert stations[1].startswith(" station-optional")
    assert 'href="https://cloth.example/"' in stations[1]
    # A step without words of its own goes by what it leads to.
    assert re.search(r"<h3[^>]*>An evening at the loom</h3>", stations[2])
    assert "A cloth" in stations[3]


# ---------------------------------------------------------------- programs


PROGRAM = hub("""
    -- content/programs/spring.yaml --
    name: Spring round
    start: 2027-03-01
    end: 2027-05-31
    apply: {url: https://apply.example/spring, opens: 2027-01-01, deadline: 2027-02-01}
    organizers: [ada, The weavers]
    sessions: [opening]
    -- content/events/opening.yaml --
    title: The opening
    start: 2027-03-01 18:00
    timezone: Europe/London
    mode: online
    program: spring
""")


def test_a_program_has_its_days_in_their_order() -> None:
    html = site(PROGRAM).build().html("programs/spring/")
    ends = re.findall(r'class="milestone milestone-(\w+)" data-end="([^"]+)"', html)
    assert ends == [
        ("opens", "2027-01-01"),
        ("deadline", "2027-02-01"),
        ("start", "2027-03-01"),
        ("end", "2027-05-31"),
    ]


def test_the_door_of_a_program_says_its_days_to_the_browser() -> None:
    build = site(PROGRAM).build()
    (door,) = [
        each.attributes
        for each in build.elements("programs/spring/", "div")
        if each.attributes.get("class") == "doorway"
    ]
    assert (door["data-opens"], door["data-closes"]) == ("2027-01-01", "2027-02-01")
    assert "Apply at apply.example" in build.text("programs/spring/")


def test_a_session_stands_once_though_both_name_each_other() -> None:
    html = site(PROGRAM).build().html("programs/spring/")
    assert html.count("<h3") == 1
    assert "Sessions" in html


def test_people_without_an_entry_are_named_and_lead_nowhere() -> None:
    html = site(PROGRAM).build().html("programs/spring/")
    assert '<span class="person-name">The weavers</span>' in html
    assert re.search(r'<a class="person-name" href="[^"]*members/ada/">Ada Lovelace</a>', html)


# ---------------------------------------------------------------- opportunities, news, thanks


DATED = hub("""
    -- content/opportunities/archive.yaml --
    title: Archivist
    url: https://archive.example/jobs
    posted: 2026-11-02
    deadline: 2027-01-31
    organization: The archive
    -- content/opportunities/always.yaml --
    title: Letters to read
    url: https://letters.example/
    posted: 2026-11-02
    -- content/news/first.yaml --
    title: First news
    date: 2026-09-01
    -- content/news/second.yaml --
    title: Second news
    date: 2026-10-01
    -- content/news/third.yaml --
    title: Third news
    date: 2026-11-01
    -- content/thanks/lamps.md --
    ---
    title: For the lamps
    from: ada
    to: [mary]
    date: 2026-11-03
    ---
    You stayed.
""")


def test_an_opportunity_is_open_until_its_deadline() -> None:
    build = site(DATED).build()
    (entry,) = [
        each.attributes
        for each in build.elements("opportunities/archive/", "article")
        if each.attributes.get("class") == "entry"
    ]
    assert entry["data-end"] == "2027-01-31"
    assert "Open until January 31, 2027" in build.text("opportunities/archive/")
    assert "data-end" not in build.html("opportunities/always/")


@pytest.mark.parametrize(
    "directory, month, day",
    [("opportunities/", "Jan", "31"), ("news/", "Nov", "1"), ("thanks/", "Nov", "3")],
)
def test_lists_of_dated_things_show_the_day(directory: str, month: str, day: str) -> None:
    html = site(DATED).build().html(directory)
    assert f'leaf-month">{month}<' in html
    assert f'leaf-day">{day}<' in html


def test_one_leafs_through_the_news_from_day_to_day() -> None:
    html = site(DATED).build().html("news/second/")
    before, after = re.findall(r'rel="(prev|next)" href="[^"]*/(\w+)/"', html)
    assert before == ("prev", "first")
    assert after == ("next", "third")
    ends = site(DATED).build().html("news/third/")
    assert 'rel="next"' not in ends


def test_a_thank_you_names_both_wherever_it_is_listed() -> None:
    build = site(DATED).build()
    for page in ("thanks/", "members/ada/", "members/mary/"):
        assert "From Ada Lovelace to Mary Somerville" in build.text(page)
    assert "You stayed." in build.text("thanks/lamps/")


def test_a_project_seeks_and_gives() -> None:
    text = """
        -- content/skills.yaml --
        maps: {name: Maps}
        sql: {name: SQL}
        -- content/projects/coast.yaml --
        name: The coast
        needs: [maps]
        gives: [sql]
        repository: https://code.example/coast
    """
    build = site(text).build()
    html = build.html("projects/coast/")
    seeks, gives = html.split('class="exchange-seeks"')[1].split('class="exchange-gives"')
    assert 'class="chip chip-seeks"' in seeks
    assert "Maps" in seeks
    assert 'class="chip chip-offers"' in gives
    assert "https://code.example/coast" in build.links("projects/coast/")
