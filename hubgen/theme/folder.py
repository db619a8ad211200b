"""The folder of one theme: which files it has, and their text."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from hubgen.diagnostics import Report, Span
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.text.patterns import pattern

MANIFEST = "theme.yaml"
COPY = "put a copy of the file into the theme"
PLAIN_NAME = pattern(r"[a-z0-9][a-z0-9_-]*")


class ThemeFolder(Struct, frozen=True):
    """One theme on disk, without what it extends."""

    name: str
    root: Path
    label: str
    """How messages name the folder: `themes/commons`."""

    def files(self, below: str, report: Report) -> Iterator[str]:
        """The plain files below one of its folders, relative to the theme, sorted; links are refused."""
        top, home = self.root / below, self.root.resolve()
        is_home = top.resolve().is_relative_to(home)
        for path in sorted(top.rglob("*")) if top.is_dir() else ():
            parts = path.relative_to(top).parts
            relative = "/".join((below, *parts))
            if any(part.startswith(".") for part in parts):
                continue
            # What is no link lies where it seems to: no folder is entered through one.
            if not (path.resolve().is_relative_to(home) if path.is_symlink() else is_home):
                report.add(
                    "HG516", self.span(relative), f"'{relative}' leads out of the theme", help=COPY
                )
            elif path.is_file():
                yield relative

    def read(self, relative: str, report: Report) -> bytes | None:
        """The bytes of a file, or None when it can't be read."""
        try:
            return (self.root / relative).read_bytes()
        except OSError as problem:
            reason = problem.strerror or "unknown reason"
            message = f"'{relative}' can't be read: {reason}"
            report.add("HG516", self.span(relative), message, help="check its permissions")
            return None

    def text(self, relative: str, report: Report) -> str | None:
        """The text of a file with plain line ends, or None when it is no UTF-8."""
        data = self.read(relative, report)
        if data is None:
            return None
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as problem:
            before = data[: problem.start].decode("utf-8-sig")
            span = self.span_in(relative, f"{before}?", (len(before), len(before) + 1))
            hint = "save it with the encoding UTF-8"
            report.add("HG516", span, f"'{relative}' is not UTF-8", help=hint)
            return None

    def span(self, relative: str, line: int = 1, column: int = 1) -> Span:
        """A place in one of its files."""
        return Span(f"{self.label}/{relative}", line, column)

    def span_in(self, relative: str, text: str, part: tuple[int, int]) -> Span:
        """The part of a file's text from one offset to another, or what of it stands on its first line."""
        line = text.count("\n", 0, part[0]) + 1
        column = part[0] - text.rfind("\n", 0, part[0])
        end = column + len(text[slice(*part)].partition("\n")[0])
        return Span(f"{self.label}/{relative}", line, column, line, end)


def find_theme(name: str, folders: tuple[Path, ...]) -> ThemeFolder | None:
    """The first theme of that name; a name that isn't a plain word finds nothing."""
    if not PLAIN_NAME.fullmatch(name):
        return None
    for folder in folders:
        if (folder / name / MANIFEST).is_file():
            return ThemeFolder(name, folder / name, f"{folder.name}/{name}")
    return None


def report_unknown(name: str, folders: tuple[Path, ...], span: Span, report: Report) -> None:
    """Say that there is no such theme, and which there are."""
    known = sorted(
        {path.parent.name for folder in folders for path in folder.glob(f"*/{MANIFEST}")}
    )
    hint = did_you_mean(name, known) or f"there are: {', '.join(known) or 'none'}"
    report.add("HG501", span, f"no theme is called '{name}'", help=hint)
