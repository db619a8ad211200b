"""Lists: in order, in pages, under letters and months."""

import json
from datetime import timedelta

from tests.kit import TODAY, Build, Hub, site
from tests.kit.finding import rows_of
from tests.kit.hub import SITE


def many(count: int, settings: str = "") -> Hub:
    hub = site("").edit("site.yaml", SITE + settings)
    for number in range(count):
        hub.edit(f"content/resources/r{number:03}.yaml", resource(f"Thing {number:03}"))
    return hub


def resource(title: str) -> str:
    return f"title: {title}\nurl: https://example.org/{title.replace(' ', '-')}\ntype: book\n"


SMALL_PAGES = "collections: {resources: {per_page: 10}}\n"


def test_long_lists_have_pages() -> None:
    build = many(25, SMALL_PAGES).build()
    assert build.diagnostics == ()
    pages = ["resources/", "resources/page/2/", "resources/page/3/"]
    seen = [line for url in pages for line in build.text(url).split("\n") if "Thing " in line]
    assert seen == [f"Thing {number:03}" for number in range(25)]
    assert not build.has("resources/page/4/")
    assert not build.has("resources/page/1/")
    assert "../../resources/page/3/" in [
        link.removeprefix("../") for link in build.links("resources/page/2/")
    ] or any(link.endswith("page/3/") for link in build.links("resources/page/2/"))


def test_a_full_page_is_one_page() -> None:
    build = many(10, SMALL_PAGES).build()
    assert not build.has("resources/page/2/")


def test_a_shrinking_list_takes_its_pages_along() -> None:
    hub = many(11, SMALL_PAGES)
    assert hub.build().has("resources/page/2/")
    hub.delete("content/resources/r003.yaml")
    build = hub.build()
    assert not build.has("resources/page/2/")
    assert build.result.removed >= 2


def test_an_empty_collection_has_no_list() -> None:
    build = site("-- content/members/ada.yaml --\nname: Ada\n").build()
    assert build.has("members/")
    assert not build.has("events/")


def test_letters_without_case_and_accents() -> None:
    hub = site("")
    names = ["Élodie", "eva", "Zoë", "ada", "Åsa", "7 of nine", "Ömer"]
    names += [f"Zoe {number}" for number in range(20)]
    for number, name in enumerate(names):
        hub.edit(f"content/members/m{number}.yaml", f"name: {name}\n")
    build = hub.build()
    lines = build.text("members/").split("\n")
    places = [lines.index(name) for name in ("7 of nine", "ada", "Åsa", "Élodie", "eva", "Ömer")]
    assert places == sorted(places)
    anchors = [link for link in build.links("members/") if "#part-" in link]
    assert len(anchors) == 5, "#, A, E, O, Z"


def test_a_short_list_is_not_parted_by_letters() -> None:
    hub = site("")
    for number in range(23):
        hub.edit(f"content/members/m{number}.yaml", f"name: Name {number}\n")
    assert not [link for link in hub.build().links("members/") if "#part-" in link]
    hub.edit("content/members/ada.yaml", "name: Ada\n")
    letters = [link for link in hub.build().links("members/") if "#part-" in link]
    assert len(letters) == 2, "A, N"


def test_what_is_past_its_deadline_leaves_the_lists_after_a_while() -> None:
    job = "title: A job\ntype: job\nurl: https://example.org/\nposted: 2026-09-01\ndeadline: {}\n"
    hub = site("").edit("content/opportunities/job.yaml", job.format(TODAY - timedelta(days=30)))
    assert "A job" in hub.build().text("opportunities/")
    later = hub.build(today=TODAY + timedelta(days=1))
    assert not later.has("opportunities/")
    assert later.has("opportunities/job/"), "old links still lead somewhere"


def test_what_stands_in_records_can_be_filtered_by() -> None:
    hub = site("""
        -- site.yaml --
        title: A
        collections:
          tools:
            fields:
              name: {kind: text, required: true}
              about:
                kind: record
                fields:
                  topics: {kind: list, of: text, filter: true}
                  price: {kind: text, filter: true, private: true}
              uses:
                kind: list
                of:
                  kind: record
                  fields: {by: {kind: text, filter: true}}
        -- content/tools/hammer.yaml --
        name: Hammer
        about: {topics: [wood, steel], price: pricy}
        uses: [{by: smiths}, {by: joiners}, {}]
        -- content/tools/nothing.yaml --
        name: Nothing
    """)
    build = hub.build()
    assert chosen(build, "tools") == {
        "about.topics": [["steel", "wood"], []],
        "uses.by": [["joiners", "smiths"], []],
    }
    assert build.mentions("pricy") == []


