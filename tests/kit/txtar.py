"""Many files in one string: each begins with a line `-- path --`."""

import re

MARKER = re.compile(r"([ \t]*)-- (\S.*?) --[ \t]*")


def split_files(text: str) -> dict[str, str]:
    """The files by path; a path that comes twice, or words before the first file, are mistakes of the test.

    Lines stand as far to the left as the marker above them does.
    """
    files: dict[str, list[str]] = {}
    path = indent = ""
    for line in text.splitlines(keepends=True):
        marker = MARKER.fullmatch(line.rstrip("\n"))
        if marker:
            indent, path = marker.groups()
            assert path not in files, f"{path} is there twice"
            files[path] = []
        elif path:
            files[path].append(line.removeprefix(indent) if line.strip() else "\n")
        else:
            assert not line.strip(), f"words before the first file: {line!r}"
    return {
        name: "".join(lines).rstrip("\n") + "\n" if lines else "" for name, lines in files.items()
    }
