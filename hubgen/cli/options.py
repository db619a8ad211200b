"""What commands have in common: their options, the examples in their help, and what they learn of how they were called."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from hubgen.cli.voice import Voice, voice_for

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Call:
    """What every command knows of how it was called."""

    hub: Path
    """The hub's folder, as it was written."""
    voice: Voice


class Told(click.Command):
    """A command whose help ends with examples."""

    def __init__(self, *args: Any, examples: str = "", **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.examples = examples.strip().splitlines()

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, line by line as they were written."""
        with formatter.section("Examples"):
            for line in self.examples:
                formatter.write(f"{' ' * formatter.current_indent}{line.strip()}\n")


def as_day(_: click.Context, __: click.Parameter, text: str | None) -> date | None:
    """The day as ISO 8601 writes it; what is none ends the command."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"'{text}' is no day; write it like 2026-11-23"
        raise click.BadParameter(message) from error


def command(name: str, examples: str) -> Callable[[Callable[..., int]], click.Command]:
    """Makes a command of a function that takes a Call and the command's own options, and gives the exit code."""

    def decorate(work: Callable[..., int]) -> click.Command:
        def run(**given: Any) -> int:
            return work(_call(given), **given)

        run.__doc__ = work.__doc__
        # Click collects options on the function that they decorate.
        run.__dict__.update(work.__dict__)
        settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
        make = click.command(name, cls=Told, examples=examples, context_settings=settings)
        return make(common_options(run))

    return decorate


def common_options(work: F) -> F:
    """`-C`, `--quiet` and `--verbose`, which work before and after the command's name."""
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Say more."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
        click.option(
            "-C",
            "hub",
            metavar="DIR",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            help="The hub's folder; the current one unless it is given.",
        ),
    ):
        work = option(work)
    return work


def run_options(work: F) -> F:
    """What decides about the site beside the hub's files."""
    for option in (
        click.option(
            "--today",
            callback=as_day,
            metavar="DATE",
            help="Act as if this were the day, such as 2026-11-23.",
        ),
        click.option("--future", is_flag=True, help="Show what is to be published later, too."),
        click.option("--drafts", is_flag=True, help="Show drafts, too."),
        click.option(
            "--base-url", default="", metavar="URL", help="Replaces the base_url of site.yaml."
        ),
    ):
        work = option(work)
    return work


def hub_of(given: Mapping[str, Any], context: click.Context) -> Path:
    """The hub's folder; where the command itself doesn't name it, `hubgen -C` does."""
    return given.get("hub") or context.find_root().params.get("hub") or Path()


def _call(given: dict[str, Any]) -> Call:
    """Takes the common options out of what was given; the outer ones count where the inner ones are silent."""
    context = click.get_current_context()
    hub = hub_of(given, context)
    outer = context.find_root().params
    volume = {name: bool(given.get(name) or outer.get(name)) for name in ("quiet", "verbose")}
    for name in ("hub", *volume):
        given.pop(name, None)
    return Call(hub, voice_for(sys.stdout, sys.stderr, os.environ).with_volume(**volume))