def chosen(build: Build, collection: str) -> dict[str, list[list[str]]]:
    """By facet: what each entry chose in alphabetical order, by entry in list order."""
    data = json.loads(build.html(f"{collection}/finder.json"))
    return {
        facet["name"]: [
            sorted(facet["values"][place][0] for place in row) for row in rows_of(facet["rows"])
        ]
        for facet in data["facets"]
    }


def test_the_finder_knows_what_entries_chose() -> None:
    hub = site("""
        -- content/members/ada.yaml --
        name: Ada
        languages: [en, fr]
        location: {city: London, country: GB}
        offers: [python]
        -- content/members/bob.yaml --
        name: Bob
        visibility: unlisted
        -- content/members/cleo.yaml --
        name: Cleo
        languages: [fr]
        timezone: Africa/Cairo
    """)
    build = hub.build()
    assert chosen(build, "members") == {
        "location": [["GB"], []],
        "languages": [["en", "fr"], ["fr"]],
        "offers": [["python"], []],
        "status": [["active"], ["active"]],
    }
    text = build.html("members/finder.json")
    assert "Bob" not in text
    data = json.loads(text)
    assert data["count"] == 2
    assert data["slug"] == ["ada", "cleo"]
    assert data["zone"] == ["", "Africa/Cairo"]
    assert "hours" not in data


def test_a_mentors_week_is_in_the_finder() -> None:
    hub = site("""
        -- content/members/ada.yaml --
        name: Ada
        timezone: Asia/Kolkata
        -- content/mentors/ada.yaml --
        member: ada
        topics: [sql]
        contact: https://ada.example/
        capacity: 3
        mentees: [Grace]
        availability:
          - {days: [tuesday, monday], from: "18:00", to: "20:30"}
          - {days: [friday], from: "22:00", to: "01:00"}
          - {days: [sunday]}
          - {days: [saturday], from: "noon", to: "20:00"}
          - {note: Just ask}
        -- content/mentors/bob.yaml --
        name: Bob
        topics: [sql]
        contact: https://bob.example/
        capacity: 3
        status: paused
        -- content/mentors/cleo.yaml --
        name: Cleo
        topics: [sql]
        contact: https://cleo.example/
    """)
    data = json.loads(hub.build().html("mentors/finder.json"))
    assert data["zone"] == ["Asia/Kolkata", "", ""]
    assert data["hours"] == [
        [[0, 1080, 1230], [1, 1080, 1230], [4, 1320, 60], [6, 540, 1260]],
        [],
        [],
    ]
    assert data["places"] == [2, 0, None]


def test_the_finder_can_order_by_arrival_and_by_length() -> None:
    hub = site("")
    course = "title: {}\nurl: https://a.example/\ntype: course\n{}"
    for name, more in {
        "old": "published: 2019\nduration: PT90M\n",
        "new": "published: 2025-03\nduration: PT2H\n",
        "none": "",
    }.items():
        hub.edit(f"content/resources/{name}.yaml", course.format(name, more))
    data = json.loads(hub.build().html("resources/finder.json"))
    assert data["slug"] == ["new", "none", "old"]
    assert data["sorts"] == {
        "newest": [0, None, 1],
        "shortest": [1, None, 0],
    }


def lead(build: Build, url: str) -> dict[str, str | None]:
    """How the sentence above a list is marked."""
    (found,) = (each for each in build.elements(url, "p") if "lead" in each.classes)
    return {name: found.attributes.get(name) for name in ("lang", "dir")}


def test_a_description_in_another_language_says_so() -> None:
    settings = "language: en\nlanguages: [en, fr]\ncollections:\n"
    own = f"{settings}  resources: {{description: What we read on Sundays.}}\n"
    both = own + "translations: {fr: {labels: {What we read on Sundays.: Nos lectures.}}}\n"
    hub = many(2, own)
    build = hub.build()
    assert lead(build, "resources/") == {"lang": None, "dir": None}
    assert lead(build, "fr/resources/") == {"lang": "en", "dir": "auto"}
    for told in (both, f"{settings}  resources: {{per_page: 10}}\n"):
        build = hub.edit("site.yaml", SITE + told).build()
        assert lead(build, "fr/resources/") == {"lang": None, "dir": None}
