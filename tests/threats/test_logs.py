"""What hubgen says about hostile content can't command a terminal or a build server."""

import re

import pytest
from click.testing import CliRunner

from hubgen.cli.group import hubgen
from tests.kit import Hub, site
from tests.kit.making import quoted
from tests.kit.themes import themes_read_once

TEXTS = (
    "::error file=x,line=1::hacked",
    "::add-mask::x",
    "##vso[task.setvariable variable=x]y",
    "\x1b[2J\x1b[31mred",
    "\x1b]0;title\x07",
    "a\rb",
    "line\nmore",
    "line\n::error::hacked",
    "\u2028::error::x",
    "\u202etxt.exe",
    "\u0085::error::x",
    "%0A::error::x",
    "@everyone <!channel> [x](javascript:alert(1))",
)


def said(hub: Hub, *options: str) -> str:
    with themes_read_once():
        result = CliRunner().invoke(hubgen, ["-C", str(hub.root), "check", *options])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.output


def complaints(text: str) -> list[Hub]:
    """Hubs in which the text comes into a message in different ways."""
    word = quoted(text).replace("\x1b", "\\e").replace("\x07", "\\a").replace("\r", "\\r")
    word = word.replace("\u202e", "\\u202e").replace("\u0085", "\\u0085")
    return [
        site(f"-- content/members/ada.yaml --\nname: Ada\n{line}\n")
        for line in (
            f"status: {word}",
            f"{word}: x",
            f"confirmed: {word}",
            f"aliases: [{word}]",
            f"links: [{word}]",
            f"visibility: {word}",
        )
    ] + [
        site(
            f"-- content/events/e.yaml --\ntitle: E\nstart: 2027-01-01\nall_day: true\nmode: online\ngroup: {word}\n"
        ),
        site(
            "-- content/members/ada.yaml --\nname: Ada\n-- content/skills.yaml --\n- name: x\n"
        ).edit("content/members/bob.yaml", f"name: Bob\noffers: [{word}]\n"),
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_no_line_of_the_output_is_a_command(text: str) -> None:
    for hub in complaints(text):
        output = said(hub)
        assert "\x1b" not in output
        assert "\x07" not in output
        assert "\r" not in output
        for line in re.split("[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", output):
            assert not line.lstrip().startswith(("::", "##vso", "##[")), repr(line)
        assert "\u202e" not in output, "nor is its order turned round"


@pytest.mark.parametrize(
    "name", ["\x1b[31m.yaml", "a\nb.yaml", "::error::x.yaml", "\u202eada.yaml", "a\tb.yaml"]
)
def test_file_names_do_not_command_either(name: str) -> None:
    hub = site("-- content/members/ada.yaml --\nname: Ada\n")
    hub.edit(f"content/members/{name}", "nom: x\n")
    hub.edit(f"content/{name}", "nom: x\n")
    output = said(hub)
    assert "\x1b" not in output
    assert "\u202e" not in output
    assert not any(line.startswith("::") for line in output.splitlines())


def test_the_json_report_is_json_whatever_it_holds() -> None:
    import json

    for text in TEXTS:
        for hub in complaints(text):
            report = json.loads(said(hub, "--format", "json"))
            assert isinstance(report["diagnostics"], list)
