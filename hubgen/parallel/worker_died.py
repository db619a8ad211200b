"""The one thing that can go wrong with a worker itself."""


class WorkerDied(Exception):
    """A worker ended without its results: killed, or out of memory."""
