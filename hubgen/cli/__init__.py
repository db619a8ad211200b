"""The commands: the only place that prints, colours, and reads the clock and the environment."""

from hubgen.cli.door import main

__all__ = ["main"]
