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


@pytest.mark.parametrize(
    "host, files",
    [
        ("github", {".github/workflows/hub.yml", ".github/ISSUE_TEMPLATE/add-member.yml"}),
        ("gitlab", {".gitlab-ci.yml", ".gitlab/merge_request_templates/Default.md"}),
        ("forgejo", {".forgejo/workflows/hub.yaml", ".forgejo/issue_template/add-member.yml"}),
    ],
)
def test_a_host_s_files_are_added_to_a_new_hub(
    host: str, files: set[str], run: Run, tmp_path: Path
) -> None:
    made = run("init", tmp_path / "hub", "--host", host)
    assert made.exit_code == 0
    assert files <= set(made.stdout.splitlines())
    assert all((tmp_path / "hub" / name).is_file() for name in files)
    assert (tmp_path / "hub/site.yaml").is_file()


def test_a_hub_that_is_there_keeps_all_that_it_has(run: Run, tmp_path: Path) -> None:
    mine = {"site.yaml": "title: Ours\n", ".github/CODEOWNERS": "* @us\n"}
    mine["site.yaml"] += "collections: {mentors: false}\n"
    for name, text in mine.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    added = run("init", tmp_path, "--host", "github")
    assert added.exit_code == 0
    assert ".github/CODEOWNERS is there already and stays as it is" in added.stderr
    assert {name: (tmp_path / name).read_text() for name in mine} == mine
    assert (tmp_path / ".github/workflows/hub.yml").is_file()
    assert not (tmp_path / "content").exists()
    forms = {path.name for path in (tmp_path / ".github/ISSUE_TEMPLATE").iterdir()}
    assert {"add-member.yml"} <= forms
    assert "add-mentor.yml" not in forms
    again = run("init", tmp_path, "--host", "github")
    assert again.stdout == "0 files for github added\n"


def test_a_hub_with_a_host_s_files_has_no_complaint(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "hub", "--host", "github", "--today", "2026-11-23")
    checked = run("check", "-C", tmp_path / "hub", "--strict", "--today", "2026-11-23")
    assert checked.exit_code == 0
