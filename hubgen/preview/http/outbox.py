"""The bytes that leave on one connection: piece by piece, as the browser takes them, and not for ever."""

import asyncio
from typing import Final

from hubgen.preview.http.limits import Limits
from hubgen.preview.http.replies import Reply

PIECE: Final = 131_072


class Outbox:
    """Waits only for as long as the other side goes on reading; raises TimeoutError or ConnectionError."""

    def __init__(self, writer: asyncio.StreamWriter, limits: Limits) -> None:
        self._writer = writer
        self._limits = limits

    async def send(self, reply: Reply) -> None:
        first = PIECE - len(reply.head)
        await self.put(reply.head + bytes(reply.body[:first]))
        for begin in range(first, len(reply.body), PIECE):
            await self.put(reply.body[begin : begin + PIECE])

    async def put(self, piece: bytes | memoryview) -> None:
        self._writer.write(piece)
        async with asyncio.timeout(self._limits.send_seconds):
            await self._writer.drain()

    def finish(self) -> None:
        """Nothing more comes from here."""
        if self._writer.can_write_eof() and not self._writer.is_closing():
            self._writer.write_eof()

    def cut(self) -> None:
        """Ends the connection, whatever is still on its way."""
        self._writer.transport.abort()
