"""Links in Markdown: found, named, checked to the heading."""

import pytest

from tests.kit import Hub, site

HUB = """
    -- content/members/ada.md --
    ---
    name: Ada Lovelace
    ---
    ## First steps

    Words.
    -- content/pages/house-rules.md --
    # House rules

    ## Be kind

    Words.
    -- content/skills.yaml --
    python: {name: Python}
"""


def hub_with(body: str) -> Hub:
    return site(HUB).edit("content/pages/about.md", f"# About\n\n## Here\n\n{body}\n")


@pytest.mark.parametrize(
    "written, leads_to",
    [
        ("[Ada](members/ada)", "../members/ada/"),
        ("[Ada](members/ada.md)", "../members/ada/"),
        ("[Ada](../members/ada.md)", "../members/ada/"),
        ("[Ada](/members/ada/)", "../members/ada/"),
        ("[Ada](members/ada#first-steps)", "../members/ada/#first-steps"),
        ("[[members/ada]]", "../members/ada/"),
        ("[[members/ada|the countess]]", "../members/ada/"),
        ("[rules](house-rules)", "../house-rules/"),
        ("[rules](house-rules.md#be-kind)", "../house-rules/#be-kind"),
        ("[people](members)", "../members/"),
        ("[a skill](skills/python)", "../skills/python/"),
        ("[up](#here)", "#here"),
    ],
)
def test_links_lead_there(written: str, leads_to: str) -> None:
    build = hub_with(written).build()
    assert build.diagnostics == ()
    assert leads_to in build.links("about/")


def test_a_wiki_link_shows_the_entrys_name() -> None:
    build = hub_with("Ask [[members/ada]].").build()
    assert "Ask Ada Lovelace." in build.text("about/")


@pytest.mark.parametrize(
    "written, code, help",
    [
        ("[x](members/adda)", "HG204", "members/ada"),
        ("[[members/nobody-at-all]]", "HG204", ""),
        ("[x](members/ada#frist-steps)", "HG205", "first-steps"),
        ("[x](#nowhere)", "HG205", "#here"),
        ("[x](house-rule)", "HG204", "house-rules"),
    ],
)
def test_links_that_lead_nowhere(written: str, code: str, help: str) -> None:
    hub = hub_with(f"Words\nand {written}.")
    (problem,) = hub.check()
    assert (problem.code, problem.span.path) == (code, "content/pages/about.md")
    assert problem.span.line == 6
    assert help in problem.help
    assert not hub.build().published


def test_every_broken_link_of_every_file_is_reported_in_one_run() -> None:
    hub = hub_with("[a](members/x1) and\n\n[b](members/x2)\n\n[c](#x3)")
    hub.edit("content/pages/more.md", "# More\n\n[d](members/x4)\n")
    assert hub.codes() == ["HG204", "HG204", "HG205", "HG204"]


def test_a_link_to_a_removed_entry_says_so() -> None:
    hub = hub_with("[x](members/gone)").edit("content/removed.yaml", "- members/gone\n")
    assert hub.codes() == ["HG210"]


def test_two_files_in_one_folder_may_write_the_same_target() -> None:
    hub = hub_with("[Ada](members/ada)")
    hub.edit("content/pages/more.md", "# More\n\n[Ada](members/ada#first-steps)\n")
    build = hub.build()
    assert "../members/ada/" in build.links("about/")
    assert "../members/ada/#first-steps" in build.links("more/")


def test_a_bare_name_means_the_neighbour_first() -> None:
    hub = site("""
        -- content/pages/about.md --
        # About

        [x](ada)
        -- content/pages/ada.md --
        # A page called Ada
        -- content/members/ada.yaml --
        name: Ada
    """)
    assert "../ada/" in hub.build().links("about/")


def test_an_attachment_is_copied_and_linked() -> None:
    hub = site(
        """
        -- content/pages/talk/index.md --
        # A talk

        [Slides](slides.pdf)
        """,
        {"content/pages/talk/slides.pdf": b"%PDF-1.4\n%%EOF\n"},
    )
    build = hub.build()
    assert build.diagnostics == ()
    (link,) = [each for each in build.links("talk/") if each.endswith(".pdf")]
    assert link.removeprefix("../") in build.tree()
