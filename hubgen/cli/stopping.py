"""An end before the work is done, in plain words and with the right exit code."""

from typing import IO, Any, Final

import click

FINE: Final = 0
CONTENT_ERRORS: Final = 1
WRONG_USAGE: Final = 2
BUG: Final = 3
INTERRUPTED: Final = 130


class Stop(click.ClickException):
    """The command can't go on; the message says why and what to do."""

    exit_code = CONTENT_ERRORS

    def show(self, file: IO[Any] | None = None) -> None:
        """One line on standard error."""
        click.echo(f"hubgen: {self.format_message()}", file=file, err=file is None)


class Misuse(Stop):
    """What was asked can't be done as it was asked."""

    exit_code = WRONG_USAGE
