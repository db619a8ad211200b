"""Property 4: nothing is read outside the hub and the theme, nothing is written outside output and cache."""

import os
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.kit import Hub, site
from tests.kit.process import CHECKOUT, Touched, build_in_process, touched
from tests.stages.media.pictures import encoded, two_halves

SECRET = "the-secret-of-the-machine"
OWN = (
    CHECKOUT / "hubgen",
    CHECKOUT / "themes",
    CHECKOUT / "tests",
    *(Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib")),
    Path(sys.prefix),
    Path(sys.base_prefix) / "lib",
    Path("/usr/share/zoneinfo"),
)
"""Python and hubgen themselves."""
BABEL = {"babel.numbers", "babel.localedata", "babel.dates", "babel.plural"}
DEVICES = {"/dev/null", "/dev/urandom", "/dev/random"}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    """A hub that tries to reach outside in every way that content has."""
    place = tmp_path_factory.mktemp("machine")
    (place / "secret.md").write_text(f"# {SECRET}\n\n{SECRET}\n")
    (place / "secret.yaml").write_text(f"name: {SECRET}\n")
    (place / "secret.png").write_bytes(encoded(two_halves(), "PNG"))
    (place / "secret.pdf").write_bytes(b"%PDF-1.4 " + SECRET.encode())
    made = site(
        """
        -- site.yaml --
        title: A
        base_url: https://hub.example/
        languages: [en, fr]
        diagnostics: {HG101: warning, HG102: warning, HG103: warning, HG104: warning, HG105: warning,
          HG106: warning, HG152: warning, HG204: warning, HG603: warning, HG608: warning}
        -- content/members/ada/index.md --
        ---
        name: Ada
        image: {file: ada.jpg, alt: Two halves}
        offers: [python]
        ---
        Words.
        -- content/members/bob.md --
        ---
        name: Bob
        image: {file: ../../../secret.png, alt: x}
        ---
        ![x](/../secret.png) ![x](file:///etc/passwd) [x](../../../secret.pdf) [x](/etc/passwd)
        [x](..%2F..%2F..%2Fsecret.pdf) [x](content/members/%2e%2e/%2e%2e/%2e%2e/secret.pdf)
        -- static/own.txt --
        own
        -- themes/own/theme.yaml --
        name: own
        extends: commons
        """,
        {"content/members/ada/ada.jpg": encoded(two_halves())},
    )
    moved = Hub(place / "hub")
    made.root.rename(moved.root)
    content = moved.root / "content"
    (content / "members" / "link.yaml").symlink_to(place / "secret.yaml")
    (content / "members" / "deep").symlink_to(place)
    (content / "members" / "ada" / "link.png").symlink_to(place / "secret.png")
    (content / "pages").symlink_to(place)
    (moved.root / "static" / "link.md").symlink_to(place / "secret.md")
    (content / "members" / "hard.yaml").hardlink_to(place / "secret.yaml")
    (moved.root / "themes" / "own" / "templates").symlink_to(place)
    os.mkfifo(content / "members" / "pipe.yaml")
    return moved


@pytest.fixture(scope="module")
def log(hub: Hub, tmp_path_factory: pytest.TempPathFactory) -> list[Touched]:
    file = tmp_path_factory.mktemp("log") / "log"
    outcome = build_in_process(hub, "--log", str(file), "--jobs", "2")
    assert outcome.status == 0, outcome.errors
    assert outcome.published, outcome.codes
    return touched(file)


def paths(log: list[Touched], *, writing: bool) -> set[Path]:
    """Whole paths that were opened, listed, made or changed; single names are relative to an open folder of the hub."""
    events = {"open", "os.scandir", "os.listdir", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}
    events |= {"os.chmod", "os.link", "os.symlink", "os.truncate", "os.utime"}
    found: set[Path] = set()
    for each in log:
        if each.event in events and each.is_write == writing:
            found.update(Path(text) for text in (each.what, each.second) if text.startswith("/"))
    return found


def test_what_is_written_is_output_or_cache(hub: Hub, log: list[Touched]) -> None:
    written = paths(log, writing=True) - {Path(each) for each in DEVICES}
    assert any(path.is_relative_to(hub.out) for path in written), "the log sees writing"
    outside = {
        path
        for path in written
        if not path.is_relative_to(hub.out) and not path.is_relative_to(hub.cache)
    }
    # Loaded modules leave their bytecode beside them.
    assert {path for path in outside if "__pycache__" not in path.parts} == set()


def test_what_is_read_is_the_hub_or_hubgen_itself(hub: Hub, log: list[Touched]) -> None:
    read = paths(log, writing=False) - {Path(each) for each in DEVICES}
    assert any(path.is_relative_to(hub.root) for path in read), "the log sees reading"
    outside = {
        path
        for path in read
        if not any(path.is_relative_to(place) for place in (hub.root, *OWN))
        and not path.is_relative_to("/proc/self")
    }
    assert outside == set()


def test_single_names_stay_in_their_folder(log: list[Touched]) -> None:
    names = {each.what for each in log if each.event == "open" and not each.what.startswith("/")}
    assert {name for name in names if "/" in name or name == ".."} == set()


def test_no_secret_arrives_in_the_site(hub: Hub, log: list[Touched]) -> None:
    assert log
    holding = [path for path, data in hub.site_files().items() if SECRET.encode() in data]
    assert holding == []
    assert "own.txt" in hub.site_files()


def test_no_network_and_no_program_but_hubgens_own(log: list[Touched]) -> None:
    network = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.")
    # A lookup of the machine's own name or a connection would show here; workers talk through pipes.
    assert [each for each in log if each.event.startswith(network)] == []
    started = {
        each.what for each in log if each.event in {"subprocess.Popen", "os.exec", "os.system"}
    }
    assert started <= {sys.executable}, (
        "pictures are decoded by Python itself, in a process of its own"
    )


def test_nothing_of_the_hub_is_unpickled(log: list[Touched]) -> None:
    # Babel keeps its own data so, and results of our own workers come through a pipe.
    modules = {each.what for each in log if each.event.startswith("pickle.")}
    results = ("incremental.press", "incremental.manifest", "model.noting", "theme.outlines")
    assert modules <= {*BABEL, *(f"hubgen.{each}" for each in results)}
