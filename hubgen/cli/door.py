"""The outer door: nothing leaves hubgen as a traceback, and every way out has its exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from hubgen.cli.group import hubgen
from hubgen.cli.stopping import BUG, FINE, INTERRUPTED


def program() -> NoReturn:
    """Run the command that this process was started for, and end with its exit code."""
    code = main()
    # Python looks for circular garbage once more as it ends; among the values of a hub that takes up to a fifth of a second.
    gc.freeze()
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives 0 fine, 1 the content has errors, 2 wrong usage, 3 a bug in hubgen, 130 interrupted."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _write_anything()
    code = _run(given)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
    return code


def _run(given: list[str]) -> int:
    try:
        code = hubgen.main(given, prog_name="hubgen", standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("hubgen: interrupted", err=True)
        return INTERRUPTED
    except Exception as problem:
        return _bug(problem, given)
    return code if isinstance(code, int) else FINE


def _bug(problem: Exception, given: list[str]) -> int:
    from hubgen.cli.bug import report_bug

    click.echo(report_bug(problem, given), err=True)
    return BUG


def _write_anything() -> None:
    """A terminal that lacks a letter gets its number instead."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")


def _close_quietly() -> None:
    """Whoever read our output has gone; what is left of it must not become an error when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
