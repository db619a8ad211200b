"""What one has to know of a peer to measure it: how its site is written, how it is built, and where that ends up."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from typing import Final

from bench.content import Content, Entry, one_of, other_skills

SITES: Final = Path(__file__).parent / "sites"
"""Settings and templates of each peer, as they are copied."""

TITLE: Final = "The Synthetic Commons"

MENU: Final = "<!-- a link to each collection -->\n"
"""Where a frame has its menu."""
MENU_LINE: Final = '<li><a href="/{}/">{}</a></li>'

PER_PAGE: Final = 48
"""Cards on one page of a list, as in hubgen."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator beside hubgen."""

    name: str
    pins: str
    """Its folder in `pins/`, `sites/` and `.bench/`."""
    program: tuple[str, ...]
    """What starts it; names with a slash are below where it is installed, and may be patterns."""
    build: tuple[str, ...]
    """What it is told, in the folder of its site."""
    out: str
    """The folder into which it builds."""
    frame: str
    """The template that all pages have in common."""
    source: Callable[[Entry], tuple[str, str]]
    """The path and the text of an entry's file."""
    more: Callable[[Content], Iterator[tuple[str, str]]]
    """Paths and texts of all that comes with the entries."""
    caches: tuple[str, ...] = ()
    """What it keeps from one build to the next."""
    version: tuple[str, ...] = ("--version",)
    """What makes it tell its version."""
    note: str = ""
    """What one should know of this version."""
    environment: Mapping[str, str] = field(default_factory=dict)


def write_site(peer: Peer, content: Content, folder: Path) -> None:
    """The hub's content as a site of this peer."""
    links = "".join(
        f"{MENU_LINE.format(*map(escape, each))}\n" for each in content.collections.items()
    )
    for path in sorted((SITES / peer.pins).rglob("*")):
        # Whoever compiled the sources left bytecode beside the peers' settings.
        if path.is_file() and path.parent.name != "__pycache__":
            text = path.read_text("utf-8").replace(MENU, links)
            write(folder / path.relative_to(SITES / peer.pins), text)
    for name, text in peer.more(content):
        write(folder / name, text)
    for entry in content.entries:
        write_entry(peer, entry, folder)


def write_entry(peer: Peer, entry: Entry, folder: Path) -> None:
    """One entry's file."""
    path, text = peer.source(entry)
    write(folder / path, text)


def edit_frame(peer: Peer, folder: Path, number: int) -> None:
    """The frame of every page gets a line, another one in each round."""
    path = folder / peer.frame
    text = re.sub(r"<p>edit \d+</p>\n", "", path.read_text("utf-8"))
    write(path, text.replace("</body>", f"<p>edit {number}</p>\n</body>"))


def with_a_line(entry: Entry, number: int) -> Entry:
    """The entry after somebody has added a paragraph."""
    return replace(entry, body=f"{entry.body}\n\nBy now I have answered {number} letters.")


def with_a_skill(entry: Entry, content: Content, number: int) -> Entry:
    """The entry after somebody has added a skill, another one in each round."""
    new = one_of(other_skills(entry, content), number)
    label = entry.skills_field.replace("_", " ")
    fields = {**entry.fields, label: f"{entry.fields[label]}, {new.name}"}
    return replace(entry, skills=(*entry.skills, new), fields=fields)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
