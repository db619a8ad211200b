"""What people install: the wheel alone, outside the checkout, with the packages it asks for and no others."""

import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import hubgen


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """The wheel, built from the checkout by the pinned backend without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    offline = ["--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder)]
    _run([sys.executable, "-m", "pip", "wheel", *offline, str(checkout)], folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """The `bin` folder of a clean environment that holds the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    venv.create(folder, with_pip=True, symlinks=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    # Packages come from this environment instead of a registry, each as a link: what the wheel
    # forgets to ask for is not there.
    (packages,) = folder.glob("[Ll]ib/**/site-packages")
    for name in sorted(_needed(_metadata(wheel).get_all("Requires-Dist", []))):
        for place in _places(name):
            (packages / place.name).symlink_to(place)
    offline = ["--no-index", "--no-deps", "--quiet", str(wheel)]
    _run([str(programs / "python"), "-m", "pip", "install", *offline], folder)
    return programs


def test_the_wheel_carries_what_the_program_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"hubgen/py.typed", "hubgen/_themes/commons/theme.yaml"} <= names
    assert "hubgen/collections/members.yaml" in names
    assert {name.partition("/")[0] for name in names if "dist-info" not in name} == {"hubgen"}
    assert not [name for name in names if "__pycache__" in name]


def test_the_wheel_carries_every_data_file(wheel: Path, checkout: Path) -> None:
    shipped = set(zipfile.ZipFile(wheel).namelist())
    expected = {
        f"{inside}/{path.relative_to(checkout / folder).as_posix()}"
        for folder, inside in (("hubgen", "hubgen"), ("themes", "hubgen/_themes"))
        for path in (checkout / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert expected - shipped == set()


def test_the_metadata_is_sound(wheel: Path, programs: Path, tmp_path: Path) -> None:
    _run([str(programs / "python"), "-m", "pip", "check"], tmp_path)
    version = _run([str(programs / "hubgen"), "--version"], tmp_path)
    assert hubgen.__version__ in version
    assert _metadata(wheel)["Version"] == hubgen.__version__


def test_a_new_hub_builds_outside_the_checkout(programs: Path, tmp_path: Path) -> None:
    program = str(programs / "hubgen")
    _run([program, "init", "ours"], tmp_path)
    _run([program, "build", "--strict"], tmp_path / "ours")
    home = tmp_path / "ours" / "_site" / "index.html"
    assert "</html>" in home.read_text("utf-8")


def test_nothing_is_read_from_the_checkout(programs: Path, tmp_path: Path) -> None:
    where = "import hubgen.cli, sys; print(hubgen.__file__)"
    found = Path(_run([str(programs / "python"), "-c", where], tmp_path).strip())
    assert found.is_relative_to(programs.parent)


def _metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def _needed(requirements: list[str]) -> set[str]:
    """The distributions that these lines ask for on this system, and theirs in turn."""
    needed: set[str] = set()
    asked = list(requirements)
    while asked:
        requirement = Requirement(asked.pop())
        applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        name = requirement.name.lower()
        if applies and name not in needed:
            needed.add(name)
            asked.extend(distribution(name).requires or ())
    return needed


def _places(name: str) -> Iterator[Path]:
    """The folders and files at the top of site-packages that a distribution put there."""
    found = distribution(name)
    tops = {
        file.parts[0] for file in found.files or () if file.parts[0] not in {"..", "__pycache__"}
    }
    return (Path(str(found.locate_file(top))).absolute() for top in sorted(tops))


def _run(command: list[str], folder: Path) -> str:
    run = subprocess.run(
        command,
        cwd=folder,
        env={key: value for key, value in os.environ.items() if not key.startswith("PYTHON")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, f"{' '.join(command)}\n{run.stdout}\n{run.stderr}"
    return run.stdout
