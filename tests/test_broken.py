"""One broken hub for each code: what `hubgen check` says about it, word for word.

`tests/broken/<CODE>-<name>/` holds the hub and `expected.txt`; `pytest tests/test_broken.py --update-snapshots` writes
the latter anew, to be read before it is committed. What git can't hold or should not, `MADE` adds to a copy of the hub.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from hubgen.cli.group import hubgen
from hubgen.diagnostics.catalog import CATALOG
from hubgen.stages.parse import collection_file
from hubgen.tending.links import trip
from hubgen.tending.links.round import Watch
from hubgen.tending.links.verdicts import Fate, Verdict
from hubgen.text.yaml_reader import MANY_LIMITS
from tests.kit.themes import themes_read_once

BROKEN = Path(__file__).parent / "broken"
DOCS = Path(__file__).parent.parent / "docs" / "diagnostics.md"
FOLDERS = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())

TODAY = "2026-11-17"
FIRST_LINE = re.compile(
    r"^(?P<path>[^\s:][^:]*):(?P<line>[1-9]\d*):(?P<column>[1-9]\d*):"
    r" (?P<severity>error|warning|hint)\[(?P<code>HG\d{3})\]: \S.*$",
    re.MULTILINE,
)

Patch = pytest.MonkeyPatch
Make = Callable[[Path, Patch], None]


def _entry(hub: Path, text: str, name: str = "charles.yaml") -> None:
    place = hub / "content/members" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


def _unreadable(hub: Path, patch: Patch) -> None:
    """Root may read everything, so the system's refusal is played."""
    real = os.open

    def refuse(path: Any, *rest: Any, **more: Any) -> int:
        if str(path).endswith("charles.yaml"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)

    _entry(hub, "name: Charles Babbage\n")
    patch.setattr(os, "open", refuse)


def _link(hub: Path, _: Patch) -> None:
    (hub / "content/members/charles.yaml").symlink_to("ada.yaml")


def _pipe(hub: Path, _: Patch) -> None:
    os.mkfifo(hub / "content/members/charles.yaml")


def _large(hub: Path, _: Patch) -> None:
    _entry(hub, "name: Charles Babbage\nbio: " + "x" * 1_100_000)


def _hard_to_type(hub: Path, _: Patch) -> None:
    _entry(hub, "name: Charles Babbage\n", "charles\x1b[31m.yaml")


def _deep(hub: Path, _: Patch) -> None:
    _entry(hub, "name: Charles Babbage\n", "/".join("abcdefghijklm") + "/charles.yaml")


def _many_values(hub: Path, _: Patch) -> None:
    _entry(hub, "name: Charles Babbage\ngoals:\n" + "- x\n" * 100_000)


def _long_value(hub: Path, _: Patch) -> None:
    _entry(hub, "name: Charles Babbage\nbio: " + "x" * 500_001)


def _many_entries(_: Path, patch: Patch) -> None:
    """Fifty thousand people would be checked for half a minute, so the limit is lowered."""
    few = replace(MANY_LIMITS, entries=2)
    patch.setattr(collection_file, "MANY_LIMITS", few)


def _long_text(hub: Path, _: Patch) -> None:
    (hub / "content/pages/welcome.md").write_text("# Welcome\n" + "\nHello.\n" * 4_001, "utf-8")


def _world(fate: Fate, words: str = "", target: str = "") -> Make:
    """Every link of the hub has this fate, and nobody is asked."""

    def make(_: Path, patch: Patch) -> None:
        def follow_all(urls: Iterable[str], *_: object, watch: Watch, **__: object) -> None:
            for url in urls:
                watch(url, Verdict(fate, words, target))

        patch.setattr(trip, "follow_all", follow_all)

    return make


MADE: dict[str, Make] = {
    "HG101-unreadable-file": _unreadable,
    "HG102-link-in-hub": _link,
    "HG104-not-a-file": _pipe,
    "HG105-file-too-large": _large,
    "HG106-bad-file-name": _hard_to_type,
    "HG107-folders-too-deep": _deep,
    "HG128-too-many-values": _many_values,
    "HG129-value-too-long": _long_value,
    "HG139-too-many-entries": _many_entries,
    "HG801-dead-link": _world(Fate.DEAD, "404 Not Found"),
    "HG802-moved-link": _world(Fate.MOVED, target="https://books.example.org/walk"),
    "HG803-unreachable-link": _world(Fate.UNREACHABLE, "it took too long"),
    "HG804-unsafe-link": _world(Fate.UNTRUSTED, "certificate has expired"),
    "HG805-private-link": _world(Fate.REFUSED, "inner.example.org is 10.0.0.7, which isn't public"),
    "HG806-closed-link": _world(Fate.CLOSED, "403 Forbidden"),
    "HG903-markdown-too-long": _long_text,
}


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_broken_hub_is_explained(
    folder: str, tmp_path: Path, monkeypatch: Patch, request: pytest.FixtureRequest
) -> None:
    expected = BROKEN / folder / "expected.txt"
    command = "links" if folder.startswith("HG8") else "check"
    output, status = check_of(copy_of(folder, tmp_path, monkeypatch), command)
    found = list(FIRST_LINE.finditer(output))
    # The hub is about one mistake; its output explains one code.
    assert {each["code"] for each in found} == {folder[:5]}, output
    assert {each["severity"] for each in found} == {str(CATALOG[folder[:5]].severity)}
    assert status == (1 if CATALOG[folder[:5]].severity == "error" else 0)
    # Every problem has its place and its way out.
    assert output.count(f"[{folder[:5]}]: ") == output.count("\n   help: ") == len(found)
    if request.config.getoption("--update-snapshots"):
        expected.write_bytes(output.encode())
    assert output.encode() == expected.read_bytes()


def test_every_code_has_its_hub() -> None:
    assert sorted(f"{rule.code}-{rule.name}" for rule in CATALOG.values()) == FOLDERS
    assert MADE.keys() <= set(FOLDERS)


def test_every_code_has_its_section_in_the_docs() -> None:
    text = DOCS.read_text("utf-8")
    codes = sorted(f"{rule.code} {rule.name}" for rule in CATALOG.values())
    assert sorted(re.findall(r"^### (HG\d{3} \S+)$", text, re.MULTILINE)) == codes
    anchors = sorted(re.findall(r"^\| \[HG\d{3}\]\(#(\S+)\)", text, re.MULTILINE))
    assert anchors == [code.lower().replace(" ", "-") for code in codes]


def copy_of(folder: str, place: Path, patch: Patch) -> Path:
    """The hub without its expected output and with what git doesn't hold."""
    hub = place / "hub"
    shutil.copytree(BROKEN / folder, hub, ignore=shutil.ignore_patterns("expected.txt"))
    if make := MADE.get(folder):
        make(hub, patch)
    return hub


def check_of(hub: Path, command: str = "check") -> tuple[str, int]:
    """What `hubgen check` (or the command that asks the world) prints, and its exit code."""
    with themes_read_once():
        arguments = ["-C", str(hub), command, "--today", TODAY]
        result = CliRunner(env={"NO_COLOR": "1"}).invoke(hubgen, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.stdout, result.exit_code
