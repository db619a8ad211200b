"""The hook for pre-commit: the command that it names checks a hub, and it wakes for the files of one."""

import re
import shlex

import yaml
from click.testing import CliRunner

from hubgen.cli.group import hubgen
from tests.kit import site
from tests.workflows.files import PROJECT


def test_the_hook_checks_a_hub() -> None:
    (hook,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {"id", "name", "entry", "language"} <= set(hook)
    program, *words = shlex.split(hook["entry"])
    assert (program, hook["language"], hook["pass_filenames"]) == ("hubgen", "python", False)
    for text, code in (("name: Ada\n", 0), ("nmae: Ada\n", 1)):
        hub = site(f"-- content/members/ada.yaml --\n{text}")
        assert CliRunner().invoke(hubgen, ["-C", str(hub.root), *words]).exit_code == code
    wakes = [
        bool(re.search(hook["files"], path))
        for path in ("content/a.yaml", "hub/site.yaml", "README.md")
    ]
    assert wakes == [True, True, False]
