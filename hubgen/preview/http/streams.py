"""The open pages of the preview, and what is still to be told to each of them."""

from collections import deque
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Final

from hubgen.preview.http.asking import Event

QUEUE_LIMIT: Final = 64
"""Events that wait for one tab. Who has so many unread isn't reading; it asks anew when it comes back."""


class Tab:
    """One stream of events to one open page."""

    __slots__ = ("_lock", "_waiting", "_wake", "is_over", "page")

    def __init__(self, page: str, wake: Callable[[], None]) -> None:
        self.page = page
        self.is_over = False
        """Nothing more is sent: the preview ends, or the tab has too much unread."""
        self._wake = wake
        self._waiting: deque[Event] = deque()
        self._lock = Lock()

    def put(self, event: Event) -> None:
        with self._lock:
            self.is_over = self.is_over or len(self._waiting) >= QUEUE_LIMIT
            if not self.is_over:
                self._waiting.append(event)
        self._wake()

    def catch_up(self, missed: Iterable[Event]) -> None:
        """What was missed goes first; what came meanwhile is not told twice."""
        events = tuple(missed)
        newest = max((event.revision for event in events), default=-1)
        with self._lock:
            later = [event for event in self._waiting if event.revision > newest]
            self._waiting = deque((*events, *later))
        self._wake()

    def take(self) -> tuple[Event, ...]:
        """All that waits, in order; it waits no longer."""
        with self._lock:
            events = tuple(self._waiting)
            self._waiting.clear()
        return events

    def end(self) -> None:
        self.is_over = True
        self._wake()


class Streams:
    """All open tabs. The session tells them; the server brings what they are told. Safe from any thread.

    A browser opens six connections to one host: a tab that is hidden should close its stream, and
    open it again with `since` when it is shown.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._tabs: dict[int, Tab] = {}
        self._is_closed = False

    def pages(self) -> tuple[str, ...]:
        """The paths that some tab shows right now, each once."""
        return tuple(sorted({tab.page for tab in self._open()}))

    def tell(self, page: str, event: Event) -> None:
        """To each tab that shows this page."""
        for tab in self._open():
            if tab.page == page:
                tab.put(event)

    def tell_all(self, event: Event) -> None:
        for tab in self._open():
            tab.put(event)

    def close(self) -> None:
        """Ends every stream, and each that is still to come."""
        with self._lock:
            self._is_closed = True
        for tab in self._open():
            tab.end()

    def enter(self, page: str, wake: Callable[[], None]) -> Tab:
        """The server has a new tab; `wake` is called, from any thread, when there is something to send."""
        tab = Tab(page, wake)
        with self._lock:
            tab.is_over = self._is_closed
            self._tabs[id(tab)] = tab
        return tab

    def leave(self, tab: Tab) -> None:
        with self._lock:
            self._tabs.pop(id(tab), None)

    def _open(self) -> tuple[Tab, ...]:
        with self._lock:
            return tuple(self._tabs.values())
