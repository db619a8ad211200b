"""The outer door: each end has its exit code, and a bug is a report and no traceback."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from hubgen.cli import main
from hubgen.cli.group import hubgen
from tests.kit import Hub


def end_with(monkeypatch: pytest.MonkeyPatch, problem: BaseException) -> None:
    def fail(_: click.Context) -> None:
        raise problem

    monkeypatch.setattr(hubgen, "invoke", fail)


def test_a_bug_is_a_report_to_paste(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    end_with(monkeypatch, RuntimeError("the moon is full\nand more"))
    assert main(["build", "--out", "my site"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert "RuntimeError: the moon is full" in said.err
    place = re.search(r"(\S+hubgen-bug-\S+\.txt)", said.err)
    assert place is not None
    report = Path(place[1])
    text = report.read_text("utf-8")
    report.unlink()
    assert text.startswith("hubgen 0.1.0, Python 3")
    assert "command: hubgen build --out 'my site'\n" in text
    assert text.rstrip().endswith("RuntimeError: the moon is full\nand more")


def test_without_a_place_for_it_the_report_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    end_with(monkeypatch, RuntimeError("the moon is full"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    assert main(["build"]) == 3
    said = capsys.readouterr()
    assert "Traceback (most recent call last)" in said.err
    assert "command: hubgen build" in said.err


@pytest.mark.parametrize("problem", [KeyboardInterrupt(), click.Abort()])
def test_an_interruption_is_130(problem: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    end_with(monkeypatch, problem)
    assert main(["build"]) == 130


def test_wrong_usage_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--no-such-option"]) == 2
    assert main(["build", "-C", "/no/such/folder"]) == 2
    assert main(["check", "--today", "yesterday"]) == 2
    assert "'yesterday' is no day" in capsys.readouterr().err


def test_a_folder_that_is_no_hub_is_said_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["-C", str(tmp_path), "build"]) == 1
    assert "site.yaml:1:1: error[HG401]" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_goes_away_is_told_nothing(hub: Hub) -> None:
    hub.edit("content/members/ada.yaml", "nme: wrong\n")
    command = [sys.executable, "-m", "hubgen", "-C", str(hub.root), "check"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdout.close()
        assert ran.stderr.read() == b""
    assert ran.returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals")
def test_control_c_ends_a_real_process_in_one_line(hub: Hub) -> None:
    code = (
        "import os, signal, sys, time\n"
        "from hubgen.cli import main\n"
        "import hubgen.pipeline\n"
        # As in a terminal: what is started in the background ignores it, and so does whatever that starts.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        # On a busy machine the signal comes a moment later.
        "hubgen.pipeline.settings_of = lambda *_: os.kill(os.getpid(), signal.SIGINT) or time.sleep(60)\n"
        "sys.exit(main(['build']))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=hub.root, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 130, signal.strsignal(signal.SIGINT)
    assert ran.stderr.strip() == "hubgen: interrupted"
    assert not hub.out.exists()
