"""`hubgen schema`: the files that it writes, and where it doesn't."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from tests.cli.running import Run
from tests.kit import Hub, site
from tests.kit.schemas import files_beside_schemas


def test_a_file_is_judged_by_its_schema(hub: Hub, run: Run) -> None:
    result = run("-C", hub.root, "schema")
    folder = hub.root / ".hubgen" / "schema"
    written = sorted(path.name for path in folder.iterdir())
    lines = result.stdout.splitlines()
    assert sorted(line.rpartition("/")[2] for line in lines[:-1]) == written
    assert lines[0] == ".hubgen/schema/members.schema.json"
    assert lines[-1] == f"{len(written)} files, {len(written)} of them changed"
    judge = Draft202012Validator(json.loads((folder / "members.schema.json").read_bytes()))
    assert judge.is_valid({"name": "Ada"})
    assert not judge.is_valid({"name": "Ada", "pronuns": "she/her"})


def test_again_nothing_is_written(hub: Hub, run: Run) -> None:
    run("-C", hub.root, "schema")
    before = {path: path.stat().st_mtime_ns for path in hub.root.rglob("*.json")}
    assert run("-C", hub.root, "schema").stdout.endswith(" files, none of them changed\n")
    assert {path: path.stat().st_mtime_ns for path in hub.root.rglob("*.json")} == before


def test_the_folder_can_be_chosen_and_quiet_says_nothing(hub: Hub, run: Run) -> None:
    result = run("schema", "-C", hub.root, "--out", "editor/schemas", "-q")
    assert (result.exit_code, result.output) == (0, "")
    assert (hub.root / "editor" / "schemas" / "site.schema.json").exists()
    assert not (hub.root / ".hubgen").exists()


def test_what_is_written_stays_out_of_the_repository(hub: Hub, run: Run) -> None:
    run("-C", hub.root, "schema")
    assert (hub.root / ".hubgen" / ".gitignore").read_text() == "*\n"


def test_the_hub_s_own_collections_and_severities_count(run: Run) -> None:
    hub = site("""
        -- site.yaml --
        title: Tools
        collections:
          tools: {title_field: name, fields: {name: {kind: text, required: true}}}
          mentors: false
        diagnostics: {HG301: warning}
        -- content/tools/saw.yaml --
        name: Saw
        colour: red
    """)
    run("-C", hub.root, "schema")
    folder = hub.root / ".hubgen" / "schema"
    assert not list(folder.glob("mentors*"))
    judge = Draft202012Validator(json.loads((folder / "tools.schema.json").read_bytes()))
    assert judge.is_valid({"name": "Saw", "colour": "red"})
    assert not judge.is_valid({"colour": "red"})
    assert {each.schema for each in files_beside_schemas(hub.root)} == {"site", "tools"}


def test_mistakes_in_the_settings_are_no_reason_to_stop(hub: Hub, run: Run) -> None:
    hub.edit("site.yaml", "title: [\n")
    result = run("-C", hub.root, "schema")
    assert result.exit_code == 0
    assert "site.yaml has mistakes" in result.stderr


def test_a_folder_without_settings_gets_nothing(tmp_path: Path, run: Run) -> None:
    result = run("-C", tmp_path, "schema")
    assert result.exit_code == 2
    assert "there is no site.yaml" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_through_a_link(hub: Hub, run: Run, tmp_path: Path) -> None:
    (hub.root / ".hubgen").mkdir()
    (hub.root / ".hubgen" / "schema").symlink_to(tmp_path)
    result = run("-C", hub.root, "schema")
    assert result.exit_code == 1
    assert "choose another folder with --out" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_is_said_plainly(hub: Hub, run: Run) -> None:
    hub.edit("blocked", "a file")
    result = run("-C", hub.root, "schema", "--out", "blocked/schemas")
    assert result.exit_code == 1
    assert "could not be written" in result.stderr
