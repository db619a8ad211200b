"""A mentor's page shows the member's profile, as long as the member is there."""

from tests.kit import Hub, site

HUB = """
    -- content/members/ada.yaml --
    name: Ada Lovelace
    headline: Teaches machines to weave
    pronouns: she/her
    languages: [fr]
    timezone: Europe/London
    status: away
    -- content/mentors/ada.yaml --
    member: ada
    topics: [weaving]
    contact: https://ada.example/ask
"""


def hub() -> Hub:
    return site(HUB)


def test_missing_fields_come_from_the_member() -> None:
    build = hub().build()
    text = build.text("mentors/ada/")
    assert "Ada Lovelace" in text
    assert "Teaches machines to weave" in text
    assert "French" in text
    assert "Mentors as" in build.text("members/ada/")


def test_own_fields_win() -> None:
    own = HUB + "    headline: Walks beside beginners\n"
    text = site(own).build().text("mentors/ada/")
    assert "Walks beside beginners" in text
    assert "Teaches machines to weave" not in text


def test_each_decides_for_itself_whether_it_is_open() -> None:
    text = hub().build().text("mentors/ada/")
    assert "Away" not in text, "the member is away; whether the mentor is, their own entry says"


def test_a_hidden_members_mentor_page_is_gone_and_so_is_the_name() -> None:
    changed = hub().edit("content/members/ada.yaml", "name: Ada Lovelace\nvisibility: hidden\n")
    build = changed.build()
    assert build.published
    assert not build.has("mentors/ada/")
    assert build.mentions("Ada Lovelace") == []
    assert build.mentions("/ada/") == []


def test_a_draft_members_mentor_page_waits_with_them() -> None:
    changed = hub().edit("content/members/ada.yaml", "name: Ada Lovelace\ndraft: true\n")
    assert not changed.build().has("mentors/ada/")
    assert changed.build(drafts=True).has("mentors/ada/")


def test_an_unlisted_members_name_is_on_no_list_through_their_mentor_entry() -> None:
    changed = hub().edit("content/members/ada.yaml", "name: Ada Lovelace\nvisibility: unlisted\n")
    build = changed.build()
    own = {"members/ada/index.html", "mentors/ada/index.html"}
    assert set(build.mentions("Ada Lovelace")) <= own


def test_a_mentor_without_a_member_needs_a_name() -> None:
    hub = site("""
        -- content/mentors/x.yaml --
        topics: [weaving]
        contact: https://ada.example/ask
    """)
    assert not hub.build().published
    (problem,) = hub.check()
    assert problem.span.path == "content/mentors/x.yaml"


def test_a_mentor_of_nobody_is_one_mistake() -> None:
    codes = site("""
        -- content/members/grace.yaml --
        name: Grace
        -- content/mentors/x.yaml --
        member: ada
        topics: [weaving]
        contact: https://ada.example/ask
    """).codes()
    assert "HG201" in codes
