"""The quick look at a change says exactly what looking at the whole hub says, word by word, or leaves it to that."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bench.corpus import write_hub
from hubgen.diagnostics import Diagnostic, Report
from hubgen.files.reading import HubFolder
from hubgen.history import Blobs, Repository
from hubgen.model.options import BuildOptions
from hubgen.review.causes import both_lines, caused
from hubgen.review.quickly import Both, look_quickly
from hubgen.review.since import _as_it_was, _look_at_all
from hubgen.workshop import Workshop
from tests.kit import Hub, site
from tests.kit.hub import TODAY
from tests.kit.themes import themes_read_once
from tests.kit.versions import ENVIRONMENT, branched, git, versioned
from tests.review.pulls import BASE, PULLS

Found = tuple[Diagnostic, ...]


@pytest.fixture(autouse=True)
def quickly() -> Iterator[None]:
    with themes_read_once():
        yield


@pytest.fixture(scope="module")
def small() -> Hub:
    return remembered(site(BASE))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    """Of three hundred entries, which link to each other in texts and fields."""
    root = tmp_path_factory.mktemp("corpus") / "hub"
    write_hub(root, 300)
    return remembered(Hub(root))


def remembered(hub: Hub) -> Hub:
    """The hub in git, after a build."""
    versioned(hub)
    assert hub.build().published
    return hub


def both_ways(hub: Hub) -> tuple[Found | None, Found]:
    """What the quick look says, and what the whole hub says."""
    folder = HubFolder(hub.root)
    shop = Workshop(folder, BuildOptions(TODAY), Report(), cache=hub.cache, keeps=False)
    repository = Repository.around(hub.root, ENVIRONMENT)
    changes = repository.changes("main")
    renamed = {each.path: each.renamed_from for each in changes if each.renamed_from}
    with Blobs(repository.git) as blobs, _as_it_was(changes, folder, blobs) as earlier:

        def told(both: Both) -> Found:
            return caused(both.before, both.after, renamed, both_lines(earlier, folder, renamed))

        quick = look_quickly(changes, earlier, replace(shop, report=Report(), said={}))
        every = _look_at_all(changes, earlier, replace(shop, report=Report(), said={}))
        return (told(quick) if quick is not None else None), told(every)


@pytest.mark.parametrize("name", PULLS)
def test_of_each_pull_request(name: str, small: Hub) -> None:
    branched(small, name)
    try:
        PULLS[name](small)
        quick, whole = both_ways(small)
        assert quick is None or quick == whole
    finally:
        git(small.root, "clean", "-q", "-f", "-d")
        git(small.root, "checkout", "-q", "-f", "main")


# ---------------------------------------------------------------- edits by lot

Edit = Callable[[Hub, Random], object]


def files_of(hub: Hub) -> list[Path]:
    return sorted(path for path in hub.root.glob("content/*/*.*") if path.is_file())


def reword(hub: Hub, chance: Random) -> None:
    path = chance.choice(files_of(hub))
    path.write_text(path.read_text("utf-8") + "# a remark\n", "utf-8")


def delete(hub: Hub, chance: Random) -> None:
    chance.choice(files_of(hub)).unlink()


def rename(hub: Hub, chance: Random) -> None:
    path = chance.choice(files_of(hub))
    path.rename(path.with_stem(f"{path.stem}-too"))


def copy(hub: Hub, chance: Random) -> None:
    path = chance.choice(files_of(hub))
    path.with_stem(f"{path.stem}-again").write_bytes(path.read_bytes())


def swap(hub: Hub, chance: Random) -> None:
    """Two entries of a collection change places: all names stay, and mean somebody else."""
    one = chance.choice(files_of(hub))
    other = chance.choice([path for path in files_of(hub) if path.parent == one.parent])
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def lose_a_line(hub: Hub, chance: Random) -> None:
    path = chance.choice(files_of(hub))
    lines = path.read_text("utf-8").splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    path.write_text("".join(lines), "utf-8")


def misspell(hub: Hub, chance: Random) -> None:
    path = chance.choice(files_of(hub))
    text = path.read_text("utf-8")
    place = chance.randrange(len(text) - 1)
    path.write_text(text[:place] + text[place + 1] + text[place] + text[place + 2 :], "utf-8")


def hide(hub: Hub, chance: Random) -> None:
    path = chance.choice(files_of(hub))
    text = path.read_text("utf-8")
    head, start, rest = text.partition("---\n") if text.startswith("---\n") else ("", "", text)
    path.write_text(f"{head}{start}draft: true\n{rest}", "utf-8")


def name_nobody(hub: Hub, chance: Random) -> None:
    """A link and a heading that aren't there, in a text that links already."""
    linking = [path for path in files_of(hub) if "(members/" in path.read_text("utf-8")]
    path = chance.choice(linking)
    there = chance.choice(("(members/nobody-", "(members/", "(events/"))
    path.write_text(path.read_text("utf-8").replace("(members/", there, 1), "utf-8")


EDITS: tuple[Edit, ...] = (
    *(reword, delete, rename, copy, swap, lose_a_line, misspell, hide, name_nobody),
)


SEEDS = range(3)
"""Each is nine edits, of one file or two."""


@pytest.mark.parametrize("seed", SEEDS)
def test_of_edits_by_lot(seed: int, large: Hub) -> None:
    chance = Random(seed)
    answered = 0
    for edit in EDITS:
        try:
            edit(large, chance)
            if chance.random() < 0.3:
                chance.choice(EDITS)(large, chance)
            quick, whole = both_ways(large)
            assert quick is None or quick == whole, edit.__name__
            answered += quick is not None
        finally:
            git(large.root, "clean", "-q", "-f", "-d", "content")
            git(large.root, "checkout", "-q", "-f", "main")
    assert answered >= len(EDITS) - 3


def test_what_a_page_of_the_site_itself_names_is_looked_at() -> None:
    hub = site(
        "-- site.yaml --\ntitle: Test\nhome:\n  intro: Ask [Bo](members/bo).\n"
        "-- content/members/bo.yaml --\nname: Bo\n-- content/members/ada.yaml --\nname: Ada\n"
    )
    remembered(hub)
    hub.delete("content/members/bo.yaml")
    quick, whole = both_ways(hub)
    assert quick == whole
    assert [each.span.path for each in whole] == ["site.yaml"]


def test_a_quick_look_loads_nothing_that_makes_pages(small: Hub) -> None:
    """That takes longer than all the rest of it."""
    program = (
        "import sys\nfrom hubgen.cli.group import hubgen\n"
        "hubgen(sys.argv[1:], standalone_mode=False)\n"
        "print(sorted({'hubgen.pipeline', 'hubgen.theme', 'jinja2', 'PIL'} & set(sys.modules)))\n"
    )
    small.edit("content/members/bo.md", small.read("content/members/bo.md") + "\nAnd dances.\n")
    words = ("check", "-C", str(small.root), "--changed-since", "main", "--today", str(TODAY))
    try:
        done = subprocess.run(
            [sys.executable, "-c", program, *words], capture_output=True, text=True, check=True
        )
    finally:
        git(small.root, "checkout", "-q", "-f", "main")
    assert done.stdout == "no problems since main\n[]\n"
