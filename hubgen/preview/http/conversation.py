"""One connection, from the first request to the last: nothing that happens on it reaches another one."""

import asyncio
from typing import Final
from urllib.parse import quote, unquote

from hubgen.preview.http.asking import EVENTS_PATH, Answer, Asked
from hubgen.preview.http.events import follow, following
from hubgen.preview.http.house import House
from hubgen.preview.http.inbox import Inbox
from hubgen.preview.http.outbox import Outbox
from hubgen.preview.http.refusals import Refused, plain
from hubgen.preview.http.replies import Reply, reply
from hubgen.preview.http.request_head import Request, read_head
from hubgen.preview.http.targets import Elsewhere, asked_of

FAREWELL_SECONDS: Final = 1.0
"""For the other side to hear why it is not answered."""

_BUG: Final = plain(500, "The preview has failed here. Its terminal says more.")
_LATE: Final = plain(503, "The preview is still busy. Try it again in a moment.")


class Conversation:
    """The requests of one browser's connection, one after the other."""

    def __init__(
        self, house: House, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._house = house
        self._inbox = Inbox(reader, house.limits)
        self._outbox = Outbox(writer, house.limits)
        self._cut = self._outbox.cut

    async def hold(self) -> None:
        """Until one side has had enough. Raises nothing but the end of the server."""
        try:
            self._house.crowd.enter(self._cut)
            await self._take_turns()
        except (OSError, TimeoutError):
            # The browser has gone, or doesn't read: there is nobody to be told.
            return
        except Exception as error:
            self._house.on_bug(error)
        finally:
            self._house.crowd.leave(self._cut)
            self._cut()

    async def _take_turns(self) -> None:
        try:
            while await self._one_turn():
                self._house.crowd.is_idle(self._cut)
        except Refused as refused:
            await self._farewell(refused.answer())

    async def _one_turn(self) -> bool:
        """Whether there may be another one; raises Refused."""
        head = await self._inbox.head()
        if not head:
            return False
        self._house.crowd.is_busy(self._cut)
        request = read_head(head, self._house.limits)
        self._house.door.admit(request)
        try:
            asked = asked_of(request.target, self._house.door.base_path)
        except Elsewhere:
            moved = plain(
                302, "This way.", ("Location", quote(unquote(self._house.door.base_path)))
            )
            await self._outbox.send(self._reply(moved, request))
            return request.is_lasting
        if asked.path == EVENTS_PATH:
            return await self._follow(asked, request)
        await self._outbox.send(self._reply(await self._answer(asked), request))
        return request.is_lasting

    async def _follow(self, asked: Asked, request: Request) -> bool:
        wish = following(asked.query, request)
        self._house.door.admit_to_events(request, wish.token)
        await follow(self._house, wish, self._inbox, self._outbox)
        return False

    async def _answer(self, asked: Asked) -> Answer:
        loop, house = asyncio.get_running_loop(), self._house
        try:
            async with asyncio.timeout(house.limits.answer_seconds):
                return await loop.run_in_executor(house.threads, house.answerer.answer, asked)
        except TimeoutError:
            return _LATE
        except Exception as error:
            house.on_bug(error)
            return _BUG

    def _reply(self, answer: Answer, request: Request) -> Reply:
        now = self._house.now() if self._house.now else None
        try:
            return reply(answer, request, is_lasting=request.is_lasting, now=now)
        except ValueError as error:
            self._house.on_bug(error)
            return reply(_BUG, request, is_lasting=request.is_lasting, now=now)

    async def _farewell(self, answer: Answer) -> None:
        """The last word; what is still being said is heard for a while, or the word would get lost with it."""
        await self._outbox.send(reply(answer, None, is_lasting=False))
        self._outbox.finish()
        async with asyncio.timeout(FAREWELL_SECONDS):
            await self._inbox.drain()
