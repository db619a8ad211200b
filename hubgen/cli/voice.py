"""How hubgen speaks: results on standard output, everything else beside them, colours only where someone sees them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TextIO

import click


@dataclass(frozen=True, slots=True)
class Voice:
    """Where the words of one run go."""

    colored_out: bool = False
    """Whether standard output takes colours."""
    colored_err: bool = False
    on_terminal: bool = False
    """Whether somebody watches standard error as it is written."""
    quiet: bool = False
    verbose: bool = False

    def with_volume(self, *, quiet: bool, verbose: bool) -> "Voice":
        """The same voice, louder or softer."""
        return replace(self, quiet=quiet, verbose=verbose and not quiet)

    def result(self, text: str) -> None:
        """What the command was called for."""
        click.echo(text, color=self.colored_out)

    def say(self, text: str) -> None:
        """What came of it, in a line; not said when quiet."""
        if not self.quiet:
            self.result(text)

    def note(self, text: str) -> None:
        """Something beside the result; not said when quiet."""
        if not self.quiet:
            self.alarm(text)

    def detail(self, text: str) -> None:
        """Something for whoever asked for more."""
        if self.verbose:
            self.alarm(text)

    def alarm(self, text: str) -> None:
        """What must be said even when quiet."""
        click.echo(text, err=True, color=self.colored_err)


def voice_for(out: TextIO, err: TextIO, environment: Mapping[str, str]) -> Voice:
    """The voice that suits these streams; `NO_COLOR` (no-color.org) takes the colours away, `FORCE_COLOR` gives them."""
    return Voice(
        colored_out=_colored(out, environment),
        colored_err=_colored(err, environment),
        on_terminal=err.isatty() and environment.get("TERM") != "dumb",
    )


def _colored(stream: TextIO, environment: Mapping[str, str]) -> bool:
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"
