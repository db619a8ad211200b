"""Figures beside peers: ratios and verdicts are computed from what was measured, and who is missing is named."""

import re

import pytest

from bench.peers.contenders import COLD, HUBGEN, PLAIN, TEXT, UNCHANGED, WITH_SEARCH
from bench.peers.figures import section
from bench.peers.rounds import Results
from bench.peers.targets import GROWTH, MEMORY, Verdict, ratio, verdicts
from bench.processes import Cost
from bench.rounds import Sample, Site


def samples(*seconds: float) -> list[Sample]:
    return [Sample(Cost(each, 2 * each, 50_000_000), 7, 7_000) for each in seconds]


@pytest.fixture
def results() -> Results:
    return Results(
        runs=3,
        versions={"Hugo": "0.1.2", "Zola": "3.4.5"},
        notes={"Zola": "an old one"},
        missing={"Eleventy": "node cannot be started: No such file or directory"},
        samples={
            1000: {
                COLD: {
                    PLAIN: samples(2.0, 1.0, 1.0),
                    HUBGEN: samples(4.0, 2.0, 3.0),
                    WITH_SEARCH: samples(5.0, 5.0, 5.0),
                    "Hugo": samples(8.0, 5.0, 2.0),
                    "Zola": samples(2.0, 2.0, 2.0),
                },
                UNCHANGED: {HUBGEN: samples(0.2, 0.2, 0.2), "Hugo": samples(2.0, 2.0, 2.0)},
                TEXT: {HUBGEN: samples(1.0), "Hugo": samples(2.0)},
            }
        },
        sites={1000: {HUBGEN: Site(1234, 1300, 5_600_000), "Hugo": Site(1230, 1240, 4_000_000)}},
        memory={1000: {HUBGEN: [190_000_000, 210_000_000, 150_000_000]}},
        load=[0.5, 1.5],
    )


def row(text: str, beginning: str) -> list[str]:
    found = next(line for line in text.splitlines() if line.startswith(f"| {beginning} "))
    return [cell.strip() for cell in found.strip("| ").split("|")]


def test_a_ratio_is_taken_round_by_round(results: Results) -> None:
    assert ratio(results, 1000, COLD, "Hugo") == [0.5, 0.4, 1.5]
    assert row(section(results, "x"), "Hugo")[:3] == ["Hugo", "1,230", "1,240"]
    cold = section(results, "x").partition(f"Build, {COLD}:")[2]
    assert row(cold, "Hugo")[1:5] == ["5.00", "2.00 - 8.00", "0.25", "0.50"]
    assert row(cold, HUBGEN)[1:5] == ["3.00", "2.00 - 4.00", "0.50", ""]
    assert row(cold, PLAIN)[3:5] == ["", "2.00"]
    assert row(cold, WITH_SEARCH)[4] == "0.60"


def test_targets_are_compared_with_what_was_measured(results: Results) -> None:
    told = {(each.target.against, each.target.situation): each for each in verdicts(results)}
    assert told["Hugo", COLD].text == "met"
    assert told["Zola", COLD].measured == 1.5
    assert told["Zola", COLD].text == "missed by 25%"
    assert told["Hugo", UNCHANGED].measured == pytest.approx(0.1)
    assert told["Hugo", TEXT].text == "missed by 67%"
    assert told["Pelican", COLD].text == "not measured"
    assert told["Eleventy", COLD].text == "not measured"
    (memory,) = (each for each in verdicts(results) if each.target is MEMORY)
    assert (memory.measured, memory.text) == (190, "met")
    assert all(each.target is not GROWTH for each in verdicts(results))


def test_a_target_stands_in_one_line_with_both_hubgens(results: Results) -> None:
    text = section(results, "x")
    told = row(text, "cold, seconds against Zola")
    assert told[1:] == ["1,000", "1.2", "0.50", "met", "1.50", "missed by 25%"]
    (line,) = (line for line in text.splitlines() if "peak memory" in line)
    assert " 200 MB |" in line
    assert " 190 MB |" in line
    assert " not measured |" in line


def test_growth_compares_the_seconds_of_one_entry(results: Results) -> None:
    results.samples[10_000] = {COLD: {HUBGEN: samples(20.0)}}
    results.samples[100_000] = {COLD: {HUBGEN: samples(230.0)}}
    (growth,) = (each for each in verdicts(results) if each.target is GROWTH)
    assert growth.measured == pytest.approx(1.15)
    del results.samples[10_000]
    (growth,) = (each for each in verdicts(results) if each.target is GROWTH)
    assert growth.text == "not measured"


def test_a_limit_itself_is_met() -> None:
    assert Verdict(MEMORY, 1000, 200, HUBGEN, 200).text == "met"
    assert Verdict(MEMORY, 1000, 200, HUBGEN, 300).text == "missed by 50%"


def test_a_size_without_targets_has_none(results: Results) -> None:
    results.samples = {100: results.samples[1000]}
    assert not list(verdicts(results))
    assert "### Targets" not in section(results, "x")


def test_the_section_names_versions_and_who_is_missing(results: Results) -> None:
    text = section(results, "./dev bench --peers")
    assert "```sh\n./dev bench --peers\n```" in text
    assert "Hugo 0.1.2, Zola 3.4.5" in text
    assert "Zola 3.4.5: an old one." in text
    assert "load average of 0.5 to 1.5" in text
    assert "**Eleventy** is missing" in text
    assert "No such file or directory" in text
    for table in re.findall(r"(?:^\|.*\|$\n?)+", text, re.MULTILINE):
        assert len({len(line) for line in table.splitlines()}) == 1
