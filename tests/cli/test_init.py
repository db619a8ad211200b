"""`hubgen init`: a hub that builds at once, in a folder that held nothing."""

from pathlib import Path

import pytest

from tests.cli.running import Run


def test_a_new_hub_builds_without_a_word_of_complaint(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "our-hub"
    made = run("init", place, "--today", "2026-11-23", "--title", 'Our "hub": 100 % { ours }')
    assert made.exit_code == 0
    begun = [line.split() for line in made.stdout.splitlines() if " -C " in line]
    assert [words[3] for words in begun] == ["serve", "new", "build"]
    built = run("build", "-C", place, "--strict", "--today", "2026-11-23")
    assert (built.exit_code, built.stderr) == (0, "")
    assert "Our &#34;hub&#34;: 100 % { ours }" in (place / "_site/index.html").read_text("utf-8")


def test_the_same_day_gives_the_same_hub(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("init", tmp_path / name, "--today", "2026-11-23")
    trees = [
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*.*")
        }
        for name in ("one", "two")
    ]
    assert trees[0] == trees[1]


@pytest.mark.parametrize("name", ["thesis.txt", ".env", "content"])
def test_a_folder_that_holds_something_is_refused(name: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_text("three years of work")
    refused = run("init", tmp_path)
    assert refused.exit_code == 2
    assert name in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "hub").write_text("a file")
    assert run("init", tmp_path / "hub").exit_code == 2


def test_it_goes_into_the_folder_that_is_named(run: Run, tmp_path: Path) -> None:
    assert run("-C", tmp_path, "init", "hub").exit_code == 0
    assert (tmp_path / "hub/site.yaml").is_file()
