"""What a preview has freed doesn't stay with it."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

import hubgen
from hubgen.preview.heap import PAUSE, Heap

SPLINTERS = """
from pathlib import Path
from hubgen.preview.heap import PAUSE, Heap

def pages():
    return int(Path("/proc/self/statm").read_text().split()[1])

heap, at_first = Heap(), pages()
kept = [bytearray(1000) for _ in range(40_000)]
full = pages()
del kept[:30_000]
heap.give_back(0.0)
first = pages()
del kept[:9_000]
heap.give_back(PAUSE / 2)
early = pages()
heap.give_back(PAUSE)
print(at_first, full, first, early, pages())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="of the C library of GNU")
def test_free_memory_between_what_is_in_use_is_given_back_now_and_then() -> None:
    root = Path(hubgen.__file__).parents[1]
    run = [sys.executable, "-c", SPLINTERS]
    told = subprocess.run(run, cwd=root, check=True, capture_output=True, text=True).stdout
    at_first, full, first, early, last = map(int, told.split())
    assert full - first > 0.5 * (full - at_first)
    assert early == pytest.approx(first, abs=10)
    assert first - last > 0.5 * (first - at_first)


def test_where_the_library_has_no_such_thing_nothing_happens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("ctypes.CDLL", lambda _: pytest.fail("it was asked"))
    Heap().give_back(PAUSE)
