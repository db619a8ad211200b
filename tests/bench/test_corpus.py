"""Synthetic hubs: repeatable, consistent in themselves, and clean when built."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bench.cast import FEWEST, Named, Person, make_cast
from bench.corpus import write_hub

SIZES = st.integers(FEWEST, 60)
SEEDS = st.integers(0, 10**9)
Described = tuple[str, dict[str, Any], str]
"""Collection, fields and body of an entry."""

LINK = re.compile(r"\[\[([^\]]+)\]\]|\]\(([^)]+)\)")


def written(entries: int, seed: int, photos: int = 0) -> dict[str, bytes]:
    with TemporaryDirectory() as place:
        folder = Path(place) / "hub"
        write_hub(folder, entries, seed=seed, photos=photos)
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "hub"
    write_hub(folder, 300, seed=5)
    return folder


def read_entries(hub: Path) -> Iterator[Described]:
    for path in sorted((hub / "content").glob("*/*")):
        if path.suffix == ".md":
            _, fields, body = path.read_text("utf-8").split("---\n", 2)
            yield path.parent.name, yaml.safe_load(fields), body
        else:
            fields = yaml.safe_load(path.read_text("utf-8"))
            yield path.parent.name, fields, fields.pop("bio")


@pytest.fixture(scope="module")
def entries(hub: Path) -> list[Described]:
    return list(read_entries(hub))


@given(SIZES, SEEDS)
@settings(max_examples=10)
def test_the_same_seed_gives_the_same_bytes(size: int, seed: int) -> None:
    assert written(size, seed, photos=1) == written(size, seed, photos=1)


@given(SIZES, SEEDS, SEEDS)
@settings(max_examples=10)
def test_another_seed_gives_another_hub(size: int, seed: int, other: int) -> None:
    if seed == other:
        other += 1
    first, second = written(size, seed), written(size, other)
    same = {path for path in first if second.get(path) == first[path]}
    assert same == {"site.yaml"}


@given(st.integers(FEWEST, 1000), SEEDS)
@settings(max_examples=10)
def test_a_hub_has_the_size_and_the_mixture_that_was_asked_for(size: int, seed: int) -> None:
    cast = make_cast(size, seed)
    parts: list[tuple[Person | Named, ...]]
    parts = [cast.members, cast.mentors, cast.resources, cast.events]
    assert sum(map(len, parts)) == size
    assert len(cast.mentors) == size // 10
    assert len(cast.resources) == size // 5
    assert len(cast.events) == size // 10
    assert len(cast.skills) == 300
    for part in (*parts, cast.groups, cast.news, cast.skills):
        slugs = [each.slug for each in part]
        assert len(set(slugs)) == len(slugs)


def test_a_hub_that_is_too_small_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 10"):
        make_cast(FEWEST - 1, 1)


def test_every_link_leads_to_an_entry(hub: Path, entries: list[Described]) -> None:
    known = {f"{path.parent.name}/{path.stem}" for path in (hub / "content").glob("*/*")}
    known |= {
        f"skills/{slug}" for slug in yaml.safe_load((hub / "content/skills.yaml").read_text())
    }
    targets = {first or second for _, _, body in entries for first, second in LINK.findall(body)}
    assert len(targets) > 100
    assert targets - known == set()


def test_texts_are_about_a_kilobyte(entries: list[Described]) -> None:
    sizes = [len(body.encode()) for collection, _, body in entries if collection != "pages"]
    assert 800 < mean(sizes) < 1400
    assert min(sizes) > 400


def test_skills_are_known_by_zipfs_law(entries: list[Described]) -> None:
    uses = Counter(
        skill
        for _, fields, _ in entries
        for name in ("offers", "seeks", "topics", "skills")
        for skill in fields.get(name) or ()
    )
    ranked = [count for _, count in uses.most_common()]
    assert ranked[0] > 1.3 * ranked[1] > 1.3 * ranked[9]
    assert ranked[0] > 8 * ranked[29]


def test_texts_have_what_people_use(entries: list[Described]) -> None:
    text = "\n".join(body for _, _, body in entries)
    for mark in (
        "\n## ",
        "\n- ",
        "\n1. ",
        "**",
        "[[members/",
        "](resources/",
        "|---|",
        "\n> ",
        "```",
    ):
        assert text.count(mark) > 10, mark


def test_photos_are_pictures(tmp_path: Path) -> None:
    write_hub(tmp_path / "hub", 20, photos=3)
    photos = sorted(tmp_path.rglob("*.jpg"))
    assert len(photos) == 3
    for photo in photos:
        assert 'alt: "A square' in photo.with_name("index.md").read_text("utf-8")
        with Image.open(photo) as picture:
            picture.load()
