"""The table of contents: quick, complete, and true to the commands."""

import shlex
import subprocess
import sys

import click
import pytest

from hubgen.cli.contents import COMMANDS, PLACES
from hubgen.cli.group import hubgen
from hubgen.cli.options import Told
from tests.cli.running import Run

HEAVY = {"jinja2", "rich", "markdown_it", "PIL", "babel", "yaml", "msgspec", "pygments", "nh3"}


def command(name: str) -> Told:
    found = hubgen.get_command(click.Context(hubgen), name)
    assert isinstance(found, Told)
    return found


@pytest.mark.parametrize(
    "code", ["import hubgen.cli", "import hubgen.cli; hubgen.cli.main(['--help'])"]
)
def test_the_first_help_loads_nothing_heavy(code: str) -> None:
    listing = f"{code}; import sys; print('\\n' + ' '.join(sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", listing], capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in ran.stdout.splitlines()[-1].split()}
    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_help_is_a_table_of_contents(run: Run) -> None:
    text = run("--help").stdout
    for heading, commands in COMMANDS.items():
        assert f"\n{heading}:\n" in text
        for name, (line, _) in commands.items():
            assert f"  {name} " in text
            assert f" {line}\n" in text


def test_hubgen_alone_shows_it_too(run: Run) -> None:
    alone = run()
    assert (alone.exit_code, alone.stdout) == (0, run("--help").stdout)


@pytest.mark.parametrize("name", PLACES)
def test_help_of_a_command_ends_with_examples(name: str, run: Run) -> None:
    text = run(name, "--help").stdout
    examples = text.partition("\nExamples:\n")[2].rstrip("\n").splitlines()
    assert examples
    assert all(line.startswith(f"  hubgen {name}") for line in examples)
    for option in ("-C DIR", "-q, --quiet", "-v, --verbose"):
        assert option in text


@pytest.mark.parametrize("name", PLACES)
def test_examples_can_be_typed(name: str) -> None:
    found = command(name)
    for line in found.examples:
        words = shlex.split(line.partition(" > ")[0].partition(" >> ")[0])
        # Files that an example names needn't exist here; its options and values must be the command's own.
        context = found.make_context(name, words[2:], resilient_parsing=True)
        parser = found.make_parser(context)
        parser.parse_args(words[2:])


def test_a_misspelt_command_gets_a_suggestion(run: Run) -> None:
    wrong = run("biuld")
    assert wrong.exit_code == 2
    assert "did you mean 'build'?" in wrong.stderr


def test_the_version_is_said_in_one_line(run: Run) -> None:
    assert run("--version").stdout == "hubgen 0.1.0\n"


def test_the_module_is_the_same_program() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "hubgen", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "hubgen 0.1.0\n"
