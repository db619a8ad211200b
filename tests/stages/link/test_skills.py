"""Skills: one page for whatever people call them."""

import pytest

from tests.kit import site

SKILLS = """
    -- content/skills.yaml --
    python:
      name: Python
      aliases: [py, Python 3]
      broader: programming
    programming:
      name: Programming
    juggling: {name: Juggling}
"""


def member(offers: str) -> str:
    return f"""
    -- content/members/ada.yaml --
    name: Ada
    offers: {offers}
"""


@pytest.mark.parametrize("written", ["python", "Python", "PYTHON", "py", "PY", "Python 3"])
def test_slug_name_and_alias_mean_one_skill(written: str) -> None:
    build = site(SKILLS + member(f"[{written}]")).build()
    assert build.diagnostics == ()
    assert "../../skills/python/" in build.links("members/ada/")
    assert "Ada" in build.text("skills/python/")


def test_the_same_skill_under_two_names_is_shown_once() -> None:
    build = site(SKILLS + member("[python, py]")).build()
    assert build.links("members/ada/").count("../../skills/python/") == 1


def test_an_unknown_skill_gets_a_guess_and_a_page_of_its_own() -> None:
    hub = site(SKILLS + member("[pyhton, knitting]"))
    build = hub.build()
    assert build.published
    assert [(each.code, each.help) for each in build.diagnostics] == [
        ("HG203", "did you mean 'python'?"),
        ("HG203", "add it to content/skills.yaml, or use a name that is there"),
    ]
    assert "Ada" in build.text("skills/knitting/")
    assert "hub.example/skills/knitting/" not in build.html("sitemap.xml")


def test_a_hub_without_a_list_of_skills_hears_nothing() -> None:
    build = site(member("[pyhton]")).build()
    assert build.diagnostics == ()
    assert build.has("skills/pyhton/")


@pytest.mark.parametrize(
    "severity, published", [("error", False), ("warning", True), ("off", True)]
)
def test_the_hub_decides_how_much_an_unknown_skill_matters(severity: str, published: bool) -> None:
    hub = site(SKILLS + member("[knitting]"))
    hub.edit("site.yaml", f"title: A\nskills: {{unknown: '{severity}'}}\n")
    build = hub.build()
    assert build.published is published
    assert [each.severity.value for each in build.diagnostics] == (
        [] if severity == "off" else [severity]
    )


def test_two_skills_of_one_name() -> None:
    hub = site("""
        -- content/skills.yaml --
        python: {name: Python, aliases: [snake]}
        snakes: {name: Snakes, aliases: [Snake]}
    """)
    (problem,) = hub.check()
    assert problem.code == "HG212"
    assert problem.related


def test_broader_and_narrower_lead_to_each_other() -> None:
    build = site(SKILLS + member("[python]")).build()
    assert any(link.endswith("programming/") for link in build.links("skills/python/"))
    assert any(link.endswith("python/") for link in build.links("skills/programming/"))


def test_a_skill_gathers_all_sides() -> None:
    text = (
        site(
            SKILLS
            + """
        -- content/members/ada.yaml --
        name: Ada offers
        offers: [python]
        -- content/members/bob.yaml --
        name: Bob seeks
        seeks: [python]
        -- content/resources/book.yaml --
        title: A book about it
        url: https://example.org/
        type: book
        skills: [python]
    """
        )
        .build()
        .text("skills/python/")
    )
    assert text.index("Ada offers") < text.index("Bob seeks") < text.index("A book about it")


def test_skills_without_latin_letters_have_pages_of_their_own() -> None:
    build = site(member("[編み物, دوخت]")).build()
    assert build.published
    pages = [url for url in build.pages_rendered if url.startswith("skills/") and url != "skills/"]
    assert len(pages) == 2
    assert all(url.isascii() for url in pages)
