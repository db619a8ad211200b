"""The preview's section of the performance page: what was measured, and what never came."""

from hypothesis import given
from hypothesis import strategies as st

from bench.preview_figures import Results, Sample, p95, section
from bench.soak import Held, unsteady


@given(st.lists(st.floats(0, 1), min_size=1))
def test_p95_is_above_95_of_100(values: list[float]) -> None:
    above = sum(value > p95(values) for value in values)
    assert above <= 0.05 * len(values)
    assert p95(values) in values


def test_p95_of_fifty_is_the_third_from_the_top() -> None:
    assert p95([float(number) for number in range(50)]) == 47.0


def test_what_never_came_is_said() -> None:
    results = Results(edits=2, rounds=1, hugo="")
    results.started(100, "hubgen", 0.5)
    for seconds in (0.010, 0.030):
        results.seen(100, "a text", "hubgen", Sample(seconds, 0.005))
    results.seen(100, "a text", "peer", Sample(0.2, 0.1))
    results.seen(100, "a text", "peer", None)
    results.stale.add("peer")
    text = section(results, "measure")
    (row,) = (line for line in text.splitlines() if line.startswith("| a text"))
    assert [cell.strip() for cell in row.split("|")[2:-1]] == ["20", "30", "5", "never", "", ""]
    assert "peer goes on giving" in text
    assert "hubgen 0.50 s" in text


def test_growth_is_seen() -> None:
    flat = [Held(float(n), n, n, 100 + n % 2, 9) for n in range(12)]
    assert list(unsteady(flat)) == []
    growing = [Held(float(n), n, n, 100 + 10 * n, 9 + n) for n in range(12)]
    assert [line.split(":")[0] for line in unsteady(growing)] == ["memory", "threads"]
