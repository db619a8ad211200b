"""Work spread over processes gives what work in one process gives, and loses no failure."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubgen import parallel
from hubgen.files.refusals import Unreadable
from hubgen.files.writing import Unwritable
from hubgen.parallel import WorkerDied, spread
from hubgen.parallel.starting import can_fork, spawning


@pytest.fixture(autouse=True)
def _eager(monkeypatch: pytest.MonkeyPatch) -> None:
    # Threads of the test runner hold no lock that these workers take.
    monkeypatch.setattr(parallel, "can_fork", lambda: True)
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@pytest.mark.parametrize("count", [0, 1, 2, 31, 32, 33, 64, 65, 1000])
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(count: int, jobs: int) -> None:
    items = list(range(count))
    results = spread(square, items, jobs=jobs)
    assert [value for value, _ in results] == [number * number for number in items]
    processes = {process for _, process in results}
    assert len(processes) == min(jobs, count)
    assert (os.getpid() in processes) == (count > 0), "this process does its share"


def test_few_items_stay_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 10)
    assert {process for _, process in spread(square, range(19), jobs=2)} == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 3])
def test_everything_that_is_done_is_heard_of(jobs: int) -> None:
    heard: list[int] = []
    spread(square, range(100), jobs=jobs, done=heard.append)
    assert sum(heard) == 100


def test_workers_see_what_is_loaded_without_a_copy() -> None:
    more = 1

    def unpicklable(number: int) -> int:
        return number + more

    assert spread(unpicklable, range(10), jobs=2) == list(range(1, 11))


def test_large_results_travel() -> None:
    results = spread(lambda number: bytes([number]) * 300_000, range(40), jobs=2)
    assert [len(each) for each in results] == [300_000] * 40
    assert results[7][:1] == b"\x07"


class Awkward(Exception):
    """Can't be made again from its arguments alone."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def failing(error: BaseException) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 7:
            raise error
        return number

    return work


@pytest.mark.parametrize(
    "error, words",
    [
        (
            Unwritable(Path("a/b"), OSError(28, "full")),
            "a/b could not be written: the disk is full",
        ),
        (Unreadable("gone", "HG101", "look"), "gone"),
    ],
)
def test_a_problem_with_a_file_arrives_whole(error: Exception, words: str) -> None:
    with pytest.raises(type(error), match=words) as caught:
        spread(failing(error), range(20), jobs=2)
    assert getattr(caught.value, "code", "") == getattr(error, "code", "")


@pytest.mark.parametrize(
    "error, kind, words",
    [
        (ValueError("seven"), ValueError, "seven"),
        (Awkward("one", "two"), WorkerDied, "Awkward: one two"),
    ],
)
def test_a_mistake_of_ours_arrives_with_its_story(
    error: Exception, kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind, match=words) as caught:
        spread(failing(error), range(20), jobs=2)
    told = "\n".join([str(caught.value), *getattr(caught.value, "__notes__", [])])
    assert "in a worker process" in told
    assert "in work" in told, "the worker's traceback isn't lost"


def test_a_killed_worker_is_said_plainly_and_nothing_hangs() -> None:
    def work(number: int) -> int:
        if number == 5:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(WorkerDied, match="--jobs 1"):
        spread(work, range(50), jobs=2)


def test_no_worker_outlives_the_work() -> None:
    seen: list[Any] = []

    def work(number: int) -> int:
        if number == 0:
            raise ValueError
        time.sleep(0.01)
        return os.getpid()

    with pytest.raises(ValueError):
        seen = spread(work, range(400), jobs=2)
    assert seen == []
    assert multiprocessing.active_children() == []


def test_what_is_left_after_the_first_failure_is_not_waited_for() -> None:
    def work(number: int) -> int:
        if number == 0:
            raise ValueError
        time.sleep(60)
        return number

    with pytest.raises(ValueError):
        spread(work, range(2), jobs=2)


@pytest.fixture
def from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where no process may be copied."""
    monkeypatch.setattr(parallel, "can_fork", lambda: False)
    monkeypatch.setattr(parallel, "WORTH_A_COPY", 1)


@pytest.mark.usefixtures("from_nothing")
def test_workers_that_begin_from_nothing_give_the_same() -> None:
    results = spread(square, range(100), jobs=3)
    assert [value for value, _ in results] == [number * number for number in range(100)]
    assert len({process for _, process in results}) == 3
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("from_nothing")
def test_their_failures_arrive_too() -> None:
    with pytest.raises(ValueError, match="invalid literal") as caught:
        spread(int, ["1"] * 9 + ["nine"], jobs=2)
    assert any("in a worker process" in note for note in caught.value.__notes__)


@pytest.mark.usefixtures("from_nothing")
def test_what_they_cannot_unpack_is_told_here(capfd: pytest.CaptureFixture[str]) -> None:
    class Unpackable:
        """Work that can be packed, and never unpacked."""

        def __reduce__(self) -> tuple[Any, ...]:
            return int, ("seven",)

        def __call__(self, number: int) -> int:
            return number

    with pytest.raises(ValueError, match="seven") as caught:
        spread(Unpackable(), range(4), jobs=2)
    assert any("in a worker process" in note for note in caught.value.__notes__)
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("from_nothing")
def test_what_they_need_is_packed_once() -> None:
    packed: list[int] = []

    class Counted:
        """Work that notes when it is packed."""

        def __reduce__(self) -> tuple[Any, ...]:
            packed.append(1)
            return getattr, (abs, "__call__")

        def __call__(self, number: int) -> int:
            return abs(number)

    assert spread(Counted(), range(-9, 0), jobs=3) == list(range(9, 0, -1))
    assert packed == [1]


@pytest.mark.usefixtures("from_nothing")
def test_an_interrupt_while_they_load_is_not_theirs_to_answer() -> None:
    process, receiving = spawning(square)([1, 2])
    assert process.pid is not None
    os.kill(process.pid, signal.SIGINT)
    assert [value for value, _ in receiving.recv()] == [1, 4]
    assert receiving.recv() is None
    process.join()
    assert process.exitcode == 0


def test_few_items_are_not_worth_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "can_fork", lambda: False)
    monkeypatch.setattr(parallel, "WORTH_A_COPY", 10)
    assert {process for _, process in spread(square, range(19), jobs=2)} == {os.getpid()}


def test_another_thread_forbids_copies() -> None:
    threads_before = threading.active_count()
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    try:
        assert not can_fork()
    finally:
        waiting.set()
        thread.join()
    assert can_fork() == (sys.platform == "linux" and threads_before == 1)
