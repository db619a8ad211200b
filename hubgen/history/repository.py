"""A git repository that holds a hub: its commits, the files in them, and what changed between two."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hubgen.history.git import Git, NoHistory

LINK: Final = "120000"
SUBMODULE: Final = "160000"
MOST_FILES: Final = 500_000


@dataclass(frozen=True, slots=True)
class GitFile:
    """A file as a commit holds it."""

    name: str
    """Of its bytes: what git calls the object."""
    mode: str
    """`100644`; links and submodules are never followed."""

    @property
    def is_ordinary(self) -> bool:
        """Whether it is a file, and nothing that leads elsewhere."""
        return self.mode.startswith("100")


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one file."""

    path: str
    """Relative to the hub; of a file that was renamed, the new one."""
    before: GitFile | None
    """None: it wasn't there."""
    after_mode: str
    """Empty: it is there no longer."""
    renamed_from: str = ""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a hub's folder."""

    git: Git
    prefix: str
    """The hub's folder seen from the top, with `/` at its end; empty where it is the top."""

    @classmethod
    def around(cls, hub: Path, environment: Mapping[str, str]) -> "Repository":
        """The one that holds this folder; raises NoHistory where there is none."""
        git = Git(hub, environment)
        try:
            prefix = git.ask("rev-parse", "--show-prefix")
        except NoHistory as problem:
            reason = f"{hub} lies in no git repository that may be read, so there is nothing to compare with"
            raise NoHistory(reason) from problem
        return cls(git, os.fsdecode(prefix.rstrip(b"\n")))

    def commit(self, name: str) -> str:
        """The commit that a name means; raises NoHistory where it means none."""
        try:
            words = ("--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
            return self.git.ask("rev-parse", *words).decode().strip()
        except NoHistory as problem:
            reason = (
                f"git knows no version {name!r} here; in a job, fetch it first (fetch-depth: 0)"
            )
            raise NoHistory(reason) from problem

    def fork_of(self, base: str, head: str) -> str:
        """Where a change began: the newest commit that both have; the base itself where git sees none."""
        try:
            found = self.git.ask("merge-base", base, head).decode().split()
        except NoHistory:
            return base
        return found[0] if found else base

    def files(self, commit: str) -> dict[str, GitFile]:
        """Every file of the hub in a commit, by its path relative to the hub."""
        top = f"{commit}:{self.prefix.rstrip('/')}"
        try:
            answer = self.git.ask("ls-tree", "-r", "-z", "--full-tree", top)
        except NoHistory:
            return {}  # The hub's folder wasn't there yet.
        found: dict[str, GitFile] = {}
        for line in answer.split(b"\0")[:-1]:
            about, _, path = line.partition(b"\t")
            mode, _, name = about.decode("ascii").split()
            found[os.fsdecode(path)] = GitFile(name, mode)
            if len(found) > MOST_FILES:
                raise NoHistory(f"there are more than {MOST_FILES} files in the hub")
        return found

    def changes(self, base: str, head: str = "") -> tuple[Change, ...]:
        """What differs between two commits, or between one and the files as they lie there, by path."""
        options = ("--raw", "-z", "-M", "-l400", "--no-abbrev", "--no-ext-diff", "--no-textconv")
        wanted = (base, head) if head else (base,)
        compare = ("diff", *options, "--relative", "--end-of-options", *wanted, "--", ".")
        look = ("ls-files", "-z", "--others", "--exclude-standard", "--", ".")
        answer, *more = self.git.ask_together(compare, *(() if head else (look,)))
        found = {each.path: each for each in _changes(answer)}
        for others in more:
            for path in map(os.fsdecode, others.split(b"\0")[:-1]):
                found.setdefault(path, Change(path, None, "100644"))
        return tuple(found[path] for path in sorted(found))

    def changed_elsewhere(self, base: str, head: str) -> tuple[str, ...]:
        """The files outside the hub's folder that differ between two commits, seen from the repository's top."""
        options = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv")
        answer = self.git.ask("diff", *options, "--end-of-options", base, head)
        paths = map(os.fsdecode, answer.split(b"\0")[:-1])
        return tuple(path for path in paths if not path.startswith(self.prefix))


def _changes(answer: bytes) -> Iterator[Change]:
    """`:100644 100644 OLD NEW M`, then the path, and of a rename two paths; the old one is gone, then."""
    parts = iter(answer.split(b"\0")[:-1])
    for about in parts:
        before_mode, after_mode, name, _, status = about.decode("ascii").lstrip(":").split()
        path = os.fsdecode(next(parts))
        before = GitFile(name, before_mode) if before_mode.strip("0") else None
        if status.startswith(("R", "C")):
            new = os.fsdecode(next(parts))
            if status.startswith("R"):
                yield Change(path, before, "")
            yield Change(new, None, after_mode, renamed_from=path)
        else:
            yield Change(path, before, after_mode if after_mode.strip("0") else "")
