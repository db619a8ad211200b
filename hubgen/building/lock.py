"""One build at a time in one hub."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


class AlreadyBuilding(Exception):
    """Another build of the hub didn't end in time."""


@contextmanager
def build_lock(cache: Path | None, patience: float) -> Iterator[None]:
    """Wait for that many seconds until no other build is at work; raises AlreadyBuilding when one still is."""
    if cache is None:
        yield
        return
    lock = FileLock(cache / "build.lock")
    try:
        lock.acquire(timeout=patience)
    except Timeout as error:
        message = (
            f"another build of this hub has been at work for {patience:g} seconds; "
            "wait for it to end, or stop it"
        )
        raise AlreadyBuilding(message) from error
    try:
        yield
    finally:
        lock.release()
