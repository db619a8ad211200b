"""The form in a browser and hubgen agree: on what is wrong with an answer, in the same words, and on every byte of the file."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from hubgen.config.collections import built_in
from hubgen.diagnostics import Report, Span
from hubgen.kinds import Reader, read_record
from hubgen.kinds.answers import Answer
from hubgen.kinds.form_rules import fields_rules, rules_of
from hubgen.kinds.new_entries import modeline, new_entry
from hubgen.kinds.questions import slug_for
from hubgen.model.document import Document
from hubgen.model.nodes import Mapping as MappingNode
from hubgen.model.nodes import Node
from hubgen.model.schema import Collection, Field
from hubgen.model.source import Source
from hubgen.stages.validate import validate
from hubgen.text.slugs import slug_problem, slugify
from tests.config.reading import sound
from tests.kit import Hub
from tests.kit.browsing import visit
from tests.kit.fields import mapping, scalar, sequence
from tests.kit.forms import form_hub
from tests.kit.modules import in_page
from tests.kit.serving import served

pytestmark = pytest.mark.browser

TABLE = Path(__file__).parent / "form-cases.yaml"
WITH_GUESSES = frozenset({"HG318", "HG326", "HG350", "HG352", "HG363"})
"""For these, hubgen has advice that takes its lists to find: `did you mean 'group'?`."""
ACCEPTED = frozenset({"HG327", "HG342", "HG343", "HG344", "HG351", "HG353", "HG364"})
"""What is read all the same and could be written better; the form doesn't mind it."""
EVENTS: tuple[dict[str, Answer], ...] = (
    {"start": "2027-03-02T18:00", "end": "2027-03-02T17:00"},
    {"start": "2027-03-02T18:00", "end": "2027-03-02T19:30", "duration": "1h30"},
    {"start": "2027-03-02T18:00", "end": "2027-03-02T19:30", "duration": "2h"},
    {"start": "2027-03-02", "end": "2027-03-03T10:00"},
    {"start": "2027-03-02", "all_day": "true"},
    {"start": "2027-03-02 18:00", "registration": {"opens": "2027-03-01", "deadline": "2027-02-01"}},
    {"start": "2027-03-02 18:00", "registration": {"deadline": "2027-03-03"}},
    {"start": "2027-03-02 18:00", "end": "2027-03-05 18:00", "registration": {"deadline": "2027-03-06"}},
    {"start": "2027-02-30 18:00", "end": "2027-03-05 18:00"},
    {"end": "2027-03-05 18:00"},
)  # fmt: skip
TITLES = ["José Ñúñez", "C++ & C#", "l’été", "مرحبا", "Straße", "a" * 100, "word " * 30, "con", "Index", "--a--", "Łódź", "@ada", "a_b", "ΑΒΓ d", "Ⅷ", "ﬁn"]  # fmt: skip
SLUGS = ["ada", "Ada", "a b", "a_b", "a--b", "-a", "a" * 81, "", " ", "con", "index", "é", "COM1", "a/b"]  # fmt: skip
SAID = {
    "is empty": "slug_empty",
    "is kept for the page of a folder": "slug_reserved",
    "is one that Windows keeps for a device": "slug_reserved",
    "has capital letters": "slug_capitals",
    "has underscores instead of hyphens": "slug_underscores",
    "has spaces instead of hyphens": "slug_spaces",
    "has a hyphen at an end or two in a row": "slug_hyphens",
}


@dataclass(frozen=True)
class Form:
    """The form's scripts in a page."""

    page: Page
    out: Path

    def ask(self, modules: tuple[str, ...], body: str, told: Any) -> Any:
        """What their functions say."""
        return in_page(self.page, self.out, modules, body, told)


@pytest.fixture(scope="module")
def hub() -> Hub:
    return form_hub()


@pytest.fixture(scope="module")
def form(browser: Browser, hub: Hub) -> Iterator[Form]:
    with served(hub.out, "/") as address, visit(browser, address, "contribute/members/") as page:
        yield Form(page, hub.out)


# ---------------------------------------------------------------- what is wrong


@dataclass(frozen=True)
class Case:
    """An answer to a field."""

    field: Field
    answer: Answer


def cases() -> Iterator[Case]:
    """The table's, each field under a name of its own."""
    # Every scalar is text, as hubgen reads it; characters that hubgen refuses in files are among the answers.
    rows = yaml.BaseLoader(TABLE.read_text("utf-8")).get_single_data()
    fields = {f"x{place}": row["field"] for place, row in enumerate(rows)}
    described = {"cases": {"title_field": "t", "fields": {"t": "text", **fields}}}
    known = sound(json.dumps({"title": "T", "collections": described})).collections["cases"].fields
    for place, row in enumerate(rows):
        for answer in row["answers"]:
            yield Case(known[f"x{place}"], tuple(answer) if isinstance(answer, list) else answer)


