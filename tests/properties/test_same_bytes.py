"""Property 1: the same input gives the same bytes, whoever builds it, where, in which order, with how many processes."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubgen import parallel
from tests.kit import Build, Hub, site
from tests.kit.driver import shuffled
from tests.kit.hub import files_below, hub_of
from tests.kit.making import hubs
from tests.kit.process import build_in_process
from tests.stages.media.pictures import encoded, two_halves


def assert_same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    """File by file, so that a failure names the file."""
    assert set(one) == set(other)
    for path, data in one.items():
        assert data == other[path], path


def assert_alike(one: Build, other: Build) -> None:
    assert one.diagnostics == other.diagnostics
    assert_same(one.tree(), other.tree())


@given(files=hubs(), seed=st.integers(1, 9))
@settings(max_examples=15)
def test_in_any_order_of_files(files: dict[str, str], seed: int) -> None:
    hub = hub_of(files)
    with shuffled(seed):
        other = hub.clean_copy().build()
    assert_alike(hub.build(), other)


@given(files=hubs(), jobs=st.integers(2, 4))
@settings(max_examples=10)
def test_with_one_process_and_with_many(files: dict[str, str], jobs: int) -> None:
    hub = hub_of(files)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "WORTH_A_PROCESS", 1)
        patch.setattr(parallel, "can_fork", lambda: True)
        other = hub.clean_copy().build(jobs=jobs)
    assert_alike(hub.build(), other)


@pytest.fixture(scope="module")
def hub() -> Hub:
    """A hub that asks the surroundings for all that they could get wrong: sorting, dates, zones, pictures."""
    made = site(
        """
        -- site.yaml --
        title: Réseau
        base_url: https://hub.example/
        languages: [en, fr]
        timezone: Pacific/Auckland
        -- content/members/ada/index.md --
        ---
        name: Ada
        image: {file: ada.jpg, alt: Two halves}
        offers: [İstanbul, istanbul, straße, STRASSE]
        ---
        Words.
        -- content/events/late.yaml --
        title: Late
        start: 2026-11-17 23:30
        timezone: America/Los_Angeles
        mode: online
        recurrence: FREQ=DAILY;COUNT=20
        """,
        {"content/members/ada/ada.jpg": encoded(two_halves())},
    )
    for number, name in enumerate(("Zoë", "élodie", "Élodie", "eve", "Ömer", "Ina", "İna", "ina")):
        made.edit(f"content/members/m{number}.yaml", f"name: {name}\nseeks: [python]\n")
        made.edit(f"content/news/n{number}.yaml", f"title: {name}\ndate: 2026-11-0{number + 1}\n")
    return made


@pytest.fixture(scope="module")
def expected(hub: Hub) -> dict[str, bytes]:
    build = hub.clean_copy().build()
    assert build.published
    return build.tree()


def test_built_twice(hub: Hub, expected: dict[str, bytes]) -> None:
    copy = hub.clean_copy()
    assert_same(expected, copy.build().tree())
    assert_same(expected, copy.build().tree())
    assert_same(expected, copy.build(clean=True).tree())


def test_with_workers_that_begin_from_nothing(
    hub: Hub, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "can_fork", lambda: False)
    monkeypatch.setattr(parallel, "WORTH_A_COPY", 3)
    assert_same(expected, hub.clean_copy().build(jobs=3).tree())


SURROUNDINGS = {
    "time zone": {"TZ": "Asia/Kathmandu"},
    "turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "ascii": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "hashes": {"PYTHONHASHSEED": "4711"},
    "optimized": {"PYTHONOPTIMIZE": "1"},
}


@pytest.mark.parametrize("environment", SURROUNDINGS.values(), ids=SURROUNDINGS.keys())
def test_in_other_surroundings(
    hub: Hub, expected: dict[str, bytes], environment: dict[str, str]
) -> None:
    copy = hub.clean_copy()
    outcome = build_in_process(copy, environment=environment)
    assert outcome.status == 0, outcome.errors
    assert_same(expected, files_below(copy.out))


@pytest.mark.parametrize("jobs", ["1", "2", "5"])
def test_elsewhere_with_another_umask(
    hub: Hub, expected: dict[str, bytes], tmp_path: Path, jobs: str
) -> None:
    copy = hub.clean_copy()
    moved = Hub(tmp_path / "ein Ort für Hubs")
    shutil.move(copy.root, moved.root)
    out = tmp_path / "ö" / "out"
    options = ("--jobs", jobs, "--shuffle", jobs)
    outcome = build_in_process(moved, *options, out=out, cwd=tmp_path, umask=0o077)
    assert outcome.status == 0, outcome.errors
    assert_same(expected, files_below(out))
