"""The tools of one run, and how the pipeline's single stages are put to work on a whole hub."""

from hubgen.workshop.workshop import NobodyWatches, Watch, Workshop

__all__ = ["NobodyWatches", "Watch", "Workshop"]