def node_of(answer: Any) -> Node:
    """The answer as it stands in a file that the form wrote: what is text stays text."""
    if isinstance(answer, str):
        return scalar(answer, quoted=True)
    if isinstance(answer, Mapping):
        return mapping({name: node_of(each) for name, each in answer.items()})
    return sequence(list(map(node_of, answer)))


def said_by_hubgen(fields: Mapping[str, Field], answers: Mapping[str, Answer]) -> list[list[str]]:
    """Code, message and advice for each problem with the answers."""
    report = Report()
    node = node_of(answers)
    assert isinstance(node, MappingNode)
    read_record(node, fields, Reader("x", report))
    return told([[each.code, each.message, each.help] for each in report.diagnostics])


def told(problems: list[list[str]]) -> list[list[str]]:
    """Without the field's name in front, and without what can't be compared."""
    kept = []
    for code, message, help_text in problems:
        if code not in ACCEPTED:
            bare = re.sub(r"^[\w.-]+: ", "", message)
            kept.append([code, bare, "" if code in WITH_GUESSES else help_text])
    return sorted(kept)


JUDGE = """
    const words = JSON.parse(document.querySelector(".entry-form").dataset.words);
    return given.cases.map(({fields, answers}) => form_judge.judgeAll(fields, answers, given.codes)
        .map((each) => form_problems.spoken(words, each)).map(({code, message, help}) => [code, message, help]));
"""


def test_the_form_says_of_every_answer_in_the_table_what_check_says(form: Form, hub: Hub) -> None:
    table = list(cases())
    assert len(table) > 300
    codes = json.loads((hub.out / "contribute/codes.json").read_text("utf-8"))
    asked = [
        {
            "fields": {case.field.name: rules_of(case.field)},
            "answers": {case.field.name: case.answer},
        }
        for case in table
    ]
    answers = form.ask(("form/judge", "form/problems"), JUDGE, {"cases": asked, "codes": codes})
    differing = [
        (case.field.kind, case.answer, there, here)
        for case, found in zip(table, answers, strict=True)
        if (there := told(found))
        != (here := said_by_hubgen({case.field.name: case.field}, {case.field.name: case.answer}))
    ]
    assert differing == [], "\n".join(map(str, differing))


def test_the_form_says_what_is_missing_as_check_says_it(form: Form) -> None:
    given: tuple[dict[str, Answer], ...] = ({}, {"name": " "}, {"all_day": "no"}, {"all_day": "true"}, {"member": "ada"})  # fmt: skip
    asked, expected = [], []
    for collection in built_in().values():
        for answers in given:
            kept = {name: each for name, each in answers.items() if name in collection.fields}
            asked.append({"fields": fields_rules(collection.fields), "answers": kept})
            expected.append(said_by_hubgen(collection.fields, kept))
    found = form.ask(("form/judge", "form/problems"), JUDGE, {"cases": asked, "codes": {}})
    assert [told(each) for each in found] == expected


def test_the_form_says_of_dates_together_what_check_says(form: Form) -> None:
    events = built_in()["events"]
    body = """
        const words = JSON.parse(document.querySelector(".entry-form").dataset.words);
        return given.answers.map((each) => form_whole.judgeWhole(given.fields, each, given.dated)
            .map((each) => form_problems.spoken(words, each)).map(({code, message, help}) => [code, message, help]));
    """
    dated = {
        "start": events.start_field,
        "end": events.end_field,
        "deadline": events.deadline_field,
    }
    asked = {"fields": fields_rules(events.fields), "answers": EVENTS, "dated": dated}
    found = form.ask(("form/whole", "form/problems"), body, asked)
    assert [told(each) for each in found] == [said_of_whole(events, each) for each in EVENTS]
    assert sum(map(bool, found)) >= 6


def said_of_whole(collection: Collection, answers: Mapping[str, Answer]) -> list[list[str]]:
    node = node_of(answers)
    assert isinstance(node, MappingNode)
    report = Report()
    source = Source("content/events/x.md", "events", "entry", "x", "en", "")
    validate(Document(source, "x", node, Span("x")), collection, Reader("x", report))
    found = [[each.code, each.message, each.help] for each in report.diagnostics]
    return told([each for each in found if each[0] >= "HG37"])


# ---------------------------------------------------------------- the same bytes


