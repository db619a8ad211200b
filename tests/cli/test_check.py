"""`hubgen check`: everything that is wrong, in words or as data, and not a byte written."""

import json
import os
import re
from pathlib import Path

import pytest

from hubgen.diagnostics.rendering.formats import FORMATS
from tests.cli.running import Run
from tests.kit import Hub
from tests.kit.hub import files_below

TWO = """\
nme: Ada
offers: [pyhton]
"""


def test_a_sound_hub_is_said_to_be_one(hub: Hub, run: Run) -> None:
    sound = run("check", "-C", hub.root)
    assert (sound.exit_code, sound.stdout, sound.stderr) == (0, "no problems in 3 entries\n", "")


def test_mistakes_are_shown_and_counted(hub: Hub, run: Run) -> None:
    hub.edit("content/members/ada.yaml", "name: Ada\nnmae: Ada\n")
    hub.edit("content/members/bo.yaml", "name: Bo\noffers: [weaving]\n")
    found = run("check", "-C", hub.root)
    assert found.exit_code == 1
    assert "content/members/ada.yaml:2:1: error[HG301]: " in found.stdout
    assert "   2 | nmae: Ada\n       ^^^^\n" in found.stdout
    assert found.stdout.splitlines()[-1] == "1 error, 1 warning in 2 files"
    assert found.stderr == ""


def test_warnings_matter_only_to_the_strict(hub: Hub, run: Run) -> None:
    hub.edit("content/members/bo.yaml", "name: Bo\noffers: [weaving]\n")
    assert run("check", "-C", hub.root).exit_code == 0
    assert run("check", "-C", hub.root, "--strict").exit_code == 1


def test_the_hub_weighs_codes(hub: Hub, run: Run) -> None:
    hub.edit("content/members/bo.yaml", "name: Bo\noffers: [weaving]\n")
    hub.edit("site.yaml", "title: Test\ndiagnostics: {HG203: error}\n")
    assert run("check", "-C", hub.root).exit_code == 1
    hub.edit("site.yaml", "title: Test\ndiagnostics: {HG203: off}\n")
    assert run("check", "-C", hub.root, "--strict").stdout == "no problems in 3 entries\n"


@pytest.mark.parametrize("content", ["name: Ada\n", TWO])
def test_nothing_is_written(content: str, hub: Hub, run: Run) -> None:
    hub.edit("content/members/ada.yaml", content)
    hub.edit("content/members/cy/index.md", "---\nname: Cy\nimage: photo.png\n---\n")
    hub.edit("content/members/cy/photo.png", PIXEL)
    before = files_below(hub.root)
    run("check", "-C", hub.root)
    assert files_below(hub.root) == before
    hub.build()
    before = files_below(hub.root)
    run("check", "-C", hub.root)
    assert files_below(hub.root) == before


