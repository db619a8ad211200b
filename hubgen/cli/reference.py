"""The page of all commands in the docs, written from the commands themselves."""

from collections.abc import Iterator
from inspect import cleandoc

import click

from hubgen.cli.contents import COMMANDS
from hubgen.cli.group import hubgen
from hubgen.cli.options import Told

HEAD = """\
<!-- Made by ./dev docs from the commands themselves. -->

# Commands

`-C DIR` names the hub's folder, `--quiet` and `--verbose` say less or more; they work with every command, before and after its name. Exit codes: 0 fine, 1 the
content has errors, 2 wrong usage, 3 a bug in hubgen, 130 interrupted.
"""
EVERYWHERE = frozenset({"hub", "quiet", "verbose"})
"""Options that all commands have, and that the page names once."""


def commands_page() -> str:
    """The whole page."""
    context = click.Context(hubgen, info_name="hubgen")
    parts = [HEAD]
    for heading, commands in COMMANDS.items():
        parts.append(f"## {heading}\n")
        for name in commands:
            command = hubgen.get_command(context, name)
            if command is not None:
                parts.append("\n".join(_command(name, command)) + "\n")
    return "\n".join(parts)


def _command(name: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=f"hubgen {name}")
    yield f"### `hubgen {name}`\n"
    yield f"{cleandoc(command.help or '')}\n"
    lines = [line for each in command.params if (line := _option(each, context))]
    if lines:
        yield "| option | |\n|---|---|"
        yield from lines
        yield ""
    if isinstance(command, Told) and command.examples:
        yield "```"
        yield from (line.strip() for line in command.examples)
        yield "```"


def _option(option: click.Parameter, context: click.Context) -> str:
    record = option.get_help_record(context)
    if record is None or not record[1] or option.name in EVERYWHERE:
        return ""
    name, text = (each.replace("|", "\\|") for each in record)
    return f"| `{name}` | {text} |"
