"""Reads a built site as a browser would, and says which of its links lead nowhere."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ADDRESSES = {
    "href": {"a", "area", "link", "use", "image", "base"},
    "src": {"img", "script", "source", "iframe", "video", "audio", "track", "embed", "input"},
    "action": {"form"},
    "formaction": {"button", "input"},
    "poster": {"video"},
    "data": {"object"},
}
"""Attributes that hold one address, and the elements that they mean something on."""

META_ADDRESSES = {"og:url", "og:image", "twitter:image"}
"""Properties of `<meta>` that hold an absolute address."""

ABSOLUTE_RELATIONS = {"canonical", "alternate", "prev", "next", "me"}
"""Relations of `<link>` that other machines read: absolute addresses are in place there."""

EXTERNAL_SCHEMES = {"http", "https", "mailto"}


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a page mentions."""

    line: int
    target: str
    may_be_absolute: bool = False
    """Whether the site's own full address may stand here: metadata, not a way to walk."""


@dataclass(slots=True)
class PageReader(HTMLParser):
    """Collects a page's links and ids."""

    links: list[Link] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self, convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        absolute = tag == "link" and bool(ABSOLUTE_RELATIONS & set(values.get("rel", "").split()))
        for name, value in values.items():
            if tag in ADDRESSES.get(name.removeprefix("xlink:"), ()):
                self._add(value, may_be_absolute=absolute)
        for candidate in values.get("srcset", "").split(","):
            if candidate.strip():
                self._add(candidate.split()[0])
        if tag == "meta":
            self._read_meta(values)

    def _read_meta(self, values: Mapping[str, str]) -> None:
        content = values.get("content", "")
        if (values.get("property") or values.get("name")) in META_ADDRESSES:
            self._add(content, may_be_absolute=True)
        if values.get("http-equiv", "").lower() == "refresh":
            self._add(content.partition("=")[2].strip(" '\""))

    def _add(self, target: str, *, may_be_absolute: bool = False) -> None:
        self.links.append(Link(self.getpos()[0], target.strip(), may_be_absolute))


class Site:
    """A built site on disk, with the address that it was built for."""

    def __init__(self, folder: Path, base_url: str) -> None:
        self.base_url = base_url
        self.files = {
            path.relative_to(folder).as_posix(): path
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        self.pages = {
            name: _read(path)
            for name, path in self.files.items()
            if path.suffix in {".html", ".svg"}
        }

    def problems(self) -> Iterator[str]:
        """What is wrong, as "page:line: what"; nothing for a sound site."""
        for name, page in self.pages.items():
            twice = {one for one in page.ids if page.ids.count(one) > 1}
            yield from (f"{name}: the id '{one}' is there twice" for one in sorted(twice))
            for link in page.links:
                if problem := self._problem(name, link):
                    yield f"{name}:{link.line}: {problem}: {link.target!r}"
        for name, path in self.files.items():
            for line, target in _addresses_of_asset(path):
                if problem := self._problem(name, Link(line, target)):
                    yield f"{name}:{line}: {problem}: {target!r}"

    def _problem(self, name: str, link: Link) -> str | None:
        try:
            parts = urlsplit(link.target)
        except ValueError:
            return "no address"
        if parts.scheme == "webcal":
            # Calendars know a file that they follow by this scheme; it must be there all the same.
            file = "https" + link.target.removeprefix("webcal")
            inside = file.startswith(self.base_url)
            return self._missing("", file.removeprefix(self.base_url)) if inside else "not ours"
        if link.target.startswith(self.base_url):
            if not link.may_be_absolute:
                return "the site's own full address: breaks wherever else the site is put"
            return self._missing("", link.target.removeprefix(self.base_url))
        if parts.scheme:
            return None if parts.scheme in EXTERNAL_SCHEMES else "a scheme that pages do not use"
        if link.target.startswith("//"):
            return "no scheme"
        if link.target.startswith("/"):
            # The page for what is not there is served at any depth: only it starts at the root.
            base_path = urlsplit(self.base_url).path
            if name != "404.html" or not link.target.startswith(base_path):
                return "not relative"
            return self._missing("", link.target.removeprefix(base_path))
        return self._missing(name, link.target) if link.target else "empty"

    def _missing(self, name: str, target: str) -> str | None:
        """Why `target`, as seen from the file `name`, leads nowhere."""
        parts = urlsplit(target)
        path = unquote(parts.path)
        reached = (
            posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        )
        if reached == ".." or reached.startswith("../"):
            return "leaves the site"
        if path.endswith(("/", "/.", "/..")) or path in {".", ".."} or not reached:
            reached = posixpath.normpath(posixpath.join(reached, "index.html"))
        if reached not in self.files:
            return "no such file"
        # `#want=sql` is no place in the page but what its script reads.
        anchor = "" if "=" in parts.fragment else unquote(parts.fragment)
        page = self.pages.get(reached)
        if anchor and anchor != "top" and page and anchor not in page.ids:
            return "no such anchor"
        return None


def _read(path: Path) -> PageReader:
    reader = PageReader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return reader


ASSET_ADDRESSES = {
    ".css": re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']"""),
    ".js": re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']"""),
}
"""Where style sheets and scripts name other files, which fingerprints rename."""


def _addresses_of_asset(path: Path) -> Iterator[tuple[int, str]]:
    pattern = ASSET_ADDRESSES.get(path.suffix)
    if pattern is None:
        return
    text = path.read_text("utf-8")
    for match in pattern.finditer(text):
        target = next(group for group in match.groups() if group)
        if not target.startswith("data:image/"):
            yield text.count("\n", 0, match.start()) + 1, target
