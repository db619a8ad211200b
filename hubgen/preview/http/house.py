"""What all connections of one preview share."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

from hubgen.preview.http.asking import Answerer
from hubgen.preview.http.crowd import Crowd
from hubgen.preview.http.door import Door
from hubgen.preview.http.limits import Limits
from hubgen.preview.http.streams import Streams


@dataclass(frozen=True, slots=True)
class House:
    """Who answers, to whom, and within which limits."""

    answerer: Answerer
    streams: Streams
    door: Door
    limits: Limits
    crowd: Crowd
    threads: Executor
    """That wait for answers."""
    now: Callable[[], float] | None
    """For the header `Date`, which is left out without a clock."""
    on_bug: Callable[[Exception], None]
    """Is told of what must not happen."""
