"""The event stream: a page that is open in a browser is told what has become of it."""

import asyncio
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs

from hubgen.preview.http.asking import Event
from hubgen.preview.http.house import House
from hubgen.preview.http.inbox import Inbox
from hubgen.preview.http.outbox import Outbox
from hubgen.preview.http.refusals import Refused
from hubgen.preview.http.replies import head_bytes
from hubgen.preview.http.request_head import Request
from hubgen.preview.http.streams import Tab
from hubgen.preview.http.targets import is_odd

HEAD: Final = head_bytes(
    200,
    (
        ("Content-Type", "text/event-stream; charset=utf-8"),
        ("Cache-Control", "no-store"),
        ("Connection", "close"),
    ),
)
GREETING: Final = b"retry: 1000\n\n"
HEARTBEAT: Final = b": still here\n\n"


@dataclass(frozen=True, slots=True)
class Following:
    """A page that wants to be told."""

    page: str
    token: str
    since: int | None
    """The last revision it has heard of."""


def following(query: str, request: Request) -> Following:
    """What the request says; raises Refused."""
    try:
        fields = parse_qs(query, max_num_fields=8, errors="strict")
    except ValueError as error:
        raise Refused(400, "The stream's address can't be read.") from error
    page, token, since = (fields.get(name, [""])[-1] for name in ("page", "token", "since"))
    if request.method != "GET":
        raise Refused(405, "Events are only told in a stream.", ("Allow", "GET"))
    if not page.startswith("/") or is_odd(page):
        raise Refused(400, "The stream doesn't say of which page it is to tell.")
    # A browser that comes back by itself knows better than the address, which is as old as the page.
    return Following(page, token, _revision(request.header("last-event-id") or since))


async def follow(house: House, wish: Following, inbox: Inbox, outbox: Outbox) -> None:
    """Tells a tab until it goes or the preview ends."""
    loop, news = asyncio.get_running_loop(), asyncio.Event()
    tab = house.streams.enter(wish.page, lambda: _from_any_thread(loop, news))
    try:
        await outbox.put(HEAD + GREETING)
        await _catch_up(house, wish, tab)
        await _tell(tab, news, (inbox, outbox), house.limits.heartbeat_seconds)
    finally:
        house.streams.leave(tab)


async def _catch_up(house: House, wish: Following, tab: Tab) -> None:
    if wish.since is None:
        return
    loop = asyncio.get_running_loop()
    missed = house.answerer.missed
    tab.catch_up(await loop.run_in_executor(house.threads, missed, wish.page, wish.since))


async def _tell(
    tab: Tab, news: asyncio.Event, line: tuple[Inbox, Outbox], heartbeat: float
) -> None:
    inbox, outbox = line
    gone = asyncio.create_task(inbox.silence())
    try:
        while not gone.done():
            news.clear()
            events, is_over = tab.take(), tab.is_over
            await outbox.put(b"".join(map(as_bytes, events)))
            if is_over:
                return
            if not await _is_called(news, gone, heartbeat):
                await outbox.put(HEARTBEAT)
    finally:
        gone.cancel()


async def _is_called(news: asyncio.Event, gone: asyncio.Task[None], seconds: float) -> bool:
    """Whether there is something to do before the time is over."""
    called = asyncio.create_task(news.wait())
    either: set[asyncio.Task[Any]] = {called, gone}
    try:
        done, _ = await asyncio.wait(either, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        called.cancel()
    return bool(done)


def as_bytes(event: Event) -> bytes:
    """As browsers read it: no line of the data can pass for another field."""
    lines = event.data.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    name = "".join(event.name.splitlines())
    data = "\n".join(f"data: {line}" for line in lines)
    return f"id: {event.revision}\nevent: {name}\n{data}\n\n".encode()


def _revision(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _from_any_thread(loop: asyncio.AbstractEventLoop, news: asyncio.Event) -> None:
    # The loop may have ended between the look at the open tabs and this call: then nobody is left to be told.
    if not loop.is_closed():
        try:
            loop.call_soon_threadsafe(news.set)
        except RuntimeError:
            return
