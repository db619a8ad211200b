"""Scripts that load each other: the addresses in them lead to fingerprinted files, as those in stylesheets do."""

import re
from collections.abc import Callable, Mapping
from posixpath import dirname, join, normpath, relpath

from hubgen.diagnostics import Report, Span
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.text.patterns import pattern
from hubgen.theme.folder import ThemeFolder

ADDRESS = pattern(
    r"""(?P<lead>\bfrom\s*|\bimport\s*\(?\s*|\bnew\s+URL\(\s*)(?P<quote>["'])(?P<target>\.{1,2}/[^"'\n]+)(?P=quote)"""
)
"""`from "./x.js"`, `import "./x.js"`, `import("./x.js")`, and `new URL("./x.js", import.meta.url)` for workers."""

File = tuple[ThemeFolder, str]
"""A theme's folder, and the file below it."""


class Scripts:
    """The scripts of a theme with the final addresses of what they load."""

    def __init__(
        self, files: Mapping[str, File], finish: Callable[[str, bytes], str], report: Report
    ) -> None:
        """Read nothing yet; `finish` takes a file's name and final bytes and gives its address in the site."""
        self._files = files
        self._finish = finish
        self._report = report
        self._urls: dict[str, str] = {}
        self._waiting: list[str] = []

    def add(self, name: str) -> str | None:
        """The address of the file of that name, after those that it loads; None when it can't be read."""
        if name not in self._urls:
            data = self._data(name)
            if data is None:
                return None
            self._urls[name] = self._finish(name, data)
        return self._urls[name]

    def _data(self, name: str) -> bytes | None:
        folder, relative = self._files[name]
        if not name.endswith(".js"):
            return folder.read(relative, self._report)
        text = folder.text(relative, self._report)
        if text is None:
            return None
        self._waiting.append(name)
        rewritten = ADDRESS.sub(lambda match: self._rewritten(match, name, text), text)
        self._waiting.pop()
        return rewritten.encode()

    def _rewritten(self, match: re.Match[str], name: str, text: str) -> str:
        target = normpath(join(dirname(name), match["target"]))
        if target not in self._files:
            hint = did_you_mean(target, self._files) or f"add assets/{target}"
            message = f"there is no '{match['target']}'"
            self._report.add("HG513", self._place(match, name, text), message, help=hint)
            return match[0]
        if target in self._waiting:
            way = " -> ".join([*self._waiting[self._waiting.index(target) :], target])
            hint = "move what both need into a script of its own"
            message = f"scripts load each other in a circle: {way}"
            self._report.add("HG517", self._place(match, name, text), message, help=hint)
            return match[0]
        url = self.add(target)
        if url is None:
            return match[0]
        here = dirname(f"assets/{name}")
        address = relpath(url, here)
        address = address if address.startswith(".") else f"./{address}"
        return f"{match['lead']}{match['quote']}{address}{match['quote']}"

    def _place(self, match: re.Match[str], name: str, text: str) -> Span:
        folder, relative = self._files[name]
        return folder.span_in(relative, text, match.span("target"))
