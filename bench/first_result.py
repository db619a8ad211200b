"""Measures what a browser loads until search shows its first result: `python -m bench.first_result _site "a query"`."""

import argparse
import gzip
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from math import inf
from pathlib import Path
from threading import Thread
from time import time
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

LEVEL: Final = 6
"""Of gzip: what hosts usually take."""
WATCH: Final = """
addEventListener("input", () => { window.typed = Date.now(); });
new MutationObserver((_, watch) => {
  if (!document.querySelector(".found")) return;
  window.found = Date.now();
  watch.disconnect();
}).observe(document.querySelector(".search-results"), { childList: true });
"""
"""Keeps the moments of the question and of the first result."""
OF_SEARCH: Final = (
    *("search/", "assets/js/search/", "assets/js/vendor/"),
    *("assets/js/cards", "assets/js/finder-data"),
)
"""What search needs; its page, which stands there already, counts too."""
PATIENCE: Final = 2000
"""Milliseconds after which everything has come that comes by itself."""


@dataclass
class Host:
    """A site on this machine, and what was asked of it when."""

    site: Path
    asked: list[tuple[float, str]] = field(default_factory=list)
    """Milliseconds since 1970, and the path."""

    def kilobytes(self, until: float = inf) -> float:
        """What of search was asked for before that moment, as hosts send it."""
        paths = {path for moment, path in self.asked if moment <= until}
        return sum(self._size(path) for path in paths if path.startswith(OF_SEARCH)) / 1000

    def _size(self, path: str) -> int:
        return len(gzip.compress((self.site / path).read_bytes(), LEVEL, mtime=0))


class _Handler(SimpleHTTPRequestHandler):
    """Serves the files, and keeps what is asked for."""

    def __init__(self, *arguments: Any, host: Host, **more: Any) -> None:
        self.host = host
        super().__init__(*arguments, directory=str(host.site), **more)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is said of it."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path.lstrip("/")
        self.host.asked.append(
            (time() * 1000, f"{path}index.html" if path[-1:] in {"", "/"} else path)
        )
        super().do_GET()


@contextmanager
def served(host: Host) -> Iterator[str]:
    """The site's address on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, host=host))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def measure(page: Page, home: str, host: Host, query: str) -> str:
    """One line about one query, typed into the search page; filters stand behind a question mark, as in its address."""
    text, _, filters = query.partition("?")
    host.asked.clear()
    page.goto(f"{home}search/?{filters}", wait_until="networkidle")
    page.evaluate(WATCH)
    page.locator(".search-page input[type=search]").fill(text)
    page.locator(".found").first.wait_for()
    page.wait_for_timeout(PATIENCE)
    typed, found = page.evaluate("[window.typed, window.found]")
    seconds, first = (found - typed) / 1000, host.kilobytes(found)
    end = host.kilobytes()
    return (
        f"{query!r}: {first:.0f} KB, {seconds:.2f} s to the first result; {end:.0f} KB in the end"
    )


def main(arguments: list[str]) -> int:
    """Measure each query in a browser that has nothing in its cache."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of a built site")
    parser.add_argument("query", nargs="+")
    asked = parser.parse_args(arguments)
    if not (asked.site / "search/index.html").exists():
        parser.error(f"{asked.site} is no built site, or one without search")
    host = Host(asked.site)
    with sync_playwright() as play, served(host) as home:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for query in asked.query:
            room = browser.new_context()
            print(measure(room.new_page(), home, host, query))
            room.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
