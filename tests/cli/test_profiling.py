"""`hubgen build --profile`: what the profile tells, and where none is written."""

from pathlib import Path
from pstats import Stats

import pytest

from hubgen.stages.write import OutputFolder
from tests.cli.running import Run
from tests.kit import Hub

OF_EVERY_KIND = {"read_files", "link", "render_html", "block_main"}
"""Of stages that work in processes of their own and of one that doesn't, and one of a template."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the profile goes."""
    return tmp_path / "build.prof"


def functions_in(file: Path) -> set[str]:
    """The names of the functions that a profile tells of, as Python's own viewer reads it."""
    return set(Stats(str(file)).get_stats_profile().func_profiles)


def test_the_profile_tells_of_every_stage_and_the_next_takes_its_place(
    hub: Hub, run: Run, file: Path
) -> None:
    file.touch()
    built = run("build", "-C", hub.root, "--profile", file)
    assert (built.exit_code, built.stderr) == (0, "")
    assert functions_in(file) >= OF_EVERY_KIND
    again = run("build", "-C", hub.root, "--profile", file, "--clean", "--base-url", "/")
    assert again.exit_code == 2
    assert not OF_EVERY_KIND & functions_in(file)
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_build_with_errors_leaves_a_profile(hub: Hub, run: Run, file: Path) -> None:
    hub.edit("content/members/ada.yaml", "nme: Ada\n")
    failed = run("build", "-C", hub.root, "--profile", file)
    assert failed.exit_code == 1
    assert "error[HG301]" in failed.stderr
    assert "read_files" in functions_in(file)


@pytest.mark.parametrize(
    "name, why",
    [
        ("_site/build.prof", "would be published with the site"),
        ("_site", "would be published with the site"),
        ("content/members/build.prof", "one of the hub's own files"),
        ("site.yaml", "one of the hub's own files"),
        ("static/../themes/build.prof", "one of the hub's own files"),
        ("notes.txt", "is there already, and is no profile"),
        ("linked.prof", "one of the hub's own files"),
        ("/dev/null", "is there already, and is no profile"),
        ("missing/build.prof", "could not be written"),
        ("notes.txt/build.prof", "could not be written: a file stands where a folder is needed"),
        ("x" * 300, "could not be written"),
        ("content", "is a directory"),
    ],
)
def test_where_no_profile_can_be_nothing_is_built(name: str, why: str, hub: Hub, run: Run) -> None:
    hub.edit("notes.txt", "{three years of work}")
    (hub.root / "linked.prof").symlink_to(hub.root / "content/new.prof")
    before = sorted(hub.root.rglob("*"))
    refused = run("build", "-C", hub.root, "--profile", hub.root / name)
    assert refused.exit_code in {1, 2}
    assert why in refused.stderr + str(refused.exception)
    assert sorted(hub.root.rglob("*")) == before
    assert hub.read("notes.txt") == "{three years of work}"


def test_a_profile_that_is_lost_loses_nothing_else(
    hub: Hub, run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def prune(*_: object) -> int:
        file.mkdir()
        return 0

    monkeypatch.setattr(OutputFolder, "prune", prune)
    built = run("build", "-C", hub.root, "--profile", file)
    assert built.exit_code == 1
    assert "pages rendered" in built.stdout
    assert built.stderr.endswith("; the profile is lost, and nothing else\n")
    assert (hub.out / "index.html").is_file()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_profile_is_of_one_process(hub: Hub, run: Run, file: Path) -> None:
    refused = run("build", "-C", hub.root, "--profile", file, "--jobs", "2")
    assert refused.exit_code == 2
    assert "leave out --jobs" in refused.stderr
    assert not file.exists()
