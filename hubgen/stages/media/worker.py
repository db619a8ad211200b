"""The process that decodes pictures: it has little memory, little time, and reads nothing but what it is sent.

Messages are a length of four bytes and msgpack, from standard input to standard output.
"""

import sys
from typing import IO

import msgspec

from hubgen.stages.media.recipe import Reply, Request

MEMORY = 1_500_000_000
"""Bytes of address space: enough to decode forty megapixels and make them smaller."""
SECONDS = 30
"""Of computing, for one picture."""


def serve(incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    from hubgen.stages.media.imaging import answer

    _limit_memory()
    while (request := receive(incoming)) is not None:
        _limit_time()
        send(outgoing, answer(msgspec.msgpack.decode(request, type=Request)))


def send(stream: IO[bytes], message: Request | Reply) -> None:
    """Write one message."""
    payload = msgspec.msgpack.encode(message)
    stream.write(len(payload).to_bytes(4, "big") + payload)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The bytes of the next message, or None when the other side has ended."""
    head = _exactly(stream, 4)
    return None if head is None else _exactly(stream, int.from_bytes(head, "big"))


def _exactly(stream: IO[bytes], size: int) -> bytes | None:
    data = stream.read(size)
    return data if len(data) == size else None


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A decoder has no business with files: it could write none, and open no more than it has.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _limit_time() -> None:
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + SECONDS
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))
