"""Keeps Python's collector of circular garbage away from a hub: it would walk through a hundred thousand values in vain.

A hub holds no circles, so whatever of it nobody needs any more goes without the collector.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed(*, lasting: bool) -> Iterator[None]:
    """No collection until the end; what is `lasting` is never looked at again."""
    gc.disable()
    try:
        yield
        if lasting:
            gc.freeze()
    finally:
        gc.enable()
