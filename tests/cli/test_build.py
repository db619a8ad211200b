"""`hubgen build`: the line it ends with, what it refuses, and what it leaves alone."""

import re
from pathlib import Path

import pytest
from filelock import FileLock

from hubgen import building
from hubgen.cli.finder_sizes import finder_sizes
from hubgen.cli.numbers import counted, seconds
from hubgen.files.writing import Unwritable
from tests.cli.running import Run
from tests.kit import Hub
from tests.kit.dividing import divided

LAST_LINE = re.compile(
    r"(?:nothing has changed: )?([\d,]+) pages? rendered, ([\d,]+) pages? unchanged, "
    r"([\d,]+) files? removed, ([\d,]+) warnings?, [\d.]+ seconds"
)
UNKNOWN_SKILL = "name: Ada\noffers: [pyhton]\n"
MISTAKE = "nme: Ada\n"


def numbers(stdout: str) -> list[int]:
    """Pages rendered, pages unchanged, files removed, warnings."""
    found = LAST_LINE.fullmatch(stdout.splitlines()[-1])
    assert found is not None, stdout
    return [int(number.replace(",", "")) for number in found.groups()]


def test_it_ends_with_a_line_of_numbers(hub: Hub, run: Run) -> None:
    first = run("build", "-C", hub.root)
    assert (first.exit_code, first.stderr) == (0, "")
    rendered, unchanged, removed, warnings = numbers(first.stdout)
    assert rendered > 5
    assert (unchanged, removed, warnings) == (0, 0, 0)
    assert (hub.out / "members/ada/index.html").is_file()

    hub.delete("content/members/bo.yaml")
    hub.edit("content/members/ada.yaml", UNKNOWN_SKILL)
    second = run("build", "-C", hub.root)
    rendered, unchanged, removed, warnings = numbers(second.stdout)
    assert rendered > 1
    assert unchanged > 0
    assert removed >= 1
    assert warnings == 1
    assert "warning[HG203]" in second.stderr
    assert not (hub.out / "members/bo").exists()


def test_the_unchanged_hub_says_so_and_warns_again(hub: Hub, run: Run) -> None:
    hub.edit("content/members/ada.yaml", UNKNOWN_SKILL)
    for path in hub.root.rglob("*"):
        hub._touch(path)
    made = numbers(run("build", "-C", hub.root).stdout)
    again = run("build", "-C", hub.root)
    rendered, unchanged, removed, warnings = numbers(again.stdout)
    assert (rendered, unchanged, removed, warnings) == (0, made[0], 0, 1)
    assert "warning[HG203]" in again.stderr


@pytest.mark.parametrize("more", [(), ("--clean",), ("--jobs", "1")])
def test_errors_leave_the_old_site_as_it_was(more: tuple[str, ...], hub: Hub, run: Run) -> None:
    run("build", "-C", hub.root)
    before = hub.build().tree()
    hub.edit("content/members/ada.yaml", MISTAKE)
    failed = run("build", "-C", hub.root, *more)
    assert failed.exit_code == 1
    assert "error[HG301]" in failed.stderr
    last = failed.stderr.splitlines()[-1]
    assert re.match(r"\d+ errors? .*in 1 file; nothing was written", last)
    assert last.endswith("and the site in _site is as it was")
    assert hub.site_files() == before


def test_without_an_old_site_errors_leave_none(hub: Hub, run: Run) -> None:
    hub.edit("content/members/ada.yaml", MISTAKE)
    failed = run("build", "-C", hub.root)
    assert failed.exit_code == 1
    assert failed.stderr.rstrip().endswith("and there is no _site")
    assert not hub.out.exists()


def test_strict_takes_warnings_for_errors_also_when_nothing_changed(hub: Hub, run: Run) -> None:
    hub.edit("content/members/ada.yaml", UNKNOWN_SKILL)
    assert run("build", "-C", hub.root, "--strict").exit_code == 1
    assert not hub.out.exists()
    assert run("build", "-C", hub.root).exit_code == 0
    assert run("build", "-C", hub.root, "--strict").exit_code == 1


def test_quiet_says_errors_only_and_verbose_says_more(hub: Hub, run: Run) -> None:
    hub.edit("content/members/ada.yaml", UNKNOWN_SKILL)
    quiet = run("build", "-C", hub.root, "--quiet")
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, "", "")
    strict = run("build", "-C", hub.root, "--quiet", "--strict")
    assert "warning[HG203]" in strict.stderr
    verbose = run("build", "-C", hub.root, "--clean", "-v")
    assert "rendered members/ada/index.html\n" in verbose.stderr
    hub.edit("content/members/ada.yaml", MISTAKE)
    assert "error[HG301]" in run("build", "-C", hub.root, "-q").stderr


