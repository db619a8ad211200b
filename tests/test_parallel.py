"""Work spread over processes gives what work in one process gives, and loses no failure."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen import parallel
from hubgen.files.refusals import Unreadable
from hubgen.files.writing import Unwritable
from hubgen.parallel import WorkerDied, can_fork, spread
from hubgen.parallel.deck import BATCH, Deck
from hubgen.parallel.starting import spawning


@pytest.fixture(autouse=True)
def _eager(monkeypatch: pytest.MonkeyPatch) -> None:
    # Threads of the test runner hold no lock that these workers take.
    monkeypatch.setattr(parallel, "can_fork", lambda: True)
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def only_here(number: int) -> int:
    if multiprocessing.parent_process() is not None:
        raise ValueError("not there")
    return number


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
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(WorkerDied, match="--jobs 1"):
        spread(work, range(50), jobs=2)


def test_workers_end_when_nobody_is_left_who_would_want_their_results(tmp_path: Path) -> None:
    def work(_number: int) -> None:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(0.02)

    asking = multiprocessing.get_context("fork").Process(
        target=partial(spread, work, range(10_000), jobs=4)
    )
    asking.start()
    eventually(lambda: len(list(tmp_path.iterdir())) == 4)
    asking.kill()
    asking.join()
    eventually(lambda: not any(is_running(int(each.name)) for each in tmp_path.iterdir()))


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
        # Whose parent is gone may be waiting for somebody to ask how it ended.
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"


def eventually(true: Callable[[], bool]) -> None:
    for _ in range(400):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it never came about")


def test_whoever_is_quicker_does_more() -> None:
    here = os.getpid()

    def work(_number: int) -> int:
        time.sleep(0.02 if os.getpid() == here else 0.0005)
        return os.getpid()

    counted = Counter(spread(work, range(500), jobs=2))
    assert counted[here] < 150 < max(counted.values())


@pytest.mark.parametrize("jobs", [2, 3])
def test_kin_are_done_in_one_process(jobs: int) -> None:
    def kin(number: int) -> str | None:
        return (
            {0: "even", 1: None, 2: "even", 3: "odd"}[number % 4] if number < 300 else str(number)
        )

    results = spread(square, range(400), jobs=jobs, kin=kin)
    assert [value for value, _ in results] == [number * number for number in range(400)]
    for family in ("even", "odd"):
        processes = {results[each][1] for each in range(300) if kin(each) == family}
        assert len(processes) == 1
    assert len({process for _, process in results}) == jobs


@given(
    st.lists(st.sampled_from([None, "a", "b", "c"]), max_size=400),
    st.integers(2, 5),
    st.randoms(),
)
def test_everything_is_dealt_once_and_kin_first(
    kins: list[str | None], hands: int, chance: Random
) -> None:
    deck = Deck(kins, lambda each: each, hands)
    families = list(iter(deck.family, None)) if chance.random() < 0.5 else []
    dealt = list(iter(deck.others, None))
    families += iter(deck.family, None)
    places = [deck.order[place] for portion in (*families, *dealt) for place in portion]
    assert sorted(places) == list(range(len(kins)))
    assert [deck.items[place] for portion in families for place in portion] == [
        kins[deck.order[place]] for portion in families for place in portion
    ]
    for family in families:
        (kin,) = {deck.items[place] for place in family}
        assert kin is not None
        assert len(family) == kins.count(kin) >= BATCH
    sizes = [len(portion) for portion in dealt]
    assert sizes == sorted(sizes, reverse=True), "portions only grow smaller"
    assert not sizes or sizes[-1] == 1, "so that nobody waits long for the last"


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
    with pytest.raises(ValueError, match="not there") as caught:
        spread(only_here, range(10), jobs=2)
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
    with spawning(square, [1, 2])() as worker:
        assert worker.process.pid is not None
        os.kill(worker.process.pid, signal.SIGINT)
        worker.orders.send((0, 2))
        worker.orders.send(None)
        assert [value for value, _ in worker.results.recv()] == [1, 4]
        assert worker.results.recv() is None
        worker.process.join()
        assert worker.process.exitcode == 0


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
