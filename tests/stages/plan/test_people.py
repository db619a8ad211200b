"""Whom an entry names stands on its page with a face, and not a second time among its facts."""

from tests.kit import site

HUB = """
    -- content/members/ada.yaml --
    name: Ada Lovelace
    headline: Notes on the engine
    goals: ["Translate one paper about the engine, with notes that are longer than the paper itself."]
    -- content/groups/engines.yaml --
    name: Engines
    summary: We read plans.
    facilitators: [ada, Charles Babbage]
    join: https://hub.example/join
"""


def test_those_with_an_entry_have_a_face_and_the_others_a_name() -> None:
    html = site(HUB).build().html("groups/engines/")
    people = html.split('class="people people-facilitators"')[1].split("</section>")[0]
    assert 'href="../../members/ada/">Ada Lovelace</a>' in people
    assert "Notes on the engine" in people
    assert people.count("<svg") == 1
    assert '<span class="person-name">Charles Babbage</span>' in people
    assert html.count("Charles Babbage") == 1


def test_sentences_stand_with_the_texts() -> None:
    html = site(HUB).build().html("members/ada/")
    facts = html.split('class="facts"')[1] if 'class="facts"' in html else ""
    assert "Translate one paper" in html
    assert "Translate one paper" not in facts.split("</section>")[0]


def test_a_skill_shows_who_offers_it_and_who_seeks_it_side_by_side() -> None:
    hub = site("""
        -- content/skills.yaml --
        sql: {name: SQL}
        -- content/members/ada.yaml --
        name: Ada
        offers: [sql]
    """)
    build = hub.build()
    offers, seeks = build.html("skills/sql/").split('class="skill-side ')[1:]
    assert "Ada" in offers
    assert "Nobody asks for this" in seeks
    hub.edit("content/members/mary.yaml", "name: Mary\nseeks: [sql]\n")
    assert "Mary" in hub.build().html("skills/sql/").split('class="skill-side ')[2]
