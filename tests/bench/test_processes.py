"""The cost of a process is that of its children, too."""

import sys
from pathlib import Path

import pytest

from bench.processes import Failed, measure, tree_memory

BURN = "import time\nwhile time.process_time() < {seconds}: pass"
HOLD = "x = b'x' * {size}\nimport time; time.sleep({seconds})"
PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}], check=True)"


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_the_processor_time_of_a_child_counts() -> None:
    cost = measure(python(PARENT.format(code=BURN.format(seconds=0.3))), {})
    assert cost.cpu >= 0.3
    assert cost.seconds >= 0.3


def test_the_memory_of_the_largest_process_counts() -> None:
    # A new process counts from the memory of the one that starts it: from this one's, here.
    small = measure(python("pass"), {}).memory
    size = small + 100_000_000
    large = measure(python(PARENT.format(code=HOLD.format(size=size, seconds=0))), {}).memory
    assert size < large < size + 2 * small


def test_the_memory_of_all_processes_is_added_up() -> None:
    size = 60_000_000
    code = HOLD.format(size=size, seconds=1)
    both = python(
        f"import subprocess, sys\np = subprocess.Popen([sys.executable, '-c', {code!r}])\n{code}\np.wait()"
    )
    peak = tree_memory(both, {})
    if not Path("/proc/self/smaps_rollup").exists():
        assert peak is None
        return
    assert peak is not None
    assert 2 * size < peak < 4 * size


def test_more_environment_reaches_the_process() -> None:
    assert (
        measure(
            python("import os; assert os.environ['HUBGEN_X'] == 'y'"), {"HUBGEN_X": "y"}
        ).seconds
        > 0
    )


@pytest.mark.parametrize("run", [measure, tree_memory])
def test_what_a_failing_process_said_is_told(run: object) -> None:
    with pytest.raises(Failed, match=r"(?s)ended with 3:.*no such hub"):
        (tree_memory if run is tree_memory else measure)(
            python("print('no such hub'); raise SystemExit(3)"), {}
        )
