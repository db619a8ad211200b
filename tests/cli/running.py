"""How tests of commands run one."""

from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]
"""Takes the command's words, and gives what it said and how it ended."""
