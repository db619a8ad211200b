"""References: shown from both ends, checked, and gone where the other end is."""

from tests.kit import Hub, site

PEOPLE = """
    -- content/members/ada.yaml --
    name: Ada Lovelace
    -- content/members/grace.yaml --
    name: Grace Hopper
"""


def event(text: str) -> str:
    return f"""
    -- content/events/loom.yaml --
    title: An evening at the loom
    start: 2027-03-02 18:00
    timezone: Europe/Paris
    mode: online
    {text}
"""


def hub_with(text: str) -> Hub:
    return site(PEOPLE + event(text))


def test_a_speaker_is_on_the_event_and_the_event_on_the_speakers_page() -> None:
    build = hub_with("speakers: [ada]").build()
    assert build.diagnostics == ()
    assert "Ada Lovelace" in build.text("events/loom/")
    assert "../../members/ada/" in build.links("events/loom/")
    assert "Spoke at" in build.text("members/ada/")
    assert "An evening at the loom" in build.text("members/ada/")
    assert "../../events/loom/" in build.links("members/ada/")
    assert "An evening at the loom" not in build.text("members/grace/")


def test_a_reference_is_found_however_people_write_it() -> None:
    for written in ("ada", "members/ada", "ada.yaml", "'@ada'", "content/members/ada.yaml"):
        build = hub_with(f"speakers: [{written}]").build()
        assert "../../members/ada/" in build.links("events/loom/"), written


def test_a_loose_reference_may_be_a_name() -> None:
    build = hub_with("speakers: [Somebody Else, Ada Lovelace]").build()
    assert build.published
    assert "Somebody Else" in build.text("events/loom/")
    assert not build.has("members/somebody-else/")
    assert "../../members/ada/" in build.links("events/loom/"), (
        "a member's whole name is that member"
    )


def test_two_people_of_one_name_are_neither_of_them() -> None:
    hub = hub_with("speakers: [Ada Lovelace]")
    hub.edit("content/members/ada-2.yaml", "name: Ada Lovelace\n")
    links = hub.build().links("events/loom/")
    assert "../../members/ada/" not in links
    assert "../../members/ada-2/" not in links


def test_a_reference_to_nobody_is_an_error_with_a_guess() -> None:
    hub = hub_with("group: lom-circle").edit("content/groups/loom-circle.yaml", GROUP)
    (problem,) = hub.check()
    assert (problem.code, problem.span.path) == ("HG201", "content/events/loom.yaml")
    assert "loom-circle" in problem.help
    written = hub.read("content/events/loom.yaml").splitlines()[problem.span.line - 1]
    assert written[problem.span.column - 1 :].startswith("lom-circle")
    assert not hub.build().published


GROUP = "name: Loom circle\ntype: study group\njoin: https://example.org/join\n"


def test_an_entry_of_another_collection_is_named_as_such() -> None:
    (problem,) = hub_with("group: ada").check()
    assert problem.code == "HG201"
    assert "member" in problem.help


def test_a_hidden_speaker_is_nowhere() -> None:
    hub = hub_with("speakers: [ada, grace]")
    hub.edit("content/members/grace.yaml", "name: Grace Hopper\nvisibility: hidden\n")
    build = hub.build()
    assert build.published
    assert not build.has("members/grace/")
    assert build.mentions("Grace Hopper") == []
    assert build.mentions("members/grace") == []
    assert "Ada Lovelace" in build.text("events/loom/")


def test_an_unlisted_source_does_not_show_at_the_other_end() -> None:
    build = hub_with("speakers: [ada]\n    visibility: unlisted").build()
    assert build.has("events/loom/")
    assert "loom" not in build.text("members/ada/").lower()


def test_nested_references_are_seen_from_the_other_end() -> None:
    build = site(
        PEOPLE
        + """
        -- content/resources/notes.yaml --
        title: Notes
        url: https://example.org/notes
        type: article
        reviews:
          - {by: ada, rating: 5, text: I changed how I ask.}
        """
    ).build()
    assert "Reviewed" in build.text("members/ada/")
    assert "../../members/ada/" in build.links("resources/notes/")


def test_circles_are_reported_once_at_their_first_entry() -> None:
    hub = site("")
    for one, other in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")):
        hub.edit(
            f"content/resources/{one}.yaml",
            f"title: {one}\nurl: https://example.org/{one}\ntype: book\nprerequisites: [{other}]\n",
        )
    (problem,) = hub.check()
    assert (problem.code, problem.span.path) == ("HG206", "content/resources/a.yaml")
    assert "a -> b -> c -> a" in problem.message


def test_a_long_chain_is_no_circle_and_no_recursion() -> None:
    hub = site("")
    for number in range(1200):
        parent = f"parent: p{number - 1}\n" if number else ""
        hub.edit(f"content/pages/p{number}.yaml", f"title: Page {number}\n{parent}")
    assert hub.check() == ()


def test_a_page_that_is_its_own_parent_is_a_circle() -> None:
    (problem,) = site("-- content/pages/a.yaml --\ntitle: A\nparent: a\n").check()
    assert problem.code == "HG206"
