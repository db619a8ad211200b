"""`hubgen build --profile FILE`: in which functions of the program a build spends its time, for viewers of Python's profiles."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING

from hubgen.cli.stopping import Misuse, Stop
from hubgen.files.writing import Unwritable, temporary_path
from hubgen.incremental.inputs import INPUTS

if TYPE_CHECKING:
    from cProfile import Profile


@contextmanager
def profiling(file: Path, hub: Path, out: Path) -> Iterator[None]:
    """Keep a profile of what is done within, however it ends; raises Misuse or Stop before anything is done where it can't be kept."""
    # It takes a while to load, and hardly anybody asks for it.
    from cProfile import Profile

    aside = temporary_path(file)
    try:
        _refuse_what_is_needed(file, hub, out)
        aside.write_bytes(b"")
    except OSError as error:
        raise Stop(str(Unwritable(file, error))) from error
    profile = Profile()
    try:
        with profile:
            yield
    finally:
        _keep(profile, aside, file)


def _keep(profile: "Profile", aside: Path, file: Path) -> None:
    try:
        profile.dump_stats(aside)
        aside.replace(file)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        message = f"{Unwritable(file, error)}; the profile is lost, and nothing else"
        raise Stop(message) from error


def _refuse_what_is_needed(file: Path, hub: Path, out: Path) -> None:
    """A profile is part of neither the site nor the hub, and takes no other file's place."""
    place, root = Path(realpath(file)), Path(realpath(hub))
    if place.is_relative_to(realpath(out)):
        message = f"{file} would be published with the site; keep the profile outside {out}"
        raise Misuse(message)
    if any(place.is_relative_to(root / name) for name in (*INPUTS, ".git")):
        message = f"{file} would be one of the hub's own files; keep the profile elsewhere"
        raise Misuse(message)
    if file.exists() and not _may_be_replaced(file):
        message = f"{file} is there already, and is no profile; choose another name"
        raise Misuse(message)


def _may_be_replaced(file: Path) -> bool:
    """Whether it is a profile, or empty."""
    if not file.is_file():
        return False  # A device would be gone afterwards.
    with file.open("rb") as opened:
        begin = bytes(byte & 0x7F for byte in opened.read(2))
    # A table (of functions) whose first name is a tuple, or an empty one, as Python's marshal format writes them.
    return begin in {b"", b"{(", b"{)", b"{0"}
