"""Who is measured: hubgen in a theme like the peers' and in its own, and each peer, all in the same situations."""

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from bench.aside import put_aside
from bench.cases import BUILD, edit_skills, edit_template, edit_text, forget_all, nothing
from bench.content import Content, Entry, content_of, whom_to_edit
from bench.hubs import Hub, change_settings, in_one_language
from bench.peers.installing import Installed
from bench.peers.peer import (
    SITES,
    Peer,
    edit_frame,
    with_a_line,
    with_a_skill,
    write_entry,
    write_site,
)
from bench.processes import apart

COLD: Final = "cold"
UNCHANGED: Final = "nothing changed"
TEXT: Final = "one text edited"
SKILLS: Final = "one skill list edited"
TEMPLATE: Final = "the base template edited"
SITUATIONS: Final = (COLD, UNCHANGED, TEXT, SKILLS, TEMPLATE)
"""In the order of a round: each finds what the one before it left."""

HUBGEN: Final = "hubgen"
PLAIN: Final = "hubgen, plain theme"
WITH_SEARCH: Final = "hubgen, with search"

THEMES: Final = SITES / "hubgen" / "themes"

SETTINGS: Final[Mapping[str, Mapping[str, str]]] = {
    PLAIN: {"theme": "plain", "search": "off"},
    HUBGEN: {"search": "off"},
    WITH_SEARCH: {},
}
"""What the hub's settings are changed to: as the peers have it, as hubgen comes along, and with an index on top."""


@dataclass(frozen=True, slots=True)
class Contender:
    """One generator with one site."""

    name: str
    folder: Path
    out: Path
    command: tuple[str, ...]
    environment: Mapping[str, str]
    situations: Mapping[str, Callable[[int], None]]
    """What brings each of them about, in a way of its own in each round."""


def hubgens(hub: Hub) -> tuple[Contender, ...]:
    """The same hub three times, with and without what peers don't have."""
    hubs: dict[str, Hub] = {}
    for name, settings in SETTINGS.items():
        hubs[name] = replace(hub, folder=hub.folder.with_name(f"hub-{len(hubs)}"))
        shutil.copytree(hub.folder, hubs[name].folder)
        shutil.copytree(THEMES, hubs[name].folder / "themes", dirs_exist_ok=True)
        if name == PLAIN:
            in_one_language(hubs[name])
        change_settings(hubs[name], settings)
    return tuple(_hubgen(name, each) for name, each in hubs.items())


def peers(hub: Hub, installed: Iterable[Installed]) -> tuple[Contender, ...]:
    """A site with the hub's content for each of them."""
    content = apart(content_of, hub.folder)
    who = whom_to_edit(content)
    contenders = []
    for each in installed:
        folder = hub.folder.with_name(each.peer.pins)
        write_site(each.peer, content, folder)
        contenders.append(_peer(each, folder, content, who))
    return tuple(contenders)


def _hubgen(name: str, hub: Hub) -> Contender:
    situations = {
        COLD: forget_all,
        UNCHANGED: nothing,
        TEXT: edit_text,
        SKILLS: edit_skills,
        TEMPLATE: edit_template,
    }
    return Contender(
        name,
        hub.folder,
        hub.out,
        hub.command(*BUILD),
        {},
        {label: partial(each, hub) for label, each in situations.items()},
    )


def _peer(
    installed: Installed, folder: Path, content: Content, who: tuple[Entry, Entry]
) -> Contender:
    peer, (writer, learner) = installed.peer, who

    def edit_text_of_writer(number: int) -> None:
        write_entry(peer, with_a_line(writer, number), folder)

    def edit_skills_of_learner(number: int) -> None:
        write_entry(peer, with_a_skill(learner, content, number), folder)

    return Contender(
        peer.name,
        folder,
        folder / peer.out,
        (*installed.program, *peer.build),
        peer.environment,
        {
            COLD: lambda _number: forget(peer, folder),
            UNCHANGED: lambda _number: None,
            TEXT: edit_text_of_writer,
            SKILLS: edit_skills_of_learner,
            TEMPLATE: partial(edit_frame, peer, folder),
        },
    )


def forget(peer: Peer, folder: Path) -> None:
    """As after a fresh clone: no output, no cache."""
    for name in (peer.out, *peer.caches):
        put_aside(folder / name)
