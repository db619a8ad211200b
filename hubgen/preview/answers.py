"""Answers what a browser asks for: a page of the hub as it is now, or something of the preview's own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, quote

from hubgen.diagnostics.rendering.pieces import pieces
from hubgen.preview.client_files import client_files
from hubgen.preview.given import Given, digest_of_page
from hubgen.preview.http.asking import OWN_FOLDER, Answer, Asked
from hubgen.preview.problems_page import failure_page, problems_page, waiting_page
from hubgen.preview.snapshot import Snapshot
from hubgen.preview.state import state_of
from hubgen.preview.tag import tag, tagged
from hubgen.workshop.excerpts import Excerpts

HTML = "text/html"
PROBLEMS = f"{OWN_FOLDER}problems"


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that can be asked of one preview."""

    excerpts: Callable[[], Excerpts]
    """Reads lines of the hub's files as they are now."""
    token: str
    base_path: str

    def answer(self, asked: Asked, snapshot: Snapshot) -> Answer:
        """What stands at that address in this snapshot."""
        if asked.path.startswith(OWN_FOLDER):
            return self._own(asked, snapshot)
        if _lacks_slash(asked.path, snapshot):
            return self._moved(asked)
        given = self.given(asked.path, snapshot)
        if not given.is_page:
            return Answer(given.status, given.type, given.data, etag=given.digest)
        return self._page(asked.path, given, snapshot)

    def given(self, path: str, snapshot: Snapshot) -> Given:
        """What a tab that shows this path should show: a page of the hub, or one of the preview's own."""
        if path.startswith(OWN_FOLDER):
            return self._plain(problems_page(self._pieces(snapshot), self.base_path), 200)
        if snapshot.shown is None:
            words = failure_page(snapshot.failure) if snapshot.failure else waiting_page()
            return self._plain(words, 503)
        given = snapshot.shown.give(path)
        if given.is_page and not given.data:
            return self._plain(problems_page(self._pieces(snapshot), self.base_path), 500)
        return given

    def failed(self, words: str, asked: Asked, snapshot: Snapshot) -> Answer:
        """A page that says that hubgen itself failed, and that comes to life again by itself."""
        return self._page(asked.path, self._plain(failure_page(words), 500), snapshot)

    # ------------------------------------------------------------ pages

    def _page(self, path: str, given: Given, snapshot: Snapshot) -> Answer:
        added = tag(
            path,
            given.digest,
            base_path=self.base_path,
            token=self.token,
            revision=snapshot.revision,
        )
        return Answer(given.status, HTML, tagged(given.data, added))

    def _moved(self, asked: Asked) -> Answer:
        query = f"?{asked.query}" if asked.query else ""
        place = quote(self.base_path.rstrip("/") + asked.path + "/", safe="/~") + query
        return Answer(302, HTML, b"", (("Location", place),))

    @staticmethod
    def _plain(text: str, status: int) -> Given:
        data = text.encode()
        return Given(status, HTML, data, digest_of_page(data, status), is_page=True)

    # ------------------------------------------------------------ the preview's own

    def _own(self, asked: Asked, snapshot: Snapshot) -> Answer:
        name = asked.path.removeprefix(OWN_FOLDER)
        if name == "problems":
            return self._page(asked.path, self.given(asked.path, snapshot), snapshot)
        if name == "problems.json":
            return _json(self._pieces(snapshot))
        if name == "state":
            page = parse_qs(asked.query).get("page", ["/"])[0]
            return _json(state_of(self.given(page, snapshot), snapshot))
        file = client_files().get(name)
        if file is None:
            return Answer(404, "text/plain", b"There is no such file.\n")
        return Answer(200, file.type, file.data, etag=file.digest)

    def _pieces(self, snapshot: Snapshot) -> list[dict[str, object]]:
        return pieces(snapshot.problems, self.excerpts().line)


def _lacks_slash(path: str, snapshot: Snapshot) -> bool:
    """Whether nothing stands there, and a page would with a slash at the end."""
    shown = snapshot.shown
    if shown is None or path.endswith("/") or shown.file_of(path) is not None:
        return False
    return shown.is_folder(path)


def _json(value: object) -> Answer:
    return Answer(200, "application/json", json.dumps(value, ensure_ascii=True).encode())
