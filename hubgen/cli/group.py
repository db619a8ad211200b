"""`hubgen` itself: lists the commands without loading them, and hands over to the one that is wanted."""

import importlib
from typing import Any

import click

from hubgen import __version__
from hubgen.cli.contents import COMMANDS, PLACES
from hubgen.cli.options import common_options


class Contents(click.Group):
    """A group whose commands are loaded one at a time, when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the table of contents."""
        return list(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now."""
        place = PLACES.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As Click does it, with a suggestion for a misspelt command."""
        name = args[0]
        if name not in PLACES and name[:1] != "-" and not ctx.resilient_parsing:
            ctx.fail(_no_such_command(name))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of contents."""
        for heading, commands in COMMANDS.items():
            with formatter.section(heading):
                formatter.write_dl([(name, line) for name, (line, _) in commands.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; the number that it gives back is the exit code."""
        code = super().invoke(ctx)
        if isinstance(code, int) and code:
            ctx.exit(code)
        return code


def _no_such_command(name: str) -> str:
    from hubgen.diagnostics.suggest import closest

    guess = closest(name, PLACES)
    advice = f": did you mean '{guess}'?" if guess else f"; there are {', '.join(PLACES)}"
    return f"there is no command '{name}'{advice}"


@click.group(
    "hubgen",
    cls=Contents,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="hubgen COMMAND --help shows a command's options, with examples.",
)
@click.version_option(__version__, message="hubgen %(version)s")
@common_options
@click.pass_context
def hubgen(context: click.Context, /, **_: Any) -> None:
    """Turn a folder of YAML and Markdown into a searchable site of a learning network."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
