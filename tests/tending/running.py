"""Runs one command on a hub, in this process."""

from click.testing import CliRunner, Result

from hubgen.cli.group import hubgen as command
from tests.kit import Hub
from tests.kit.themes import themes_read_once


def hubgen(hub: Hub, *words: str) -> Result:
    """What the command said and how it ended."""
    with themes_read_once():
        result = CliRunner().invoke(command, ["-C", str(hub.root), *words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
