"""What every test has: settled chance, a quiet environment, and the example hub, built once."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from bench.corpus import write_hub
from tests.kit.browsing import chromium
from tests.kit.hub import TODAY, Hub
from tests.kit.page_types import page_types
from tests.kit.serving import served

CHECKOUT = Path(__file__).parent.parent

# What a terminal or a CI host may set must not reach hubgen, nor the processes that tests start.
for name in ("SOURCE_DATE_EPOCH", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
    os.environ.pop(name, None)

# Slow machines are no failures: nothing here is measured by the clock.
PATIENT = (HealthCheck.too_slow,)
settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=PATIENT)
settings.register_profile(
    # The same examples each time: what is red in CI is red on a laptop too.
    "ci",
    max_examples=50,
    deadline=None,
    suppress_health_check=PATIENT,
    derandomize=True,
    database=None,
)
settings.register_profile("long", max_examples=2000, deadline=None, suppress_health_check=PATIENT)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Expected outputs are written anew where a test has them in files."""
    parser.addoption(
        "--update-snapshots", action="store_true", help="write expected.txt files anew"
    )


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds hubgen's sources, themes and example hub."""
    return CHECKOUT


@pytest.fixture(scope="session")
def example_base_url() -> str:
    """The address that the example site is built for: under a sub-path, where mistakes show."""
    return "https://hub.example/my-hub/"


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory, example_base_url: str) -> Path:
    """The output folder of the example hub: built once, whichever process asks first."""
    return _built_once("example", tmp_path_factory, example_base_url, _write_example)


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory, example_base_url: str) -> Path:
    """The output folder of a hub of ten thousand entries, of which six thousand are members; built once as well."""
    return _built_once("large", tmp_path_factory, example_base_url, _write_large)


@pytest.fixture(scope="session")
def example_address(example_site: Path) -> Iterator[str]:
    """Where a browser of this machine finds the example site, under its sub-path."""
    with served(example_site, "/my-hub/") as address:
        yield address


@pytest.fixture(scope="session")
def example_types() -> dict[str, str]:
    """The address of one page of each type of the example site, below its home."""
    return page_types(Hub(CHECKOUT).prepare()[0], TODAY)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """This machine's Chromium, started once for each process of a test run; see `tests.kit.browsing`."""
    with chromium() as started:
        yield started


def _built_once(
    name: str,
    factory: pytest.TempPathFactory,
    base_url: str,
    write: Callable[[Path], None],
) -> Path:
    """The hub's output folder: whichever process of the run asks first builds it."""
    shared = _shared_by_all_processes(factory)
    folder = shared / name
    with FileLock(shared / f"{name}.lock"):
        if not folder.exists():
            write(folder)
            _build(folder, base_url)
    assert (folder / "build.ok").exists(), f"the {name} hub did not build: see the first failure"
    return folder / "_site"


def _shared_by_all_processes(factory: pytest.TempPathFactory) -> Path:
    """A folder of this run; `./dev test`, which runs pytest twice, has one for both."""
    if "BUILT_SITES" in os.environ:
        return Path(os.environ["BUILT_SITES"])
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def _write_example(folder: Path) -> None:
    # A copy, so that the checkout's own output and cache are neither used nor changed.
    folder.mkdir()
    shutil.copytree(CHECKOUT / "content", folder / "content", symlinks=True)
    shutil.copy(CHECKOUT / "site.yaml", folder)


def _write_large(folder: Path) -> None:
    write_hub(folder, 10_000)


def _build(folder: Path, base_url: str) -> None:
    command = [sys.executable, "-m", "hubgen", "-C", str(folder), "build", "--out", "_site"]
    build = subprocess.run(
        [*command, "--base-url", base_url],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1794916800"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert build.returncode == 0, f"{build.stdout}\n{build.stderr}"
    (folder / "build.ok").touch()
