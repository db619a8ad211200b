"""Pictures and files beside entries: planned before any page is made, and only from where the site's files are."""

import pytest

from tests.kit import Hub, site
from tests.stages.media.pictures import encoded, two_halves

PNG = encoded(two_halves(), "PNG")


def hub_with(image: str, **files: bytes) -> Hub:
    places = {path.replace("__", "/") + ".png": data for path, data in files.items()}
    return site(
        f"""
        -- content/members/ada/index.md --
        ---
        name: Ada
        image: {{file: {image}, alt: Two halves}}
        ---
        Words.
        """,
        places,
    )


@pytest.mark.parametrize(
    "image, place",
    [
        ("ada.png", "content__members__ada__ada"),
        ("/content/pictures/ada.png", "content__pictures__ada"),
        ("/static/ada.png", "static__ada"),
    ],
)
def test_a_picture_is_shown_wherever_an_entry_is(image: str, place: str) -> None:
    hub = hub_with(image, **{place: PNG})
    hub.edit(
        "content/mentors/ada.yaml", "member: ada\ntopics: [x]\ncontact: https://example.org/\n"
    )
    build = hub.build()
    assert [each for each in build.diagnostics if each.severity == "error"] == []
    for url in ("members/ada/", "mentors/ada/", "members/"):
        sources = [each.attributes["src"] for each in build.elements(url, "img")]
        assert sources, url
        for source in sources:
            assert source.replace("../", "").removeprefix("./") in build.tree()
    changed = hub.edit(place.replace("__", "/") + ".png", encoded(two_halves(300, 100), "PNG"))
    assert changed.build().pages_rendered >= {"members/ada/", "members/"}


@pytest.mark.parametrize("image", ["/pictures/ada.png", "/.git/ada.png", "/_site/ada.png"])
def test_nothing_else_of_the_repository_is_published(image: str) -> None:
    hub = hub_with(image, **{image[1:-4].replace("/", "__"): PNG})
    (problem,) = hub.check()
    assert (problem.code, problem.span.line) == ("HG103", 3)
    hub.edit(
        "content/members/ada/index.md",
        f"---\nname: Ada\n---\n[x]({image[:-4]}.txt) ![x]({image})\n",
    )
    hub.edit(image[1:-4] + ".txt", "secret")
    assert {problem.code for problem in hub.check()} == {"HG103"}


def test_a_missing_picture_is_known_before_anything_is_written() -> None:
    hub = hub_with("adda.png", content__members__ada__ada=PNG)
    (problem,) = hub.check()
    assert problem.code == "HG603"
    assert "ada.png" in problem.help
    assert not hub.build().published


def test_a_picture_of_nobody_is_not_published() -> None:
    hub = hub_with("ada.png", content__members__ada__ada=PNG)
    assert any(path.startswith("media/") for path in hub.build().tree())
    hub.edit(
        "content/members/ada/index.md",
        "---\nname: Ada\nvisibility: hidden\nimage: {file: ada.png, alt: x}\n---\n",
    )
    assert not any(path.startswith("media/") for path in hub.build().tree())
