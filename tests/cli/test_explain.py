"""`hubgen explain`: what a page is made of, and why it is made again."""

import os
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.kit import Hub

ADDRESSES = [
    "/members/ada/",
    "members/ada",
    "/members/ada",
    "https://hub.example/members/ada/",
    "https://hub.example/members/ada/#about",
    "members/ada/index.html",
    "_site/members/ada/index.html",
]
DAY = ("--today", "2026-11-17")
LEAVES = "the next build leaves it as it is"


def explained(run: Run, hub: Hub, url: str = "/members/ada/", *more: str) -> str:
    said = run("explain", "-C", hub.root, url, *DAY, *more)
    assert (said.exit_code, said.stderr) == (0, "")
    return said.stdout


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_page_is_found_by_any_of_its_names(url: str, hub: Hub, run: Run) -> None:
    said = explained(run, hub, url)
    assert said.startswith("/members/ada/\n")
    assert "\n  content/members/ada.yaml\n" in said
    assert "\n  base.html  themes/commons/templates/base.html\n" in said
    assert '\n      title: "Ada"\n' in said


def test_an_address_under_a_folder_is_understood(hub: Hub, run: Run) -> None:
    base = ("--base-url", "https://example.org/our-hub/")
    for url in ("https://example.org/our-hub/members/ada/", "/our-hub/members/ada/"):
        assert explained(run, hub, url, *base).startswith("/members/ada/\n")


def test_an_unknown_address_gets_suggestions(hub: Hub, run: Run) -> None:
    wrong = run("explain", "-C", hub.root, "/membres/ada/")
    assert wrong.exit_code == 2
    assert "did you mean /members/ada/" in wrong.stderr
    assert run("explain", "-C", hub.root, "\x1b[31m").exit_code == 2


def test_nothing_is_written(hub: Hub, run: Run) -> None:
    before = sorted(hub.root.rglob("*"))
    explained(run, hub)
    assert sorted(hub.root.rglob("*")) == before


def test_what_was_never_built_is_made(hub: Hub, run: Run) -> None:
    assert "no earlier build made it" in explained(run, hub)


def test_what_stands_is_left(hub: Hub, run: Run) -> None:
    hub.build()
    assert LEAVES in explained(run, hub)


@pytest.mark.parametrize(
    "change, reason",
    [
        ("view", "what it shows has changed"),
        ("frame", "what all pages of its language share changed"),
        ("base", "the site's base URL changed"),
        ("missing", "its file is missing in the output folder"),
        ("touched", "its file in the output folder was changed since it was made"),
        ("template", "one of its templates changed"),
    ],
)
def test_the_reason_is_the_true_one(change: str, reason: str, hub: Hub, run: Run) -> None:
    hub.build()
    more: tuple[str, ...] = ()
    page = hub.out / "members/ada/index.html"
    if change == "view":
        hub.edit("content/members/ada.yaml", "name: Ada\nsummary: She weaves.\n")
    elif change == "frame":
        hub.edit("content/groups/weavers.yaml", "name: Weavers\n")
    elif change == "base":
        more = ("--base-url", "https://elsewhere.example/")
    elif change == "missing":
        page.unlink()
    elif change == "touched":
        os.utime(page, (1, 1))
    else:
        hub.edit("themes/mine/theme.yaml", "name: mine\nextends: commons\n")
        hub.edit("site.yaml", hub.read("site.yaml") + "theme: mine\n")
        hub.build()
        hub.edit("themes/mine/templates/partials/footer.html", "<footer>ours</footer>\n")
    said = explained(run, hub, "/members/ada/", *more)
    assert f"\n  {reason}" in said
    assert LEAVES not in said
    if change in {"missing", "touched", "template"}:
        assert len(said.partition("makes it again\n")[2].splitlines()) == 1


def test_it_says_again_exactly_when_the_build_does(hub: Hub, run: Run) -> None:
    hub.build()
    hub.edit("content/members/bo.yaml", "name: Bo B\n")
    told = {
        url: LEAVES not in explained(run, hub, url)
        for url in ("/", "/members/", "/members/ada/", "/members/bo/", "/404.html", "/robots.txt")
    }
    rendered = hub.build().pages_rendered
    assert told == {url: url.removeprefix("/") in rendered for url in told}


def test_assets_are_told_from_pages(hub: Hub, run: Run) -> None:
    assets = [path for path in hub.build().files if path.endswith(".css")]
    assert "copied or made as it is" in explained(run, hub, assets[0])


def test_a_foreign_output_folder_is_refused(hub: Hub, run: Run, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("three years of work")
    wrong = run("explain", "-C", hub.root, "/", "--out", tmp_path)
    assert wrong.exit_code == 2
