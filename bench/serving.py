"""A preview server as a process: started, asked again and again until it shows something, ended."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from bench.processes import Failed, held

PATIENCE: Final = 20.0
"""Seconds after which something doesn't come any more."""
LONG: Final = 600.0
"""Seconds after which one question isn't answered any more: some servers take questions while they begin."""
PAUSE: Final = 0.001
"""Seconds between two questions."""


@dataclass(frozen=True, slots=True)
class Page:
    """What came for a path."""

    status: int
    body: bytes


@dataclass(slots=True)
class Server:
    """A process that serves on this computer; how it is reached doesn't depend on whose it is."""

    name: str
    process: subprocess.Popen[bytes]
    port: int
    seconds: float = 0.0
    """From its start to its first page."""
    _line: http.client.HTTPConnection | None = field(default=None, repr=False)

    def ask(self, path: str) -> Page:
        """One page, on the connection of the one before."""
        for attempt in range(3):
            line = self._line or http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONG)
            self._line = line
            try:
                line.request("GET", path)
                answer = line.getresponse()
                return Page(answer.status, answer.read())
            except (http.client.HTTPException, OSError):
                line.close()
                self._line = None
                if attempt == 2 or self.process.poll() is not None:
                    raise
        raise Failed(f"{self.name} doesn't answer")

    def until(self, path: str, is_there: Callable[[Page], bool], begin: float) -> float | None:
        """Seconds from `begin` until the page is as it should be, or None when that never comes."""
        while time.perf_counter() < begin + PATIENCE:
            if is_there(self.ask(path)):
                return time.perf_counter() - begin
            time.sleep(PAUSE)
        return None

    @property
    def memory(self) -> int:
        """Bytes of main memory of the process and its children."""
        return held(self.process.pid)

    @property
    def cpu(self) -> float:
        """Seconds of processors that its threads have had: they don't depend on who else is at work."""
        times = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(path.read_text("ascii").split()[0]) for path in times) / 1e9

    @property
    def threads(self) -> int:
        return len(list(Path(f"/proc/{self.process.pid}/task").iterdir()))

    def hang_up(self) -> None:
        """The next question is asked on a new connection."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def end(self) -> None:
        """Politely; a process that was started in the background may be deaf to Ctrl C."""
        self.hang_up()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(name: str, command: Sequence[str], port: int, folder: Path, said: IO[bytes]) -> Server:
    """Starts the process and waits for its first page; raises Failed."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        env={**os.environ, "NO_COLOR": "1"},
    )
    server = Server(name, process, port)
    try:
        _wait(server, begin)
    except BaseException:
        server.end()
        raise
    if process.poll() is None:
        return server
    said.seek(0)
    raise Failed(f"{name} doesn't serve:\n{said.read().decode(errors='replace')[-2000:]}")


def _wait(server: Server, begin: float) -> None:
    """Until the first page comes, or the process ends."""
    while server.process.poll() is None:
        if _listens(server.port) and server.ask("/").status == 200:
            server.seconds = time.perf_counter() - begin
            return
        time.sleep(0.005)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as one:
        one.settimeout(1)
        return one.connect_ex(("127.0.0.1", port)) == 0
