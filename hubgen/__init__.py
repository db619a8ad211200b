"""hubgen: a static site generator for learning networks."""

__version__ = "0.1.0"
