"""Measuring beside peers: everybody in every situation, and whoever cannot run is named."""

import sys
from pathlib import Path

import pytest
import yaml

from bench.hubs import CHECKOUT, make_hub
from bench.peers.contenders import (
    COLD,
    HUBGEN,
    PLAIN,
    SITUATIONS,
    TEMPLATE,
    THEMES,
    UNCHANGED,
    WITH_SEARCH,
    Contender,
    forget,
    hubgens,
    peers,
)
from bench.peers.installing import PINS, CannotRun, Installed, find_program, reason, version_in
from bench.peers.known import PEERS
from bench.peers.peer import Peer
from bench.peers.rounds import Results, measure_round
from bench.processes import Failed
from bench.rounds import files_of
from hubgen.diagnostics import Report
from hubgen.theme import load_theme
from tests.theme.workbench import said

BUILD = "import pathlib; pathlib.Path('out').mkdir(exist_ok=True); pathlib.Path('out/a.html').write_text('page')"


def contender(name: str, folder: Path, code: str = BUILD) -> Contender:
    folder.mkdir()
    done: dict[str, list[int]] = {}
    situations = {each: done.setdefault(each, []).append for each in SITUATIONS}
    return Contender(name, folder, folder / "out", (sys.executable, "-c", code), {}, situations)


def test_everybody_is_measured_in_every_situation(tmp_path: Path) -> None:
    results, said = Results(1), list[str]()
    ours, theirs = contender(HUBGEN, tmp_path / "a"), contender("Peer", tmp_path / "b")
    measure_round([ours, theirs], (100, 1), results, said.append)
    assert list(results.samples[100]) == list(SITUATIONS)
    for by_name in results.samples[100].values():
        assert list(by_name) == [HUBGEN, "Peer"]
        assert [len(samples) for samples in by_name.values()] == [1, 1]
    assert results.samples[100][COLD]["Peer"][0].size == len("page")
    assert results.sites[100]["Peer"].pages == 1
    assert len(said) == 2 * len(SITUATIONS)


def test_who_fails_is_named_and_left_out(tmp_path: Path) -> None:
    results, said = Results(1), list[str]()
    broken = contender("Broken", tmp_path / "b", "raise SystemExit('no such library')")
    measure_round([contender(HUBGEN, tmp_path / "a"), broken], (100, 1), results, said.append)
    assert "no such library" in results.missing["Broken"]
    assert sum("is left out" in each for each in said) == 1
    assert "Broken" not in results.samples[100][COLD]
    assert HUBGEN in results.samples[100][COLD]


def test_nothing_is_measured_if_hubgen_fails(tmp_path: Path) -> None:
    broken = contender(HUBGEN, tmp_path / "a", "raise SystemExit(1)")
    with pytest.raises(Failed):
        measure_round([broken], (100, 1), Results(1), list[str]().append)


@pytest.mark.parametrize("peer", PEERS, ids=[peer.pins for peer in PEERS])
def test_pins_are_exact_and_name_no_place(peer: Peer) -> None:
    texts = {path.name: path.read_text("utf-8") for path in (PINS / peer.pins).iterdir()}
    assert not any("://" in text for text in texts.values())
    if "requirements.txt" in texts:
        assert "==" in texts["requirements.txt"]
        assert "--hash=sha256:" in texts["requirements.txt"]
    else:
        assert '"integrity": "sha512-' in texts["package-lock.json"]
        assert "^" not in texts["package.json"]


def test_a_program_is_found_below_its_place(tmp_path: Path) -> None:
    peer = PEERS[0]
    with pytest.raises(CannotRun, match="for this system"):
        find_program(peer, tmp_path)
    (pattern,) = peer.program
    path = tmp_path / pattern.replace("*", "x")
    path.parent.mkdir(parents=True)
    path.touch()
    assert find_program(peer, tmp_path) == (str(path),)


def test_a_version_is_found_in_what_programs_say() -> None:
    assert version_in("hugo v0.168.0+extended linux/amd64 BuildDate=2026") == "0.168.0"
    assert version_in("zola 0.19.2\n") == "0.19.2"
    with pytest.raises(CannotRun, match="version"):
        version_in("a generator")


def test_a_cold_build_finds_nothing_of_an_earlier_one(tmp_path: Path) -> None:
    for peer in PEERS:
        folder = tmp_path / peer.pins
        for name in (peer.out, *peer.caches):
            (folder / name).mkdir(parents=True)
            (folder / name / "old").touch()
        (folder / "content").mkdir()
        forget(peer, folder)
        forget(peer, folder)
        assert [path.name for path in folder.iterdir()] == ["content"]


def test_the_reason_is_the_line_with_the_error() -> None:
    assert (
        reason("at line 3\nError: no such library\n  at b\nNode.js v20\n")
        == "Error: no such library"
    )
    assert reason("first\nlast\n") == "last"
    assert reason("") == "nothing"


def test_everybody_has_the_same_content_in_every_situation(tmp_path: Path) -> None:
    hub = make_hub(tmp_path / "hub", 20, 1)
    ours = hubgens(hub)
    settings = {
        each.name: yaml.safe_load((each.folder / "site.yaml").read_text("utf-8")) for each in ours
    }
    assert {name: each.get("search") for name, each in settings.items()} == {
        PLAIN: "off",
        HUBGEN: "off",
        WITH_SEARCH: None,
    }
    assert [name for name, each in settings.items() if each.get("theme")] == [PLAIN]
    installed = [Installed(peer, (peer.pins,), "1.0") for peer in PEERS]
    others = peers(hub, installed)
    for contender in (*ours, *others):
        for situation in SITUATIONS:
            before = files_of(contender.folder)
            contender.situations[situation](1)
            after = files_of(contender.folder)
            changed = [path for path in after if before[path] != after[path]]
            assert before.keys() == after.keys()
            assert len(changed) == (0 if situation in {COLD, UNCHANGED} else 1), changed
            if contender.name == PLAIN and situation == TEMPLATE:
                assert changed == [contender.folder / "themes/plain/templates/base.html"]


def test_the_plain_theme_is_one_without_mistakes() -> None:
    report = Report()
    theme = load_theme("plain", (THEMES, CHECKOUT / "themes"), {}, report)
    assert said(report) == []
    assert theme is not None
