"""The preview's server: opened, serving in threads of its own, closed without leaving one behind."""

import asyncio
import socket
from collections.abc import Callable, Coroutine, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event, Thread
from typing import Any, Final

from hubgen.preview.http.asking import Answerer
from hubgen.preview.http.conversation import Conversation
from hubgen.preview.http.crowd import Crowd
from hubgen.preview.http.door import Door
from hubgen.preview.http.house import House
from hubgen.preview.http.limits import Limits
from hubgen.preview.http.ports import Place, take_place
from hubgen.preview.http.streams import Streams

ROUNDS_OF_ARRIVAL: Final = 4
"""Turns of asyncio's loop between a connection that is accepted and its conversation: taken in,
given a transport, announced, begun.
"""


def ignore(_error: Exception) -> None:
    """For whoever doesn't want to hear of bugs."""


class PreviewServer:
    """One thread talks to all browsers and waits for none of them; a few others wait for answers."""

    def __init__(
        self,
        answerer: Answerer,
        streams: Streams,
        door: Door,
        limits: Limits | None = None,
        *,
        now: Callable[[], float] | None = None,
        on_bug: Callable[[Exception], None] = ignore,
    ) -> None:
        limits = limits or Limits()
        self._threads = ThreadPoolExecutor(limits.threads, "hubgen-preview-answers")
        self._house = House(
            answerer, streams, door, limits, Crowd(limits.connections), self._threads, now, on_bug
        )
        self._place: Place | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._end = asyncio.Event()
        self._open: set[asyncio.StreamWriter] = set()
        self._thread: Thread | None = None

    def open(self) -> Place:
        """Takes the port; raises CannotListen, or PortTaken, which is a kind of it."""
        self._place = take_place(self._house.door)
        return self._place

    def serve(self) -> None:
        """Begins to answer, in threads of its own, and returns at once."""
        if self._place is None:
            raise RuntimeError("a server is opened before it serves")
        begun = Event()
        self._thread = Thread(target=lambda: asyncio.run(self._talk(begun)), name="hubgen-preview")
        self._thread.start()
        begun.wait()

    def close(self) -> None:
        """Ends all connections and threads. Waits for answers that are being made."""
        self._house.streams.close()
        if self._thread is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self._end.set)
            self._thread.join()
            self._thread = None
        self._threads.shutdown(cancel_futures=True)
        if self._place is not None:
            for one in self._place.sockets:
                one.close()
            self._place = None

    async def _talk(self, begun: Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(self._on_trouble)
        sockets = self._place.sockets if self._place else ()
        servers: list[asyncio.Server] = []
        try:
            for one in sockets:
                servers.append(await asyncio.start_server(self._greet, sock=one))
            begun.set()
            await self._end.wait()
        finally:
            begun.set()
            await _shut_the_door(sockets)
            for server in servers:
                server.close()
            # A conversation that is called off before it begins can't hang up by itself.
            for writer in self._open:
                writer.transport.abort()

    def _greet(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> Coroutine[None, None, None]:
        self._open.add(writer)
        return self._hold(reader, writer)

    async def _hold(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await Conversation(self._house, reader, writer).hold()
        finally:
            self._open.discard(writer)

    def _on_trouble(self, _loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
        """What happens between the connections: one that is gone before it has begun is no trouble."""
        error = context.get("exception")
        if isinstance(error, Exception) and not isinstance(error, OSError):
            self._house.on_bug(error)


async def _shut_the_door(sockets: Iterable[socket.socket]) -> None:
    """Takes in nobody else, and lets whoever is on the threshold come in: asyncio's server forgets
    connections, and doesn't close them, that it has accepted and not yet announced when it is closed.
    """
    loop = asyncio.get_running_loop()
    for one in sockets:
        # Windows has another loop, which takes people in without being asked.
        with suppress(NotImplementedError):
            loop.remove_reader(one)
    for _ in range(ROUNDS_OF_ARRIVAL):
        await asyncio.sleep(0)
