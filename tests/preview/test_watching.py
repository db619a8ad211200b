"""Whatever an editor, a shell or git does to files is seen, once, and nothing else is."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hubgen.preview.snapshot import Snapshot
from hubgen.preview.watching.eyes import Eyes
from hubgen.preview.watching.hints import Hints
from hubgen.preview.watching.places import Place, Places
from hubgen.preview.watching.tree import Tree
from hubgen.workshop import Workshop
from tests.kit import Hub, site
from tests.kit.previews import Preview, previewed

ADA = "content/members/ada.yaml"
HUB = f"""
-- {ADA} --
name: Ada
-- content/members/bo.yaml --
name: Bo
"""


@pytest.fixture(params=[False, True], ids=["events", "polling"])
def preview(request: pytest.FixtureRequest) -> Iterator[Preview]:
    """A small hub that is previewed, told by the system or looked at again and again."""
    with previewed(site(HUB), polls=request.param) as shown:
        yield shown


def write(path: Path, text: str) -> None:
    """As a shell does: emptied, then filled."""
    path.write_text(text, "utf-8")


def replace_by_temporary(path: Path, text: str) -> None:
    """As careful editors do: written beside it, then renamed over it."""
    beside = path.with_name(f".{path.name}.part")
    write(beside, text)
    beside.replace(path)


def replace_by_visible_temporary(path: Path, text: str) -> None:
    """As others do, with a name that looks like content."""
    beside = path.with_name("a1b2c3.tmp")
    write(beside, text)
    os.fsync(os.open(beside, os.O_RDONLY))
    beside.replace(path)


def rename_the_old_away(path: Path, text: str) -> None:
    """As vim does: the old file becomes the backup, a new one is written, the backup goes."""
    (path.parent / "4913").touch()
    (path.parent / "4913").unlink()
    backup = path.with_name(path.name + "~")
    path.rename(backup)
    write(path, text)
    backup.unlink()


def write_in_pieces(path: Path, text: str) -> None:
    """As slow programs do."""
    with path.open("w", encoding="utf-8") as file:
        for letter in text:
            file.write(letter)
            file.flush()
            time.sleep(0.002)


SAVES = (
    write,
    replace_by_temporary,
    replace_by_visible_temporary,
    rename_the_old_away,
    write_in_pieces,
)


@pytest.mark.parametrize("save", SAVES)
def test_every_way_to_save_is_seen(preview: Preview, save: Callable[[Path, str], None]) -> None:
    save(preview.hub.root / ADA, "name: Ada Lovelace\n")
    preview.wait_until("it is shown", lambda: "Ada Lovelace" in preview.text("members/ada/"))
    assert all(change.paths == (ADA,) for change in preview.caller.changes)
    assert all(change.errors == 0 for change in preview.caller.changes)


def test_a_file_that_goes_and_one_that_comes(preview: Preview) -> None:
    preview.hub.delete(ADA)
    preview.wait_until("it is gone", lambda: preview.get("members/ada/").status == 404)
    preview.hub.rename("content/members/bo.yaml", "content/members/bob.yaml")
    preview.wait_until("it is renamed", lambda: preview.get("members/bob/").status == 200)
    assert preview.get("members/bo/").status == 404
    assert preview.get("members/bob").location.endswith("/members/bob/")


def test_a_folder_that_is_moved_in_with_files_inside(preview: Preview, tmp_path: Path) -> None:
    inside = tmp_path / "cyd"
    inside.mkdir()
    write(inside / "index.yaml", "name: Cyd\n")
    shutil.move(inside, preview.hub.root / "content/members/cyd")
    preview.wait_until("it is shown", lambda: preview.get("members/cyd/").status == 200)
    write(preview.hub.root / "content/members/cyd/index.yaml", "name: Cyd Abel\n")
    preview.wait_until("it is followed", lambda: "Cyd Abel" in preview.text("members/cyd/"))
    shutil.move(preview.hub.root / "content/members/cyd", tmp_path / "back")
    preview.wait_until("it is gone", lambda: preview.get("members/cyd/").status == 404)


def test_folders_made_within_each_other_at_once(tmp_path: Path) -> None:
    hints = Hints()
    eyes = Eyes(Places(tmp_path, ("content",)), hints)
    (tmp_path / "content").mkdir()
    assert eyes.open() == ""
    try:
        for number in range(50):
            (tmp_path / f"content/{number}/a/b/c/d").mkdir(parents=True)
            time.sleep(0.002)  # The first is looked into while the next ones come.
        last = tmp_path / "content/49/a/b/c/d/ada.yaml"
        assert hinted(hints, last, lambda: write(last, "name: Ada\n"))
    finally:
        eyes.close()


def hinted(hints: Hints, path: Path, change: Callable[[], None]) -> bool:
    """Whether a change to that file is told of."""
    ends = time.monotonic() + 10
    while time.monotonic() < ends:
        change()
        if hints.wait(0.1) and str(path) in hints.gather().paths:
            return True
    return False


def test_a_content_folder_that_is_made_anew(preview: Preview) -> None:
    root = preview.hub.root
    (root / "content").rename(root / "old")
    preview.wait_until("it is missed", lambda: bool(preview.session.snapshot.diagnostics))
    (root / "old").rename(root / "content")
    preview.wait_until("it is back", lambda: not preview.session.snapshot.diagnostics)
    write(root / ADA, "name: Ada Lovelace\n")
    preview.wait_until("it is watched", lambda: "Ada Lovelace" in preview.text("members/ada/"))


def test_what_changes_nothing_is_no_change(preview: Preview) -> None:
    root = preview.hub.root
    text = preview.hub.read(ADA)
    write(root / ADA, "name: Ada Lovelace\n")
    preview.wait_until("it is shown", lambda: "Ada Lovelace" in preview.text("members/ada/"))
    write(root / ADA, text)
    preview.wait_until("it is shown", lambda: "Ada Lovelace" not in preview.text("members/ada/"))
    preview.session.settle()
    before = preview.revision
    (root / ADA).read_text("utf-8")
    os.utime(root / ADA)
    replace_by_temporary(root / ADA, text)
    for name in (
        "content/.ada.yaml.swp",
        "content/members/ada.yaml~",
        "content/members/#ada.yaml#",
    ):
        write(root / name, "name: [")
    for name in ("content/members/4913", "content/members/.#ada.yaml", "content/a.tmp", "notes.md"):
        write(root / name, "name: [")
    (root / "node_modules").mkdir()
    write(root / "node_modules/a.yaml", "name: [")
    (root / ".git").mkdir()
    write(root / ".git/index", "")
    time.sleep(1.5)
    assert preview.revision == before


def test_what_hubgen_makes_is_no_change(preview: Preview) -> None:
    before = preview.revision
    assert preview.hub.build(now_ns=time.time_ns()).published
    preview.get("members/ada/")
    time.sleep(1.5)
    assert preview.revision == before


def test_a_change_while_the_hub_is_read_is_read_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with previewed(site(HUB)) as preview:
        path = preview.hub.root / ADA
        readings = preview.session._readings
        read = readings.read
        names = iter(("Ada Two", "Ada Three", "Ada Four"))

        def meanwhile(shop: Workshop, changed: tuple[str, ...], before: Snapshot) -> Snapshot:
            result = read(shop, changed, before)
            if name := next(names, ""):
                write(path, f"name: {name}\n")
                time.sleep(0.05)
            return result

        monkeypatch.setattr(readings, "read", meanwhile)
        write(path, "name: Ada One\n")
        preview.wait_until(
            "the last one is shown", lambda: "Ada Four" in preview.text("members/ada/")
        )


def test_a_link_to_another_folder_of_the_hub(preview: Preview) -> None:
    root = preview.hub.root
    (root / "content").rename(root / "data")
    (root / "content").symlink_to("data")
    preview.wait_until("all is well", lambda: not preview.session.snapshot.diagnostics)
    write(root / "data/members/ada.yaml", "name: Ada Lovelace\n")
    preview.wait_until("it is shown", lambda: "Ada Lovelace" in preview.text("members/ada/"))
    write(root / ADA, "name: Countess\n")
    preview.wait_until("it is shown", lambda: "Countess" in preview.text("members/ada/"))


def test_static_files_and_the_settings_that_name_them(preview: Preview) -> None:
    preview.hub.edit("static/robots.txt.bak", "not this").edit("static/hello.txt", "hello")
    preview.wait_until("it is served", lambda: preview.get("hello.txt").data == b"hello")
    preview.hub.edit("files/other.txt", "other")
    preview.hub.edit("site.yaml", preview.hub.read("site.yaml") + "static: files\n")
    preview.wait_until("the other is", lambda: preview.get("other.txt").status == 200)
    assert preview.get("hello.txt").status == 404
    preview.hub.edit("files/third.txt", "third")
    preview.wait_until("the folder is watched", lambda: preview.get("third.txt").status == 200)


def test_a_page_is_never_older_than_its_file() -> None:
    """Where no event ever comes, as on some mounts."""
    with previewed(site(HUB)) as preview:
        preview.session._eyes.close()
        for number in range(5):
            write(preview.hub.root / ADA, f"name: Ada {number} Lovelace\n")
            assert f"Ada {number} Lovelace" in preview.text("members/ada/")


def test_where_the_system_can_not_watch_the_files_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.schedule", refuse)
    with previewed(site(HUB)) as preview:
        (note,) = preview.caller.notes
        assert "inotify watch limit reached" in note
        write(preview.hub.root / "content/members/cyd.yaml", "name: Cyd\n")
        preview.wait_until("it is seen", lambda: preview.get("members/cyd/").status == 200)


# ---------------------------------------------------------------- the parts


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = time.time_ns()

    def __call__(self) -> int:
        """The time."""
        return self.now


def tree_of(hub: Hub, clock: Clock) -> Tree:
    """The tree of a hub, looked at once."""
    tree = Tree(Places(hub.root, ("site.yaml", "content", "themes"), ()), clock)
    tree.look()
    return tree


def test_two_saves_in_one_tick_of_the_clock_are_two() -> None:
    hub, clock = site(HUB), Clock()
    path = hub.root / ADA
    write(path, "name: Ada 1\n")
    status = path.stat()
    tree = tree_of(hub, clock)
    for number in (2, 3):
        with path.open("r+b") as file:
            file.write(f"name: Ada {number}\n".encode())
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert tree.look([str(path)]) == (ADA,)
        assert tree.look([str(path)]) == ()


def test_a_file_of_old_is_known_by_its_stamp_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    hub, clock = site(HUB), Clock()
    clock.now += 3_600_000_000_000
    tree = tree_of(hub, clock)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    assert tree.look() == ()


def test_no_thread_is_left_when_watching_ends(tmp_path: Path) -> None:
    import threading

    before = set(threading.enumerate())
    eyes = Eyes(Places(tmp_path, ("content",), (Place(tmp_path, "x"),)), Hints())
    assert eyes.open() == ""
    assert set(threading.enumerate()) != before
    eyes.close()
    assert set(threading.enumerate()) == before
