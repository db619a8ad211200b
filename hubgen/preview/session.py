"""One preview from its first reading to its end: holds the current hub, answers from it, and tells the open pages."""

from collections.abc import Iterable
from dataclasses import replace
from time import monotonic

from hubgen.diagnostics import Severity
from hubgen.files.reading import HubFolder
from hubgen.preview.answers import Answers
from hubgen.preview.caller import Caller, Change
from hubgen.preview.given import Given, change_between
from hubgen.preview.http.asking import Answer, Asked, Event
from hubgen.preview.http.streams import Streams
from hubgen.preview.reading import Readings
from hubgen.preview.refreshing import Refresher
from hubgen.preview.snapshot import Snapshot
from hubgen.preview.state import packed, state_of
from hubgen.preview.watching.checkout import Checkout
from hubgen.preview.watching.eyes import Eyes
from hubgen.preview.watching.hints import Hints
from hubgen.preview.watching.places import Place, Places
from hubgen.preview.watching.tree import Tree
from hubgen.stages.render.addresses import base_path as way
from hubgen.workshop.excerpts import Excerpts
from hubgen.workshop.places import packaged_themes

PATIENCE = 10.0
"""Seconds that a request waits for an edit to be read."""
FEW = 8
"""Sources of a page that are looked at when it is asked for."""
STATE = "state"
"""The name of the events that pages get."""


class Session:
    """Knows the hub as it is now. Safe from any thread."""

    def __init__(
        self, folder: HubFolder, caller: Caller, streams: Streams, *, token: str, base_path: str
    ) -> None:
        """Nothing is read before `start`."""
        self.snapshot = Snapshot()
        self._folder = folder
        self._caller = caller
        self._streams = streams
        self._readings = Readings()
        self._answers = Answers(lambda: Excerpts(folder), token, base_path)
        self._base = base_path
        self._day = caller.workshop().options.today
        places = _places(folder, "static")
        hints = Hints(Checkout(folder.root))
        self._tree = Tree(places, caller.now_ns)
        self._eyes = Eyes(places, hints)
        self._refresher = Refresher(self._tree, hints, self._eyes, self._refresh, caller)
        self._refresher.is_due = self._is_due
        self._hints = hints

    def start(self, *, polls: bool) -> None:
        """Watch, and read for the first time."""
        self._refresher.polls = polls
        if not polls and (reason := self._eyes.open()):
            self._refresher.poll_because(reason)
        self._refresher.start()

    def settle(self, seconds: float = PATIENCE) -> bool:
        """Wait until everything that was seen so far has been read; False when it takes longer."""
        return self._refresher.settle(seconds)

    def close(self) -> None:
        """Stop watching and reading; no thread is left."""
        self._refresher.close()
        self._eyes.close()
        self._readings.save()

    # ------------------------------------------------------------ what the server asks

    def answer(self, asked: Asked) -> Answer:
        """The page or file as it is now; an edit that is being read is waited for."""
        try:
            self._look_at_sources(asked.path)
            self.settle()
            return self._answers.answer(asked, self.snapshot)
        except Exception as problem:
            return self._answers.failed(self._caller.bug(problem), asked, self.snapshot)

    def missed(self, page: str, _revision: int, /) -> tuple[Event, ...]:
        """Where the page stands now, whatever it has seen: it knows itself what is new in that."""
        snapshot = self.snapshot
        try:
            state = state_of(self._answers.given(page, snapshot), snapshot)
        except Exception as problem:
            self._caller.bug(problem)
            return ()
        return (Event(snapshot.revision, STATE, packed(state)),)

    def _look_at_sources(self, path: str) -> None:
        """Events come late or never on some disks: the page's own files are looked at when it is asked for."""
        shown = self.snapshot.shown
        file = shown.file_of(path) if shown is not None else None
        page = shown.prepared.plan.pages.get(file) if shown is not None and file else None
        for source in page.sources[:FEW] if page is not None else ():
            if source.endswith("/"):
                continue  # A folder, which the list of all its entries stands for.
            place = self._tree.places.path_of(source)
            if place and not self._tree.is_as_seen(place):
                self._hints.hint(place)

    # ------------------------------------------------------------ what the refresher asks

    def _is_due(self) -> bool:
        due = self.snapshot.due
        return due is not None and self._day < due <= self._caller.workshop().options.today

    def _refresh(self, changed: tuple[str, ...], began: float) -> None:
        before = self.snapshot
        try:
            shop = self._caller.workshop()
            self._day = shop.options.today
            self.snapshot = self._readings.read(shop, changed, before)
            self._follow(shop_static(self.snapshot))
        except Exception as problem:
            words = self._caller.bug(problem)
            self.snapshot = replace(before, revision=before.revision + 1, failure=words)
        told = tuple(self._tell(before))
        if before.revision:
            self._caller.changed(self._change(changed, told, monotonic() - began))

    def _change(self, changed: tuple[str, ...], told: tuple[str, ...], seconds: float) -> Change:
        now = self.snapshot
        return Change(
            changed,
            told,
            seconds,
            errors=now.count(Severity.ERROR),
            warnings=now.count(Severity.WARNING),
            restart="base_url" if way(now.base_url) != self._base else "",
        )

    def _follow(self, static: str) -> None:
        places = _places(self._folder, static)
        self._tree.places = places

    def _tell(self, before: Snapshot) -> Iterable[str]:
        """Each open page is told where it stands; gives what that means for it."""
        now = self.snapshot
        for page in self._streams.pages():
            try:
                old = self._given_before(page, before)
                given = self._answers.given(page, now)
                change = change_between(old, given)
                state = state_of(given, now, change, old.digest if old else "")
            except Exception as problem:
                self._caller.bug(problem)
                continue
            self._streams.tell(page, Event(now.revision, STATE, packed(state)))
            yield change

    def _given_before(self, page: str, before: Snapshot) -> Given | None:
        return self._readings.lately.get(page) if before.shown is not None else None


def shop_static(snapshot: Snapshot) -> str:
    """The folder of files that are copied as they are."""
    return snapshot.shown.prepared.site.static if snapshot.shown is not None else "static"


def _places(folder: HubFolder, static: str) -> Places:
    tops = tuple(dict.fromkeys(("site.yaml", "content", static, "themes")))
    return Places(folder.root, tops, (Place(packaged_themes(), "themes"),))
