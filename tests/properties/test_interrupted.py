"""Property 3: killed at any moment, the site holds whole old or whole new files, and the next build mends it."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from hubgen.files.writing import TEMPORARY_END, Unwritable
from hubgen.incremental.records import FileRecord
from hubgen.model.source import Source
from hubgen.stages.write import CLAIMS_NAME
from hubgen.workshop.reading import FileReader
from tests.kit import Hub, site
from tests.kit.hub import files_below
from tests.kit.process import CHECKOUT, build_in_process

UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)


def old_hub() -> Hub:
    hub = site("")
    for number in range(12):
        hub.edit(f"content/members/m{number}.yaml", f"name: Old {number}\noffers: [python]\n")
    return hub


def changed(hub: Hub) -> Hub:
    """Every page of the hub becomes another, some go and some come."""
    hub.edit("site.yaml", "title: New title\nbase_url: https://hub.example/\n")
    hub.rename("content/members/m3.yaml", "content/members/n3.yaml")
    hub.delete("content/members/m4.yaml")
    return hub.edit(
        "content/events/e.yaml", "title: E\nstart: 2027-01-01\nall_day: true\nmode: online\n"
    )


@pytest.fixture(scope="module")
def trees() -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The whole site before, and after."""
    hub = old_hub()
    return hub.build().tree(), changed(hub).build().tree()


def pages_of(tree: dict[str, bytes]) -> dict[str, bytes]:
    """Without the list of files, and without what was being written under another name."""
    return {
        path: data
        for path, data in tree.items()
        if path != CLAIMS_NAME and not path.endswith(TEMPORARY_END)
    }


def assert_whole(hub: Hub, trees: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    for path, data in pages_of(hub.site_files()).items():
        assert data in [tree.get(path) for tree in trees], path


def assert_mended(hub: Hub, tree: dict[str, bytes]) -> None:
    build = hub.build()
    assert build.published
    assert build.tree() == tree


@given(moment=st.integers(1, 90), jobs=st.sampled_from("12"))
@settings(max_examples=8, phases=UNSHRUNK)
def test_killed_before_any_change_to_the_disk(
    trees: tuple[dict[str, bytes], dict[str, bytes]], moment: int, jobs: str
) -> None:
    hub = old_hub()
    hub.build()
    changed(hub)
    outcome = build_in_process(hub, "--kill", str(moment), "--jobs", jobs)
    assert outcome.status in {0, 1, -signal.SIGKILL}
    assert_whole(hub, trees)
    assert_mended(hub, trees[1])


def test_the_first_build_killed(trees: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    for moment in ("2", "5", "20"):
        hub = old_hub()
        assert build_in_process(hub, "--kill", moment).status == -signal.SIGKILL
        assert_whole(hub, trees)
        assert_mended(hub, trees[0])


def test_killed_by_the_clock(trees: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    hub = old_hub()
    hub.build()
    changed(hub)
    command = [sys.executable, "-m", "tests.kit.driver", str(hub.root), str(hub.out)]
    build = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(CHECKOUT)})
    # The list of files is the first thing that changes.
    claims = hub.out / CLAIMS_NAME
    before = claims.read_bytes()
    while build.poll() is None and claims.read_bytes() == before:
        time.sleep(0.001)
    build.kill()
    build.wait()
    assert_whole(hub, trees)
    assert_mended(hub, trees[1])


@given(writes=st.integers(0, 30))
@settings(max_examples=12, phases=UNSHRUNK)
def test_the_disk_is_full(trees: tuple[dict[str, bytes], dict[str, bytes]], writes: int) -> None:
    hub = old_hub()
    hub.build()
    changed(hub)
    real, left = os.write, [writes]

    def write(descriptor: int, data: bytes) -> int:
        left[0] -= 1
        if left[0] < 0:
            real(descriptor, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hubgen.files.writing.os.write", write)
        said = ""
        try:
            hub.build()
        except Unwritable as problem:
            said = str(problem)
    assert not said or "the disk is full" in said
    assert_whole(hub, trees)
    assert not [path for path in hub.site_files() if path.endswith(TEMPORARY_END)]
    assert_mended(hub, trees[1])


def test_no_file_may_grow(trees: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    hub = old_hub()
    hub.build()
    changed(hub)
    limited = subprocess.run(
        [
            "/bin/sh",
            "-c",
            f'ulimit -f 4; exec "$0" -m hubgen -C "{hub.root}" build',
            sys.executable,
        ],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert limited.returncode not in {0, -signal.SIGXFSZ}
    assert "Traceback" not in limited.stderr
    assert "could not be written" in limited.stderr
    assert_whole(hub, trees)
    assert_mended(hub, trees[1])


def test_a_page_that_nobody_may_write(
    trees: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    hub = old_hub()
    hub.build()
    changed(hub)
    # Root may write everywhere, but nobody can put a file where a folder with something in it stands.
    (hub.out / "index.html").unlink()
    (hub.out / "index.html" / "theirs").mkdir(parents=True)
    with pytest.raises(Unwritable, match="in the way"):
        hub.build()
    assert_whole(hub, trees)
    hub.delete("_site/index.html")
    assert_mended(hub, trees[1])


def test_a_file_that_vanishes_while_it_is_read() -> None:
    hub = old_hub()
    path = "content/members/m3.yaml"
    real = FileReader.read

    def read(self: FileReader, source: Source) -> FileRecord:
        (hub.root / path).unlink(missing_ok=True)
        return real(self, source)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FileReader, "read", read)
        build = hub.build()
    assert not build.published
    assert [(each.code, each.span.path) for each in build.diagnostics] == [("HG101", path)]
    hub.edit(path, "name: Back\n")
    assert hub.build().published


def test_a_file_that_changes_while_it_is_read_is_read_again() -> None:
    hub = old_hub()
    path = "content/members/m3.yaml"
    first = hub.read(path)
    real = FileReader.read

    def read(self: FileReader, source: Source) -> FileRecord:
        hub.edit(path, "name: Changed meanwhile\n")
        return real(self, source)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FileReader, "read", read)
        assert "Changed meanwhile" in hub.build().text("members/")
    hub.edit(path, first)
    build = hub.build()
    assert "Changed meanwhile" not in build.text("members/")
    assert build.tree() == hub.clean_copy().build().tree()


def test_two_builds_at_once_do_not_mix(
    trees: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    hub = old_hub()
    command = [sys.executable, "-m", "tests.kit.driver", str(hub.root), str(hub.out)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    builds = [subprocess.Popen(command, env=environment) for _ in range(3)]
    assert [build.wait() for build in builds] == [0, 0, 0]
    assert files_below(hub.out) == trees[0]
