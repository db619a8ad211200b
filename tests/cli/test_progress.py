"""Whoever watches a terminal sees a bar once it takes long; nobody else sees anything."""

import threading

import pytest

from hubgen.cli import progress
from hubgen.cli.progress import Progress
from hubgen.cli.voice import Voice

WATCHED = Voice(on_terminal=True)


def work(watch: Progress) -> None:
    with watch.stage("read"):
        watch.expect(3)
        for _ in range(3):
            watch.done(1)
    with watch.stage("render"):
        watch.expect(2)
        watch.done(2)


def test_quick_work_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    watch = Progress(WATCHED)
    work(watch)
    watch.stop()
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")
    assert list(watch.times) == ["read", "render"]


def test_long_work_shows_a_bar_without_a_thread(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "TICK", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    before = set(threading.enumerate())
    watch = Progress(WATCHED)
    work(watch)
    # Others' may end meanwhile.
    assert set(threading.enumerate()) <= before
    watch.stop()
    said = capsys.readouterr()
    assert said.out == ""
    assert "3/3" in said.err
    assert "2/2" in said.err


@pytest.mark.parametrize("voice", [Voice(on_terminal=True, quiet=True), Voice()])
def test_a_log_has_no_bar(
    voice: Voice, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    work(Progress(voice))
    assert capsys.readouterr().err == ""


def test_a_log_of_long_work_has_a_line_for_each_stage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "LOG_PATIENCE", 0.0)
    work(Progress(Voice()))
    assert capsys.readouterr().err == "read ...\nrender ...\n"


def test_a_stage_that_fails_is_timed_too() -> None:
    watch = Progress(Voice())
    with pytest.raises(ValueError, match="broken"), watch.stage("read"):
        raise ValueError("broken")
    assert watch.times["read"] >= 0
