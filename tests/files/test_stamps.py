"""Skipping the reading of unchanged files: only when nothing can have changed."""

import pytest

from hubgen.files.stamps import FileStamp, FoundFile, known_stamp

SECOND = 1_000_000_000
FILE = FoundFile("content/members/ada.yaml", 100, 50 * SECOND, 51 * SECOND)
STAMP = FileStamp(100, 50 * SECOND, "d", 51 * SECOND, 60 * SECOND)


def test_an_unchanged_file_is_recognised() -> None:
    assert known_stamp(FILE, {FILE.path: STAMP}) is STAMP


@pytest.mark.parametrize(
    "found",
    [
        FoundFile(FILE.path, 101, FILE.mtime_ns, FILE.changed_ns),
        FoundFile(FILE.path, 100, FILE.mtime_ns + 1, FILE.changed_ns),
        # Two files of one size and one date, swapped: only the change time tells.
        FoundFile(FILE.path, 100, FILE.mtime_ns, FILE.changed_ns + 1),
        FoundFile("content/members/bob.yaml", 100, FILE.mtime_ns, FILE.changed_ns),
    ],
)
def test_a_changed_file_is_read_again(found: FoundFile) -> None:
    assert known_stamp(found, {FILE.path: STAMP}) is None


@pytest.mark.parametrize("taken", [0, 51 * SECOND, 53 * SECOND])
def test_a_file_that_was_young_when_it_was_read_is_not_trusted(taken: int) -> None:
    young = FileStamp(100, FILE.mtime_ns, "d", FILE.changed_ns, taken)
    assert known_stamp(FILE, {FILE.path: young}) is None
