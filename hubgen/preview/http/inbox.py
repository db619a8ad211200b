"""The bytes that arrive on one connection, cut into the heads of requests, within limits of time and size."""

import asyncio
from typing import Final

from hubgen.preview.http.limits import Limits
from hubgen.preview.http.refusals import Refused
from hubgen.preview.http.request_head import too_long

PIECE: Final = 16_384

_END: Final = b"\r\n\r\n"


class Inbox:
    """Reads no further than the head of the next request, and never more than a head may be long."""

    def __init__(self, reader: asyncio.StreamReader, limits: Limits) -> None:
        self._reader = reader
        self._limits = limits
        self._rest = b""

    async def head(self) -> bytes:
        """The next head without its empty line; nothing when nobody asks any more. Raises Refused."""
        if not self._rest:
            try:
                async with asyncio.timeout(self._limits.idle_seconds):
                    self._rest = await self._reader.read(PIECE)
            except TimeoutError:
                return b""
        try:
            async with asyncio.timeout(self._limits.head_seconds):
                return await self._to_the_end()
        except TimeoutError as error:
            raise Refused(408, "The request didn't come to its end in time.") from error

    async def silence(self) -> None:
        """Returns when the other side has gone, or says something that nobody waits for."""
        await self._reader.read(1)

    async def drain(self) -> None:
        """Lets the other side finish what it is saying, so that it listens to what it is told; not for ever."""
        left = self._limits.head_bytes
        while left > 0 and (piece := await self._reader.read(PIECE)):
            left -= len(piece)

    async def _to_the_end(self) -> bytes:
        while True:
            # Empty lines before a request are of old browsers, and mean nothing.
            self._rest = self._rest.lstrip(b"\r\n")
            end = self._rest.find(_END)
            self._check_size(end)
            if end >= 0:
                head, self._rest = self._rest[:end], self._rest[end + len(_END) :]
                return head
            more = await self._reader.read(PIECE)
            if not more:
                return b""
            self._rest += more

    def _check_size(self, end: int) -> None:
        if self._rest and not self._rest[:1].isalpha():
            raise Refused(400, "This isn't HTTP; an address of the preview begins with http://.")
        size = end if end >= 0 else len(self._rest)
        line = self._rest.find(b"\r\n")
        if (line if line >= 0 else size) > self._limits.url_bytes + 64:
            raise too_long()
        if size > self._limits.head_bytes:
            raise Refused(431, "The headers of the request are longer than any browser's.")
