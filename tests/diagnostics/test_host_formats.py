"""What hosts are told of a hub: their own formats, within their limits, and nothing of the content acts in them."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.diagnostics import Diagnostic, Related, Severity, Span
from hubgen.diagnostics.rendering.findings import Findings
from hubgen.diagnostics.rendering.formats import FORMATS

SCHEMA = Path("tests/html/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")
LINE = "bio: 👩‍🎓 née pyhton"
COLUMN = LINE.index("pyhton") + 1
PLACE = Span("content/members/ada.yaml", 3, COLUMN, 3, COLUMN + 6)
HOSTILE = (
    "a\n::error file=x::b\r\n##[group]c ##vso[task.setvariable]d \x1b[31mred\x9b1m \u202eevil\u2066 \u061c"
    "[here](https://evil.test) <img src=x> @everyone #1 `code` ::stop-commands::x %0A::set-output name=a::b {0}]]>&amp; \ud800"
)
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
INJECTED = ("\x1b", "\x9b", "##[", "##vso[", *BIDI)


def problem(number: int = 1, severity: Severity = Severity.ERROR) -> Diagnostic:
    message = f"no skill is called 'pyhton{number}'"
    related = (Related(Span("content/skills.yaml", number + 1), "here"),)
    return Diagnostic("HG203", severity, PLACE, message, "did you mean 'python'?", related)


def read_line(path: str, number: int) -> str | None:
    return LINE if (path, number) == (PLACE.path, 3) else None


def findings(*found: Diagnostic, **more: Any) -> Findings:
    return Findings(found, read_line=read_line, **more)


def many() -> tuple[Diagnostic, ...]:
    """Twelve hints, then twelve warnings, then twelve errors."""
    severities = (Severity.HINT, Severity.WARNING, Severity.ERROR)
    return tuple(problem(number, each) for each in severities for number in range(12))


@cache
def sarif_judge() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))


def judged_sarif(text: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    sarif_judge().validate(document)
    return document


# ---------------------------------------------------------------- where


def test_each_host_counts_columns_in_its_own_way() -> None:
    before = LINE[: COLUMN - 1]
    points, units, octets = len(before), len(before.encode("utf-16-le")) // 2, len(before.encode())
    assert len({points, units, octets}) == 3
    found = findings(problem())
    assert f"line=3,col={units + 1},endColumn={units + 7}," in FORMATS["github"](found)
    region = judged_sarif(FORMATS["sarif"](found))["runs"][0]["results"][0]["locations"][0]
    assert region["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": points + 1,
        "endLine": 3,
        "endColumn": points + 7,
    }
    (told,) = json.loads(FORMATS["rdjson"](found))["diagnostics"]
    assert told["location"]["range"] == {
        "start": {"line": 3, "column": octets + 1},
        "end": {"line": 3, "column": octets + 7},
    }


def test_a_hub_below_the_repository_is_named_from_its_top() -> None:
    found = findings(problem(), folder="sites/our hub")
    assert "file=sites/our hub/content/members/ada.yaml," in FORMATS["github"](found)
    assert '"uri": "sites/our%20hub/content/members/ada.yaml"' in FORMATS["sarif"](found)
    assert '"path": "sites/our hub/content/members/ada.yaml"' in FORMATS["gitlab"](found)
    assert '"path": "sites/our hub/content/members/ada.yaml"' in FORMATS["rdjson"](found)


def test_over_several_lines_an_annotation_names_no_columns() -> None:
    each = Diagnostic("HG203", Severity.ERROR, Span(PLACE.path, 3, 4, 5, 2), "odd")
    assert f"::error file={PLACE.path},line=3,endLine=5,title=hubgen HG203::odd" in FORMATS[
        "github"
    ](findings(each))


def test_a_problem_keeps_its_identity_when_its_line_moves() -> None:
    here, there = problem(), problem()
    there = Diagnostic(there.code, there.severity, Span(PLACE.path, 9, 1), there.message)
    for form, key in (("gitlab", "fingerprint"), ("sarif", "hubgen/v1")):
        names = [
            re.findall(rf'"{key}": "(\w+)"', FORMATS[form](findings(each)))
            for each in (here, there)
        ]
        assert names[0] == names[1] != []
        twice = re.findall(rf'"{key}": "(\w+)"', FORMATS[form](findings(here, there)))
        assert len(set(twice)) == 2


# ---------------------------------------------------------------- how many


def test_ten_annotations_of_each_kind_and_a_word_on_the_rest() -> None:
    lines = FORMATS["github"](findings(*many())).splitlines()
    commands = [line.partition(" ")[0] for line in lines if line.startswith("::")]
    assert commands[:21] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"]
    assert [commands.count(each) for each in ("::error", "::warning", "::notice")] == [10, 10, 10]
    assert (
        "::notice title=hubgen::7 more problems: all of them are in the log of this step" in lines
    )
    log = lines[lines.index("::group::7 more problems") : lines.index("::endgroup::")]
    assert len([line for line in log if line.startswith(PLACE.path)]) == 7


def test_the_number_of_annotations_can_be_chosen() -> None:
    lines = FORMATS["github"](findings(*many(), most=2)).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 2
    assert "::group::31 more problems" in lines
    for form in ("sarif", "gitlab", "rdjson", "junit"):
        told = FORMATS[form](findings(*many(), most=2))
        assert "30 more problems" in told, form
        errors_first = told.index("pyhton0"), told.index("pyhton1")
        assert errors_first == tuple(sorted(errors_first))


def test_under_strict_warnings_are_errors() -> None:
    strict = findings(problem(severity=Severity.WARNING), fails=frozenset(Severity))
    assert FORMATS["github"](strict).startswith("::error ")
    assert '"level": "error"' in FORMATS["sarif"](strict)
    assert 'failures="1"' in FORMATS["junit"](strict)
    assert 'failures="0"' in FORMATS["junit"](findings(problem(severity=Severity.WARNING)))


def test_no_more_results_than_are_shown() -> None:
    found = tuple(problem(number) for number in range(5_003))
    run = judged_sarif(FORMATS["sarif"](findings(*found)))["runs"][0]
    assert len(run["results"]) == 5_000
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("3 more problems")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_to_say_is_a_report_too(form: str) -> None:
    told = FORMATS[form](findings())
    if form == "sarif":
        assert judged_sarif(told)["runs"][0]["results"] == []
    elif form == "junit":
        assert ET.fromstring(told).attrib["failures"] == "0"
    elif form == "github":
        assert told == ""
    else:
        json.loads(told)


# ---------------------------------------------------------------- what content can do


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_words_are_words(form: str) -> None:
    hostile = Diagnostic(
        "HG101",
        Severity.ERROR,
        Span(f"content/members/{HOSTILE}.yaml", 1, 2),
        HOSTILE,
        HOSTILE,
        (Related(Span(HOSTILE, 2), HOSTILE),),
    )
    told = FORMATS[form](findings(hostile, hostile))
    assert not [each for each in INJECTED if each in told]
    READERS[form](told)


@given(st.lists(st.text(max_size=40), min_size=1, max_size=25), st.integers(0, 3))
def test_whatever_words_hold_a_host_reads_as_many_problems(words: list[str], most: int) -> None:
    found = tuple(
        Diagnostic("HG101", tuple(Severity)[place % 3], Span(f"content/{each}", 1, 2), each, each)
        for place, each in enumerate(words)
    )
    for form, reader in READERS.items():
        assert reader(FORMATS[form](findings(*found, most=most))) <= len(found), form


def commands_of(told: str) -> int:
    """The annotations that a runner sees: it skips spaces before `::`, and looks for `##[` anywhere in a line."""
    assert "##[" not in told
    commands = [line.lstrip() for line in told.split("\n") if line.lstrip().startswith("::")]
    shapes = re.compile(
        r"::(error|warning|notice) file=[^:]*,line=\d+(,col=\d+)?(,endColumn=\d+)?,title=hubgen HG\d+::.*"
        r"|::notice title=hubgen::\d+ more problems?: [a-z ]+|::group::\d+ more problems?|::endgroup::"
    )
    assert [each for each in commands if not shapes.fullmatch(each)] == []
    assert not [letter for letter in told if ord(letter) < 32 and letter != "\n"]
    return sum(" file=" in each for each in commands)


def sarif_of(told: str) -> int:
    assert told.isascii()
    document = judged_sarif(told)
    texts = [each["message"]["text"] for each in document["runs"][0]["results"]]
    assert not [each for each in texts if "](" in each or re.search(r"(?<!\{)\{(\{\{)*\d", each)]
    return len(texts)


def gitlab_of(told: str) -> int:
    assert told.isascii()
    items = json.loads(told)
    assert len({each["fingerprint"] for each in items}) == len(items)
    assert not [each for each in items if set(each["description"]) & {"`", "\n", "\x1b", *BIDI}]
    return len(items)


def rdjson_of(told: str) -> int:
    assert told.isascii()
    items = json.loads(told)["diagnostics"]
    for each in items:
        assert re.fullmatch(r"`[^`\n]+`( \(and \d+ more problems\))?", each["message"])
        assert not set(each["message"]) & {"\x1b", *BIDI}
    return len(items)


def junit_of(told: str) -> int:
    cases = list(ET.fromstring(told).iter("testcase"))
    return sum(len(each) for each in cases)


def json_of(told: str) -> int:
    assert told.isascii()
    return len(json.loads(told)["diagnostics"])


READERS: dict[str, Callable[[str], int]] = {
    "json": json_of,
    "github": commands_of,
    "sarif": sarif_of,
    "gitlab": gitlab_of,
    "rdjson": rdjson_of,
    "junit": junit_of,
}
"""By format: makes sure of its shape as the host reads it, and counts problems."""
