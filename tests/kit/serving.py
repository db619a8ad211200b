"""Serves a built site to a browser of this machine, quietly, as a static host would: under any path, with its 404 page,
texts compressed, and with the headers that its `_headers` file asks for.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

COMPRESSED = frozenset({".html", ".css", ".js", ".json", ".xml", ".svg", ".ics", ".txt"})
"""Files that hosts send compressed."""


class _Host(SimpleHTTPRequestHandler):
    """Answers below `base` with the folder's files, and with its `404.html` for what isn't there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, base: str, **more: Any) -> None:
        self.base = base
        super().__init__(*arguments, **more)

    def translate_path(self, path: str) -> str:
        """Where the file would be; a path outside of the base leads nowhere."""
        if not path.startswith(self.base):
            return str(Path(self.directory) / "not-here")
        return super().translate_path("/" + path.removeprefix(self.base))

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The file, compressed where it is text and the browser can read that."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        knows = "gzip" in self.headers.get("Accept-Encoding", "")
        if not knows or path.suffix not in COMPRESSED or not path.is_file():
            return super().send_head()
        data = gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def end_headers(self) -> None:
        """What the site wants to be sent with this file comes last."""
        rules = Path(self.directory) / "_headers"
        text = rules.read_text("utf-8") if rules.is_file() else ""
        for name, value in headers_for(text, self.path):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The hub's own page for what is missing."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def headers_for(rules: str, path: str) -> Iterator[tuple[str, str]]:
    """What a `_headers` file says of an address on the host: every rule that fits adds its lines."""
    fits = False
    for line in rules.splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            if fits:
                yield name, value
        else:
            fits = fnmatchcase(path.partition("?")[0], line)


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[str]:
    """The address of the site on this machine, such as `http://127.0.0.1:41234/my-hub/`, while it is served."""
    handler = partial(_Host, directory=str(folder), base=base)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
