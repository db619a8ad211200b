"""`hubgen schema --format codeowners`: whose entry a file is, in the words of the hub's host."""

import pytest

from hubgen.describing.codeowners import BEGINS
from tests.cli.running import Run
from tests.kit import Hub, site

HUB = """
-- site.yaml --
title: A hub
languages: [en, fr]
repository: {{url: "https://code.example/a/hub", host: {host}}}
-- content/members/ada.yaml --
name: Ada
owner: ada-l
-- content/members/ada.fr.yaml --
headline: Mathématicienne
-- content/members/bo.yaml --
name: Bo
draft: true
owner: "@net/team, bo@example.org"
-- content/members/chi.yaml --
name: Chi
owner: |-
  chi
  * @mallory
-- content/members/dee.yaml --
name: Dee
-- content/skills.yaml --
- {{name: Python, owner: zoe}}
- {{name: Knots, owner: ada-l}}
"""


def lines(hub: Hub, name: str = ".hubgen/schema/CODEOWNERS") -> list[str]:
    return hub.read(name).splitlines()


@pytest.mark.parametrize(
    "host, ada, french",
    [
        ("github", "/content/members/ada.yaml", "/content/members/ada.fr.yaml"),
        ("gitlab", "/content/members/ada.yaml", "/content/members/ada.fr.yaml"),
        ("forgejo", r"content/members/ada\\.yaml", r"content/members/ada\\.fr\\.yaml"),
    ],
)
def test_files_have_the_owners_of_their_entries(host: str, ada: str, french: str, run: Run) -> None:
    hub = site(HUB.format(host=host))
    assert run("-C", hub.root, "schema", "--format", "codeowners").exit_code == 0
    written = lines(hub)
    assert written[0] == BEGINS
    assert f"{ada} @ada-l" in written
    assert f"{french} @ada-l" in written
    assert any(line.endswith(" @net/team bo@example.org") for line in written)
    assert any(line.endswith(" @ada-l @zoe") for line in written)
    assert not any("dee" in line for line in written)


def test_what_is_no_account_becomes_no_rule(run: Run) -> None:
    hub = site(HUB.format(host="github"))
    run("-C", hub.root, "schema", "--format", "codeowners")
    (line,) = (line for line in lines(hub) if "mallory" in line)
    assert line.startswith("# content/members/chi.yaml: this owner is no account: ")
    rules = [line for line in lines(hub) if not line.startswith("#")]
    assert all(line.startswith("/content/") for line in rules)


@pytest.mark.parametrize("above", ["# ours\n* @us/organisers\n", "* @us/organisers"])
def test_what_people_wrote_above_stays(above: str, run: Run) -> None:
    hub = site(HUB.format(host="github")).edit(".github/CODEOWNERS", above)
    command = ("-C", hub.root, "schema", "--format", "codeowners", "--out", ".github")
    run(*command)
    first = hub.read(".github/CODEOWNERS")
    assert first.startswith(above.rstrip("\n") + "\n" + BEGINS)
    hub.delete("content/members/ada.fr.yaml")
    assert run(*command).stdout.endswith("1 of them changed\n")
    assert hub.read(".github/CODEOWNERS") == first.replace(
        "/content/members/ada.fr.yaml @ada-l\n", ""
    )
    assert run(*command).stdout.endswith("none of them changed\n")


@pytest.mark.parametrize(
    "host, pattern",
    [
        ("github", r"/content/pages/a\ b.md"),
        ("forgejo", r"content/pages/a\\\ b\\.md"),
    ],
)
def test_a_space_in_a_name_is_escaped(host: str, pattern: str, run: Run) -> None:
    hub = site(HUB.format(host=host)).edit("content/pages/a b.md", "---\nowner: ada\n---\n# A\n")
    run("-C", hub.root, "schema", "--format", "codeowners")
    assert f"{pattern} @ada" in lines(hub)
