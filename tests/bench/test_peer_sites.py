"""The same content for every peer: each entry, each skill and each edit arrives, written as that peer reads it."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from bench.content import Content, Entry, whom_to_edit
from bench.corpus import write_hub
from bench.peers.known import PEERS
from bench.peers.peer import (
    PER_PAGE,
    SITES,
    Peer,
    edit_frame,
    with_a_line,
    with_a_skill,
    write_entry,
    write_site,
)
from bench.reading import read_content

EVERY_PEER = pytest.mark.parametrize("peer", PEERS, ids=[peer.pins for peer in PEERS])
WITH_YAML = [peer for peer in PEERS if peer.name != "Pelican"]


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("peers") / "hub"
    write_hub(folder, 40, seed=5)
    return folder


@pytest.fixture(scope="module")
def content(hub: Path) -> Content:
    return read_content(hub)


def contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def front(text: str) -> Mapping[str, object]:
    fields = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(fields, dict)
    return fields


def test_every_entry_of_the_hub_is_read(hub: Path, content: Content) -> None:
    for collection in content.collections:
        files = {path.stem for path in (hub / "content" / collection).iterdir()}
        assert {entry.slug for entry in content.of(collection)} == files
        assert files
    assert {entry.date != "" for entry in content.of("news")} == {True}
    assert len(content.skills) == 300


def test_what_an_entry_shows_is_text_with_names_and_addresses(content: Content) -> None:
    names = {entry.slug: entry.title for entry in content.of("members")}
    for entry in content.entries:
        assert entry.title
        assert "[[" not in entry.body
        links = re.findall(r"\]\((?!https?:)([^)]*)\)", entry.body)
        assert all(re.fullmatch(r"/[a-z]+/[a-z0-9-]+/", link) for link in links)
        assert all(isinstance(text, str) for text in entry.fields.values())
    assert all(entry.title == names[entry.slug] for entry in content.of("mentors"))
    assert any("](/" in entry.body for entry in content.entries)
    hosts = {name for entry in content.of("events") for name in entry.fields["hosts"].split(", ")}
    assert hosts <= set(names.values())


@EVERY_PEER
def test_each_entry_has_a_file(peer: Peer, content: Content, tmp_path: Path) -> None:
    write_site(peer, content, tmp_path)
    site = contents(tmp_path)
    for entry in content.entries:
        path, text = peer.source(entry)
        assert site[path] == text
        assert entry.body in text
        assert all(value in text.replace("\\", "") for value in entry.facts)
    assert len({peer.source(entry)[0] for entry in content.entries}) == len(content.entries)
    write_site(peer, content, tmp_path / "again")
    assert contents(tmp_path / "again") == site


@EVERY_PEER
def test_bytecode_beside_its_settings_is_no_part_of_a_site(
    peer: Peer, content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites = tmp_path / "sites"
    shutil.copytree(SITES / peer.pins, sites / peer.pins)
    compiled = sites / peer.pins / "__pycache__" / "settings.cpython-311.pyc"
    compiled.parent.mkdir(exist_ok=True)
    compiled.write_bytes(b"\xa7\r\r\n")
    monkeypatch.setattr("bench.peers.peer.SITES", sites)
    write_site(peer, content, tmp_path / "site")
    assert not list((tmp_path / "site").rglob("*.pyc"))


@pytest.mark.parametrize("peer", WITH_YAML, ids=[peer.pins for peer in WITH_YAML])
def test_front_matter_says_what_the_entry_does(peer: Peer, content: Content) -> None:
    for entry in content.entries:
        fields = front(peer.source(entry)[1])
        nested = fields.get("extra", fields)
        assert isinstance(nested, dict)
        assert fields["title"] == entry.title
        assert nested["fields"] == entry.fields
        assert tuple(nested.get("facts", ())) == entry.facts


def test_pelican_gets_a_line_for_each_thing(content: Content) -> None:
    (pelican,) = (peer for peer in PEERS if peer.name == "Pelican")
    for entry in content.entries:
        head, _, body = pelican.source(entry)[1].partition("\n\n")
        assert body == f"{entry.body}\n"
        assert all(re.match(r"[A-Z][a-z]+: \S| {4}\S", line) for line in head.splitlines())
        _, _, fields = head.partition("Fields: ")
        assert [line.strip() for line in fields.splitlines()] == [
            f"{name}: {text}" for name, text in entry.fields.items()
        ]


@EVERY_PEER
def test_every_page_has_the_frame(peer: Peer, content: Content, tmp_path: Path) -> None:
    write_site(peer, content, tmp_path)
    before = contents(tmp_path)
    assert before[peer.frame].count("</body>") == 1
    for collection in content.collections:
        named = "site.Sections" in before[peer.frame] or f"/{collection}/" in before[peer.frame]
        assert named, collection
    for number in (1, 2):
        edit_frame(peer, tmp_path, number)
        after = contents(tmp_path)
        assert [path for path in after if after[path] != before[path]] == [peer.frame]
        assert after[peer.frame].count("<p>edit") == 1
        before = after


@EVERY_PEER
def test_an_edit_changes_one_file_in_every_round(
    peer: Peer, content: Content, tmp_path: Path
) -> None:
    write_site(peer, content, tmp_path)
    first, second = whom_to_edit(content)
    before = contents(tmp_path)
    for number in (1, 2):
        edits: tuple[Entry, ...] = (
            with_a_line(first, number),
            with_a_skill(second, content, number),
        )
        for edited in edits:
            write_entry(peer, edited, tmp_path)
            after = contents(tmp_path)
            (path,) = (path for path in after if after[path] != before[path])
            assert path == peer.source(edited)[0]
            before = after


def test_a_skill_is_one_of_the_hub_that_the_entry_has_not(content: Content) -> None:
    entry = content.of("members")[0]
    edited = with_a_skill(entry, content, 1)
    *earlier, new = edited.skills
    assert tuple(earlier) == entry.skills
    assert new in content.skills
    assert new not in entry.skills
    assert edited.fields["offers"].endswith(f", {new.name}")


def test_lists_are_as_long_as_the_settings_say() -> None:
    sites = Path(__file__).parents[2] / "bench" / "peers" / "sites"
    for name in ("hugo/hugo.toml", "pelican/pelicanconf.py", "mkdocs/theme/list.html"):
        assert re.search(rf"\b{PER_PAGE}\b", (sites / name).read_text("utf-8")), name
