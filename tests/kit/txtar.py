"""Many files in one string: each begins with a line `-- path --`."""

import re
from textwrap import dedent

MARKER = re.compile(r"-- (\S.*?) --[ \t]*")


def split_files(text: str) -> dict[str, str]:
    """The files by path; a path that comes twice, or words before the first file, are mistakes of the test."""
    files: dict[str, list[str]] = {}
    path = ""
    for line in dedent(text).splitlines(keepends=True):
        marker = MARKER.fullmatch(line.rstrip("\n"))
        if marker:
            path = marker[1]
            assert path not in files, f"{path} is there twice"
            files[path] = []
        elif path:
            files[path].append(line)
        else:
            assert not line.strip(), f"words before the first file: {line!r}"
    return {
        name: "".join(lines).rstrip("\n") + "\n" if lines else "" for name, lines in files.items()
    }
