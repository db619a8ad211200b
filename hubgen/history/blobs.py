"""The bytes of files as they were: read one by one from a git that stays open, and never more than is allowed."""

import os
import subprocess
from types import TracebackType
from typing import IO, Self

from hubgen.files.refusals import Unreadable, failed, too_large
from hubgen.history.git import Git


class Blobs:
    """Reads objects by their names; to be closed."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._open: dict[tuple[int, str], subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in self._open.values():
            process.kill()
            with process:
                pass
        self._open.clear()

    def size(self, name: str) -> int:
        """Its bytes, or -1 where there is no such blob."""
        return _size(self._answer("--batch-check", name).readline())

    def read(self, name: str, limit: int) -> bytes:
        """All of it; raises Unreadable for more than the limit, or where there is none."""
        size = self.size(name)
        if size < 0:
            raise Unreadable("this file can't be read: git doesn't have it here", "HG101")
        if size > limit:
            raise too_large(size, limit)
        answer = self._answer("--batch", name)
        answer.readline()
        data = answer.read(size)
        answer.read(1)
        return data

    def _answer(self, mode: str, name: str) -> IO[bytes]:
        """What git says, after it was asked. A worker process asks one of its own."""
        key = (os.getpid(), mode)
        process = self._open.get(key)
        if process is None:
            process = self._open[key] = self._git.start("cat-file", mode, talks=True)
        if process.stdin is None or process.stdout is None:
            raise BrokenPipeError
        try:
            process.stdin.write(name.encode("ascii") + b"\n")
            process.stdin.flush()
        except OSError as error:
            raise failed(error) from error
        return process.stdout


def _size(line: bytes) -> int:
    parts = line.split()
    return int(parts[2]) if len(parts) == 3 and parts[1] == b"blob" else -1
