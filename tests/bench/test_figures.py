"""Tables of figures, and the page that keeps what others wrote."""

import re

import pytest

from bench.figures import PROSE, page, tables
from bench.processes import Cost
from bench.rounds import Results, Sample, Site


def sample(seconds: float, cpu: float = 1.0, files: int = 0) -> Sample:
    return Sample(Cost(seconds, cpu, 50_000_000), files, files * 1_000_000)


@pytest.fixture
def results() -> Results:
    return Results(
        starts={"start": [sample(0.1)]},
        builds={1000: {"cold": [sample(3.0, 5.5, 9), sample(1.0, 2.0, 7), sample(2.0, 4.0, 8)]}},
        sites={1000: Site(1234, 1300, 5_600_000)},
        memory={1000: 321_000_000},
    )


def test_a_row_has_the_median_between_the_smallest_and_the_largest(results: Results) -> None:
    (row,) = (line for line in tables(results).splitlines() if line.startswith("| cold"))
    assert re.split(r"\s*\|\s*", row.strip("| ")) == [
        "cold",
        "2.00",
        "1.00 - 3.00",
        "4.00",
        "2.00 - 5.50",
        "50",
        "8",
        "8.0",
    ]


def test_the_size_of_the_site_is_told(results: Results) -> None:
    text = tables(results)
    assert "1,234 pages; 1,300 files, 5.6 MB" in text
    assert "321 MB in all its processes" in text


def test_nothing_is_said_of_a_memory_that_is_not_known(results: Results) -> None:
    results.memory[1000] = None
    assert "all its processes" not in tables(results)


def test_columns_stand_below_each_other(results: Results) -> None:
    for table in re.findall(r"(?:^\|.*\|$\n?)+", tables(results), re.MULTILINE):
        assert len({len(line) for line in table.splitlines()}) == 1


def test_the_page_says_how_it_was_made(results: Results) -> None:
    text = page(results, "./dev bench --entries 1000", "")
    assert "```sh\n./dev bench --entries 1000\n```" in text
    assert text.startswith(f"# Performance\n\n{PROSE}\n")
    assert "hubgen 0" in text


def test_all_else_on_the_page_survives(results: Results) -> None:
    words = "## Preview\n\nA section of another program, and what was written by hand.\n"
    earlier = page(results, "x", "") + words
    assert page(results, "y", earlier) == page(results, "y", "") + words
