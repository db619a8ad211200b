"""What other programs make forms of is what they say that it must be: GitHub's issue forms, and the configuration of a CMS."""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from hubgen.config.collections import built_in
from hubgen.config.site import Site
from hubgen.describing import FORMATS, Subject
from hubgen.describing.yaml_file import yaml_file
from tests.config.reading import sound

CMS_SCHEMA = Path(__file__).parents[1] / "html/node_modules/@sveltia/cms/schema/sveltia-cms.json"
HOSTS = ["github", "gitlab", "gitea", "forgejo", ""]
SITE = """
title: "A hub: ours"
repository: {url: https://code.example/weavers/hub, branch: main, host: HOST}
collections:
  tools:
    singular: hand tool
    label: Tools
    title_field: name
    fields:
      name: {kind: text, required: true}
      again: {kind: text, label: Name}
      "yes": {kind: boolean}
      cost: {kind: choice, of: ["no", "1"]}
      by_month: {kind: mapping, keys: month, of: text}
      deep: {kind: list, of: {kind: record, fields: {a: {kind: list, of: date}}}}
"""


def site_on(host: str) -> Site:
    return sound(SITE.replace("HOST", host) if host else SITE.replace(", host: HOST", ""))


def made(form: str, site: Site) -> dict[str, Any]:
    """By name: what another reader of YAML finds in the files."""
    found = {each.name: each.data for each in FORMATS[form](Subject(site))}
    return {name: yaml.safe_load(data) for name, data in found.items()}


def test_issue_forms_are_what_github_takes() -> None:
    vendored = files("check_jsonschema") / "builtin_schemas/vendor/github-issue-forms.json"
    judge = Draft7Validator(json.loads(vendored.read_text("utf-8")))
    forms = made("issue-form", site_on("github"))
    assert {"add-member.yml", "add-hand-tool.yml"} <= set(forms)
    assert len(forms) == sum(each.listed for each in built_in().values()) + 1
    for name, form in forms.items():
        assert [error.message for error in judge.iter_errors(form)] == [], name
        asked = [each for each in form["body"] if each["type"] != "markdown"]
        ids = [each["id"] for each in asked]
        labels = [each["attributes"]["label"] for each in asked]
        assert len(set(ids)) == len(ids)
        assert len(set(labels)) == len(labels)
        assert all(re.fullmatch("[a-zA-Z0-9_-]+", each) for each in ids)


def test_an_issue_form_asks_what_the_schema_asks() -> None:
    (form,) = [
        each for name, each in made("issue-form", site_on("github")).items() if "tool" in name
    ]
    by_id = {each.get("id"): each for each in form["body"]}
    assert by_id["name"]["validations"] == {"required": True}
    assert by_id["again"]["attributes"]["label"] == "Name (again)"
    assert by_id["cost"]["attributes"]["options"] == ["no", "1"]
    assert by_id["deep"]["attributes"]["render"] == "yaml"
    assert "visibility" not in by_id


@pytest.mark.parametrize("host", HOSTS)
def test_the_configuration_is_what_the_cms_takes(host: str) -> None:
    judge = Draft7Validator(json.loads(CMS_SCHEMA.read_text("utf-8")))
    config = made("cms", site_on(host))["config.yml"]
    assert [f"{error.json_path} {error.message[:200]}" for error in judge.iter_errors(config)] == []
    assert {each["name"] for each in config["collections"]} == {*built_in(), "tools"}
    assert not judge.is_valid({**config, "colections": []})


def test_the_cms_edits_the_files_that_hubgen_reads() -> None:
    config = made("cms", site_on("github"))["config.yml"]
    by_name = {each["name"]: each for each in config["collections"]}
    members, tools = by_name["members"], by_name["tools"]
    assert (members["folder"], members["extension"]) == ("content/members", "md")
    assert (tools["extension"], tools["format"]) == ("yaml", "yaml")
    fields = {each["name"]: each for each in members["fields"]}
    assert "bio" not in fields
    assert fields["body"]["widget"] == "markdown"
    assert fields["name"]["required"] is True
    mentors = {each["name"]: each for each in by_name["mentors"]["fields"]}
    assert mentors["member"]["collection"] == "members"


def test_the_same_settings_make_the_same_bytes() -> None:
    for form in ("issue-form", "cms"):
        first, second = (tuple(FORMATS[form](Subject(site_on("github")))) for _ in "ab")
        assert first == second


@pytest.mark.parametrize(
    "value",
    [
        {"a": {"b": [{"c": "yes", "d": ["1", "two: 2", "# x"]}, "plain"]}, "yes": True, "e": []},
        {"a": 1, "b": 1.5, "c": {}, "d": [{"e": {"f": "g\nh"}}], "é": "👩‍🚀"},
    ],
)
def test_settings_are_read_back_as_they_are(value: dict[str, Any]) -> None:
    assert yaml.safe_load(yaml_file(value, "a comment")) == value