def test_paths_limit_what_is_shown(hub: Hub, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.edit("content/members/ada.yaml", TWO)
    hub.edit("content/events/loom.yaml", "titel: Loom\n")
    root = hub.root
    one = run("check", "-C", root, root / "content/members/ada.yaml")
    assert one.exit_code == 1
    assert "ada.yaml" in one.stdout
    assert "loom.yaml" not in one.stdout
    fine = run("check", "-C", root, root / "content/members/bo.yaml")
    assert (fine.exit_code, fine.stdout) == (0, "no problems in 2 entries\n")
    assert "loom.yaml" in run("check", "-C", root, root / "content").stdout
    assert "loom.yaml" in run("check", "-C", root, root).stdout

    monkeypatch.chdir(root / "content")
    near = run("check", "-C", "..", "events", "members/bo.yaml")
    assert "loom.yaml" in near.stdout
    assert "ada.yaml" not in near.stdout


def test_a_path_prefix_is_no_folder(hub: Hub, run: Run) -> None:
    hub.edit("content/members/adam.yaml", TWO)
    hub.edit("content/members/ada/index.md", "---\nname: Ada the second\n---\n")
    hub.delete("content/members/ada.yaml")
    assert run("check", "-C", hub.root, hub.root / "content/members/ada").exit_code == 0


def test_a_path_that_is_named_as_another_place_counts(hub: Hub, run: Run) -> None:
    hub.edit("content/members/ada.md", "---\nname: Ada too\n---\n")
    every = run("check", "-C", hub.root).stdout
    for name in ("ada.md", "ada.yaml"):
        assert run("check", "-C", hub.root, hub.root / "content/members" / name).stdout == every


def test_a_path_outside_the_hub_is_wrong_usage(hub: Hub, run: Run, tmp_path: Path) -> None:
    assert run("check", "-C", hub.root, tmp_path).exit_code == 2
    assert run("check", "-C", hub.root, hub.root / "content/nobody.yaml").exit_code == 2


def test_a_hub_behind_a_link_is_the_same_hub(hub: Hub, run: Run, tmp_path: Path) -> None:
    hub.edit("content/members/ada.yaml", TWO)
    link = tmp_path / "link"
    link.symlink_to(hub.root)
    for path in (link / "content/members", hub.root / "content/members"):
        assert run("check", "-C", link, path).exit_code == 1
        assert run("check", "-C", hub.root, path).exit_code == 1


def test_programs_read_the_same(hub: Hub, run: Run) -> None:
    hub.edit("content/members/ada.yaml", TWO)
    as_text, as_json = (run("check", "-C", hub.root, "--format", form) for form in ("text", "json"))
    document = json.loads(as_json.stdout)
    assert as_json.exit_code == as_text.exit_code == 1
    assert set(document) == {"version", "diagnostics", "summary"}
    assert document["summary"] == {
        "errors": sum(each["severity"] == "error" for each in document["diagnostics"]),
        "warnings": 0,
        "hints": 0,
        "files": 1,
        "entries": 2,
    }
    places = re.findall(
        r"^(\S+):(\d+):(\d+): (\w+)\[(HG\d+)\]: (.*)$", as_text.stdout, re.MULTILINE
    )
    assert places == [
        (
            each["path"],
            str(each["line"]),
            str(each["column"]),
            each["severity"],
            each["code"],
            each["message"],
        )
        for each in document["diagnostics"]
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_hosts_are_told_in_their_own_formats(form: str, hub: Hub, run: Run) -> None:
    hub.edit("content/members/bo.yaml", "name: Bo\noffers: [weaving]\n")
    fine = run("check", "-C", hub.root, "--format", form)
    assert (fine.exit_code, fine.stderr) == (0, "")
    assert "HG203" in fine.stdout
    strict = run("check", "-C", hub.root, "--format", form, "--strict", "--max-annotations", "1")
    assert (strict.exit_code, strict.stderr) == (1, "")
    assert "HG203" in strict.stdout


def test_hosts_are_told_of_files_as_they_lie_in_the_repository(hub: Hub, run: Run) -> None:
    hub.edit("our/hub/site.yaml", "title: Inner\n")
    hub.edit("our/hub/content/members/ada.yaml", TWO)
    (hub.root / ".git").mkdir()
    said = run("check", "-C", hub.root / "our/hub", "--format", "github").stdout
    assert said.startswith("::error file=our/hub/content/members/ada.yaml,line=1,")


def test_quiet_shows_errors_only(hub: Hub, run: Run) -> None:
    hub.edit("content/members/bo.yaml", "name: Bo\noffers: [weaving]\n")
    assert run("check", "-C", hub.root, "-q").stdout == ""
    assert "warning[HG203]" in run("check", "-C", hub.root, "-q", "--strict").stdout


def test_escape_sequences_in_content_do_not_reach_the_terminal(hub: Hub, run: Run) -> None:
    hub.edit("content/members/ada.yaml", b'n\x1b[2Jme: "\xe2\x80\xae\xc2\x9b31m"\n')
    hub.edit("content/members/a\x1b[31m.yaml", "name: Eve\n")
    said = run("check", "-C", hub.root).stdout
    assert "\\x1b[2J" in said
    assert not {"\x1b", "\u202e", "\x9b"} & set(said)


def test_colors_are_for_terminals_and_for_those_who_ask(
    hub: Hub, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.edit("content/members/ada.yaml", TWO)
    assert "\x1b[" not in run("check", "-C", hub.root).stdout
    monkeypatch.setitem(os.environ, "FORCE_COLOR", "1")
    assert "\x1b[1;31merror[" in run("check", "-C", hub.root).stdout
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    assert "\x1b[" not in run("check", "-C", hub.root).stdout


@pytest.mark.parametrize(
    "data, shown",
    [
        (b"\xef\xbb\xbfnme: Ada\n", "   1 | nme: Ada\n       ^^^"),
        (b"name: Ada\r\nnme: x\r\n", "   2 | nme: x\n       ^^^"),
        (b"name: Ada\rnme: x\r", "   2 | nme: x\n       ^^^"),
        ("name: Ada\nnme: é\n".encode("cp1252"), "   2 | nme: é\n            ^"),
    ],
)
def test_excerpts_are_the_lines_that_editors_show(
    data: bytes, shown: str, hub: Hub, run: Run
) -> None:
    hub.edit("content/members/ada.yaml", data)
    assert shown in run("check", "-C", hub.root).stdout


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003"
    "010100c9fe92ef0000000049454e44ae426082"
)