def test_stats_name_stages_and_templates(hub: Hub, run: Run) -> None:
    said = run("build", "-C", hub.root, "--stats").stdout
    for stage in ("settings", "discover", "read", "link", "plan", "render"):
        assert re.search(rf"^ +\d+\.\d\d  {stage}$", said, re.MULTILINE)
    assert re.search(r"^ +\d+\.\d\d +\d+  pages/directory\.html$", said, re.MULTILINE)


def test_stats_name_what_directories_load(hub: Hub, run: Run) -> None:
    said = run("build", "-C", hub.root, "--stats").stdout
    found = re.search(r"^ +(\d+\.\d)  +(\d+\.\d)  members/finder\.json$", said, re.MULTILINE)
    assert found is not None
    assert float(found[1]) == round((hub.out / "members/finder.json").stat().st_size / 1000, 1)


def test_stats_name_the_parts_of_a_large_directory(hub: Hub) -> None:
    with divided(large=1):
        assert hub.build().published
    listed = [re.sub(r"^ +[\d.]+ +[\d.]+  ", "", line) for line in finder_sizes(hub.out)]
    start = listed.index("members/finder.json") + 1
    assert listed[start : start + 4] == [
        "  shards",
        "  title",
        "  words, the heaviest of 32",
        "  zone",
    ]


def test_common_options_work_before_and_after_the_command(hub: Hub, run: Run) -> None:
    assert run("-C", hub.root, "-q", "build").stdout == ""
    assert hub.out.is_dir()


@pytest.mark.parametrize("out", [".", "content", "content/members", "../"])
def test_a_folder_of_the_hubs_own_is_refused(out: str, hub: Hub, run: Run) -> None:
    refused = run("build", "-C", hub.root, "--out", out)
    assert refused.exit_code == 2
    assert refused.stderr.startswith("hubgen: ")
    assert "choose a" in refused.stderr
    assert hub.read("content/members/ada.yaml") == "name: Ada\n"


def test_a_folder_with_other_files_is_refused(hub: Hub, run: Run, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("three years of work")
    assert run("build", "-C", hub.root, "--out", tmp_path, "--clean").exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    "problem",
    [
        building.AlreadyBuilding("another build is at work"),
        Unwritable(Path("_site/index.html"), OSError(28, "No space left on device")),
    ],
)
def test_what_the_computer_refuses_is_said_in_a_line(
    problem: Exception, hub: Hub, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise problem

    monkeypatch.setattr("hubgen.cli.build.build_site", refuse)
    refused = run("build", "-C", hub.root)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == f"hubgen: {problem}\n"


def test_a_second_build_does_not_wait_for_ever(
    hub: Hub, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hubgen.building.build.PATIENCE", 0.01)
    hub.cache.mkdir()
    with FileLock(hub.cache / "build.lock"):
        assert run("build", "-C", hub.root).exit_code == 1


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org/", "https://user:pw@example.org/"]
)
def test_a_base_url_that_is_none_is_wrong_usage(url: str, hub: Hub, run: Run) -> None:
    wrong = run("build", "-C", hub.root, "--base-url", url)
    assert wrong.exit_code == 2
    assert wrong.stderr.startswith(f"hubgen: --base-url {url}: ")


def test_a_base_url_is_written_as_settings_write_it(hub: Hub, run: Run) -> None:
    run("build", "-C", hub.root, "--base-url", "https://Example.org/our-hub")
    assert "https://example.org/our-hub/members/" in (hub.out / "sitemap.xml").read_text("utf-8")


def test_a_cache_that_is_a_link_is_not_followed(hub: Hub, run: Run, tmp_path: Path) -> None:
    hub.cache.symlink_to(tmp_path)
    built = run("build", "-C", hub.root)
    assert built.exit_code == 0
    assert "nothing can be kept in" in built.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_the_cache_is_for_git(hub: Hub, run: Run) -> None:
    run("build", "-C", hub.root)
    assert hub.read(".hubgen/.gitignore") == "*\n"


@pytest.mark.parametrize(
    "number, words", [(0, "0 pages"), (1, "1 page"), (2, "2 pages"), (1234, "1,234 pages")]
)
def test_numbers_agree_with_their_words(number: int, words: str) -> None:
    assert counted(number, "page") == words


@pytest.mark.parametrize(
    "duration, words", [(0.014, "0.01 seconds"), (1.26, "1.3 seconds"), (75.4, "75 seconds")]
)
def test_seconds_are_as_exact_as_they_are_of_use(duration: float, words: str) -> None:
    assert seconds(duration) == words
