"""`hubgen serve` as people start it: its lines, its port, its end; and how a site stands under a path of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect

from tests.kit import Hub, site
from tests.kit.following import is_the_same
from tests.kit.previews import PATIENCE, previewed

HUB = """
-- content/members/ada.yaml --
name: Ada
-- content/events/old.yaml --
title: Old times
start: 2026-12-01 18:00
timezone: Europe/Paris
mode: hybrid
"""


@dataclass
class Run:
    """A running `hubgen serve`, and what it has said so far."""

    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    def wait_for(self, pattern: str) -> str:
        """The first line that fits, once it is there."""
        end = time.monotonic() + 2 * PATIENCE
        while time.monotonic() < end:
            for line in tuple(self.lines):
                if re.search(pattern, line):
                    return line
            time.sleep(0.02)
        pytest.fail(f"nothing like {pattern} among {self.lines}")

    def end(self, how: int = signal.SIGINT) -> int:
        """Ask it to end; gives the exit code."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


@contextmanager
def serving(hub: Hub, *options: str) -> Iterator[Run]:
    """`hubgen serve` in a process of its own."""
    command = [sys.executable, "-m", "hubgen", "-C", str(hub.root), "serve", *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ}
    )
    run = Run(process)

    def listen() -> None:
        for line in process.stdout or ():
            run.lines.append(line.rstrip())

    listener = Thread(target=listen)
    listener.start()
    try:
        yield run
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        listener.join()
        if process.stdout is not None:
            process.stdout.close()


def free_port() -> int:
    """A port that nobody has at this moment."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_one_line_when_ready_and_one_for_each_change() -> None:
    hub = site(HUB)
    with serving(hub, "--port", str(port := free_port())) as run:
        assert run.wait_for("http") == f"http://127.0.0.1:{port}/  (Ctrl C ends)"
        hub.edit("content/members/ada.yaml", "name: Ada Lovelace\n")
        line = run.wait_for("ada")
        assert re.fullmatch(r"\d\d:\d\d:\d\d  content/members/ada\.yaml  \d+ ms", line)
        hub.edit("content/members/ada.yaml", "name: [Ada\n")
        assert "1 error" in run.wait_for(r"ada\.yaml  1 error")
        hub.edit("content/members/ada.yaml", "name: Ada\n")
        hub.edit("site.yaml", "title: Test hub\nbase_url: https://hub.example/elsewhere/\n")
        assert "start the preview again" in run.wait_for("base_url has changed")
        assert run.end() == 0
        assert len(run.lines) < 9
    assert not hub.out.exists()
    # What was read is remembered for the next start.
    assert (hub.cache / "entries.cache").exists()


def test_it_ends_politely_when_it_is_told_to() -> None:
    with serving(site(HUB), "--port", "0") as run:
        run.wait_for("http")
        assert run.end(signal.SIGTERM) == 0


def test_a_port_that_is_taken_is_said() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with serving(site(HUB), "--port", str(port)) as run:
            assert run.wait_for("in use").startswith(f"hubgen: Port {port} is in use")
            assert run.process.wait(PATIENCE) == 2


def test_drafts_and_the_day_are_as_asked() -> None:
    hub = site(HUB).edit("content/members/bo.yaml", "name: Bo\ndraft: true\n")
    with serving(hub, "--port", "0", "--drafts", "--today", "2026-11-20") as run:
        address = run.wait_for("http").split()[0]
        with urllib.request.urlopen(f"{address}members/bo/", timeout=PATIENCE) as answer:
            assert answer.status == 200


def test_a_hub_with_errors_says_where_they_are() -> None:
    hub = site(HUB).edit("content/members/ada.yaml", "name: [Ada\n")
    with serving(hub, "--port", "0") as run:
        line = run.wait_for("http")
        assert "1 error, see http://" in line
        assert line.endswith("/__hubgen/problems")


def test_the_path_of_the_base_url_is_respected() -> None:
    hub = site(HUB).edit("site.yaml", "title: Test hub\nbase_url: https://hub.example/my-hub/\n")
    with previewed(hub, base_path="/my-hub/") as preview:
        assert preview.url.endswith("/my-hub/")
        page = preview.get("members/ada/")
        assert page.status == 200
        assert b'src="/my-hub/__hubgen/preview.js"' in page.raw
        assert preview.get("__hubgen/preview.js").type.startswith("text/javascript")
        assert preview.get("members/ada").location == "/my-hub/members/ada/"
        assert preview.get("nowhere/").status == 404


def test_the_bytes_are_those_of_a_build() -> None:
    hub = site(HUB)
    tree = hub.clean_copy().build(cache=False).tree()
    with previewed(hub) as preview:
        for path, data in tree.items():
            if path != ".hubgen-files.json":
                assert preview.get(path.removesuffix("index.html")).data == data, path


@pytest.mark.browser
def test_a_tab_finds_its_way_back_to_a_new_run(browser: Browser) -> None:
    hub = site(HUB)
    port = str(free_port())
    page = browser.new_page()
    try:
        with serving(hub, "--port", port) as run:
            run.wait_for("http")
            page.goto(f"http://127.0.0.1:{port}/members/ada/")
            expect(page.locator("hubgen-preview .chip[data-state]")).to_be_visible()
            page.evaluate("window.isTheSame = true")
            assert run.end() == 0
        expect(page.locator("hubgen-preview").get_by_text("has stopped")).to_be_visible()
        hub.edit("content/members/ada.yaml", "name: Ada Lovelace\n")
        with serving(hub, "--port", port) as run:
            run.wait_for("http")
            expect(page.get_by_role("heading", name="Ada Lovelace")).to_be_visible()
            assert is_the_same(page)
            expect(page.locator("hubgen-preview").get_by_text("has stopped")).to_be_hidden()
    finally:
        page.close()