WRITE = "return given.map(({rules, answers, line}) => form_entry.newEntry(rules, answers, line));"
NASTY = ["yes", "1.10", "@x", "a: b", "# no", "it's", '"', "👩‍🚀", "one\ntwo", "one\n\n  two\n", "---", "- a", "null", "~", "[x", "{y", "C#", "a, b", "%", "2026-13-45", "2026-01-01", "مرحبا", "...", "<script>", "0x1F", "1_000", ".inf", "Yes", "a:", " a", "a ", "a\tb", "\u202e", "\ufdd0", "a\\b", "!x", "&x", "*x", "| x", "> x", "? x", "a #b", "\n", "", "ﬀ", "yeſ", "1:30", "=", "\x85", "\U0001ffff"]  # fmt: skip
TEXTS = st.sampled_from(NASTY) | st.text(max_size=40)
MANY = st.lists(TEXTS, max_size=6).map(tuple)
PARTS = st.dictionaries(
    st.sampled_from(["by", "rating", "text", "date", "a b", "é"]), TEXTS, max_size=4
)
FIELDS = {
    "title": Field("title", "text"),
    "day": Field("day", "date"),
    "count": Field("count", "integer"),
    "url": Field("url", "url"),
    "tags": Field("tags", "tags"),
    "days": Field("days", "list", of=Field("days", "date")),
    "goals": Field("goals", "list", of=Field("goals", "text")),
    "reviews": built_in()["resources"].fields["reviews"],
    "place": Field("place", "place"),
    "by_month": Field("by_month", "mapping", keys="month", of=Field("by_month", "integer")),
    "text": Field("text", "markdown"),
    "body": Field("body", "markdown", body=True),
}
WITH_BODY = Collection("notes", "Notes", "note", FIELDS)
ANSWERS: st.SearchStrategy[dict[str, Answer]] = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("title", "day", "count", "url", "text", "body"), TEXTS),
        **dict.fromkeys(("tags", "days", "goals"), MANY),
        "reviews": st.lists(PARTS, max_size=3).map(tuple),
        "place": PARTS,
        "by_month": PARTS,
    },
)


def written(form: Form, answers: Mapping[str, Answer], collection: Collection) -> str:
    """The file that the form writes."""
    told = {
        "rules": fields_rules(collection.fields),
        "answers": answers,
        "line": modeline(collection),
    }
    (text,) = form.ask(("form/entry",), WRITE, [told])
    return str(text)


@given(ANSWERS)
@settings(deadline=None, max_examples=150)
def test_the_form_writes_what_new_writes(form: Form, answers: dict[str, Answer]) -> None:
    assert written(form, answers, WITH_BODY) == new_entry(
        WITH_BODY, "x", answers, suggestions=False
    )


def test_the_form_writes_every_nasty_text_as_new_does(form: Form) -> None:
    long = "Paragraph.\n\n" + "word " * 990
    told, expected = [], []
    for text in (*NASTY, long):
        answers: dict[str, Answer] = {
            **dict.fromkeys(("title", "day", "text", "body"), text),
            "goals": (text, "b"),
            "reviews": ({"text": text, "rating": "5"},),
            "place": {"city": text, "address": text * 9},
        }
        told.append(
            {"rules": fields_rules(FIELDS), "answers": answers, "line": modeline(WITH_BODY)}
        )
        expected.append(new_entry(WITH_BODY, "x", answers, suggestions=False))
    assert form.ask(("form/entry",), WRITE, told) == expected


def test_the_form_names_files_as_new_does(form: Form) -> None:
    found = form.ask(("form/slug",), "return given.map(form_slug.slugify);", TITLES)
    assert found == list(map(slugify, TITLES))
    problems = form.ask(("form/slug",), "return given.map(form_slug.slugProblem);", SLUGS)
    for slug, key in zip(SLUGS, problems, strict=True):
        reason = slug_problem(slug)
        if reason is None:
            assert key is None, slug
        elif "characters long" in reason:
            assert key == "slug_long", slug
        else:
            assert key == SAID.get(reason, "slug_letters"), (slug, reason)


def test_the_form_suggests_the_names_that_new_suggests(form: Form) -> None:
    mentors, thanks = built_in()["mentors"], built_in()["thanks"]
    asked: list[tuple[Collection, dict[str, Any]]] = [
        (mentors, {"member": "members/ada", "topics": ["x"]}),
        (mentors, {"name": "José", "member": "ada"}),
        (mentors, {"name": "and/or"}),
        (mentors, {"name": "مرحبا", "topics": ["x", "y"], "contact": "z"}),
        (thanks, {"from": "grace", "to": ["ada"], "date": "2026-11-02"}),
    ]
    body = "return given.map(([answers, by, also]) => form_slug_field.slugFor(answers, by, also));"
    told = [
        (answers, [name for name in (each.title_field, each.inherits) if name], [one.name for one in each.fields.values() if one.required])
        for each, answers in asked
    ]  # fmt: skip
    plain = [
        {
            name: value if isinstance(value, str) else " ".join(value)
            for name, value in answers.items()
        }
        for _, answers in asked
    ]
    expected = [slug_for(each, values) for (each, _), values in zip(asked, plain, strict=True)]
    assert form.ask(("form/slug-field",), body, told) == expected
