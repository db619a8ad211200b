"""The commands: the only place that prints, colours, and reads the clock and the environment."""

from hubgen.cli.door import main, program

__all__ = ["main", "program"]
