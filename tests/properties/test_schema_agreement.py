"""Property 7, its second half: what `check` accepts the JSON Schema accepts, and of what it can know it refuses the same."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from hubgen.authoring.hubs import new_hub
from hubgen.config.collections import built_in
from hubgen.config.loading import read_site
from hubgen.config.settings import setting_fields
from hubgen.config.words import COLLECTION_WORDS, FIELD_WORDS
from hubgen.describing import FORMATS, Subject
from hubgen.describing.entries import translation_of
from hubgen.diagnostics import Diagnostic, Report, Severity
from hubgen.diagnostics.catalog import CATALOG
from hubgen.kinds import FIELD_KINDS, Reader, read_record
from hubgen.kinds.schema_parts import unrequired
from hubgen.kinds.sheet import Sheet
from hubgen.model.nodes import Mapping as MappingNode
from hubgen.model.nodes import Node, Scalar
from hubgen.model.schema import Field
from hubgen.text.json_values import json_value
from hubgen.text.yaml_reader import read_yaml
from hubgen.text.yaml_writer import flow_text
from tests.kit import TODAY
from tests.kit.fields import (
    FIELDS,
    NODES,
    damaged_parts,
    good_nodes,
    good_parts,
    mapping,
    scalar,
)
from tests.kit.other_readers import TAKINGS, as_text
from tests.kit.schemas import files_beside_schemas, refusals, schemas_of, validator_of
from tests.properties.told_codes import PARTLY, TOLD, UNTOLD
from tests.test_broken import FOLDERS, copy_of

UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
CHECKOUT = Path(__file__).parents[2]
ODD_SITE = """
title: Odd
languages: [en, fr]
collections:
  mentors: false
  members: {fields: {hat: {kind: choice, of: ["1", inf, "yes", Größe, office]}}}
  tools:
    title_field: name
    fields:
      name: {kind: text, required: true}
      parts: {kind: list, of: {kind: record, shorthand: a-b, fields: {a-b: text, a_b: number, AB: date}}}
      by_month: {kind: mapping, keys: month, of: {kind: list, of: handle}}
diagnostics: {HG301: warning, HG306: hint, HG320: hint}
"""
FORGIVABLE = tuple(
    sorted({code for code in TOLD if code.startswith("HG3")} | {"HG316", "HG321", "HG340"})
)


def errors(found: tuple[Diagnostic, ...]) -> set[str]:
    return {each.code for each in found if each.severity is Severity.ERROR}


# ---------------------------------------------------------------- the documents


def test_every_schema_is_one_for_every_program() -> None:
    for name, part in _parts_of(schemas_of(read_site(ODD_SITE, Report()))):
        Draft202012Validator.check_schema(part)
        for pattern in _patterns(part):
            # What Python's patterns have and JavaScript's have not (ECMA-262, with the flag u).
            bare = re.sub(r"\[[^\]]*\]", "[]", pattern)
            assert not re.search(r"\(\?[^:=!]|[*+?}]\+|\\[AZb<-]", bare), (name, pattern)


def test_the_same_settings_make_the_same_bytes() -> None:
    first, second = (
        tuple(FORMATS["json-schema"](Subject(read_site(ODD_SITE, Report())))) for _ in "ab"
    )
    assert first == second


def test_each_collection_has_its_schemas() -> None:
    one = schemas_of(read_site("title: A hub\n", Report()))
    assert set(one) == {*built_in(), *(f"{name}.list" for name in built_in()), "site"}
    several = schemas_of(read_site(ODD_SITE, Report()))
    assert {"tools", "tools.list", "tools.translation", "tools.translation.list"} <= set(several)
    assert not any(name.startswith("mentors") for name in several)


def test_people_are_told_what_a_field_is() -> None:
    schema = schemas_of(read_site("title: A hub\n", Report()))["members"]
    field, told = built_in()["members"].fields["email"], schema["$defs"]["email"]
    assert (told["title"], told["description"]) == (field.label, field.help)
    assert told["examples"] == [field.example]
    others = {
        name: about
        for pattern, about in schema["patternProperties"].items()
        for name in ("photo", "Avatar", "expertise")
        if re.search(pattern, name)
    }
    assert others["photo"]["deprecationMessage"] == "write image: instead"
    assert others["Avatar"]["$ref"] == "#/$defs/image"


# ---------------------------------------------------------------- what ships is accepted


def test_the_hubs_that_ship_are_accepted(tmp_path: Path) -> None:
    new_hub(tmp_path / "new", today=TODAY, title="New: a hub")
    for root in (CHECKOUT, tmp_path / "new"):
        seen = {each.schema.partition(".")[0] for each in files_beside_schemas(root)}
        assert seen == {*built_in(), "site"}
        for name, take in TAKINGS.items():
            assert refusals(root, take) == {}, name


@pytest.mark.parametrize("name", built_in())
def test_every_example_is_accepted(name: str) -> None:
    for fields in _records(built_in()[name].fields):
        _assert_examples(fields)


def test_every_example_of_settings_and_definitions_is_accepted() -> None:
    for fields in chain(_records(setting_fields()), (FIELD_WORDS, COLLECTION_WORDS)):
        _assert_examples(
            {
                name: each
                for name, each in fields.items()
                if name not in {"of", "fields", "collections"}
            }
        )
    site = validator_of_site("title: A hub\n")
    for name, field in setting_fields().items():
        assert site.is_valid({"title": "A hub", name: _value(field.example)}), name


def _assert_examples(fields: Mapping[str, Field]) -> None:
    judge = validator_of(unrequired(fields))
    for name, field in fields.items():
        if field.example:
            assert judge.is_valid({name: _value(field.example)}), (name, field.example)


def _records(fields: Mapping[str, Field]) -> Iterator[Mapping[str, Field]]:
    """These fields, and those of records among them."""
    yield fields
    for field in fields.values():
        inner = field.of.fields if isinstance(field.of, Field) else field.fields
        if inner:
            yield from _records(inner)


# ---------------------------------------------------------------- whatever anybody writes


@given(field=FIELDS, node=NODES, forgiven=st.sets(st.sampled_from(FORGIVABLE)) | st.just(set()))
@settings(max_examples=400, phases=UNSHRUNK)
def test_every_kind_says_what_it_reads(field: Field, node: Node, forgiven: set[str]) -> None:
    whims = dict.fromkeys(forgiven, Severity.WARNING)
    _assert_agreement({"x": field}, mapping({"x": node}), whims)


@given(data=st.data(), kind=st.sampled_from(sorted(FIELD_KINDS)))
@settings(max_examples=200, phases=UNSHRUNK)
def test_every_kind_accepts_what_is_written_well(data: st.DataObject, kind: str) -> None:
    parts = {"a": Field("a", "text"), "b": Field("b", "country")}
    of = ("one-to-one", "2", "on") if kind in {"choice", "status"} else Field("x", "text")
    field = Field("x", kind, fields=parts, of=of, required=True)
    node = mapping({"x": data.draw(good_nodes(field))})
    assert not _errors_of({"x": field}, node, {}) - {"HG303"}
    _assert_agreement({"x": field}, node, {})


@pytest.mark.parametrize("name", built_in())
@given(data=st.data())
@settings(max_examples=40, phases=UNSHRUNK)
def test_every_collection_says_what_it_reads(name: str, data: st.DataObject) -> None:
    fields = built_in()[name].fields
    _assert_agreement(fields, data.draw(good_parts(fields) | damaged_parts(fields)), {})


@given(data=st.data(), name=st.sampled_from(sorted(built_in())))
@settings(max_examples=60, phases=UNSHRUNK)
def test_translations_may_leave_out_what_entries_may_not(data: st.DataObject, name: str) -> None:
    collection = built_in()[name]
    node = data.draw(damaged_parts(collection.fields))
    report = Report()
    read_record(node, collection.fields, Reader("a.fr.yaml", report), complete=False)
    if not report.has_errors:
        _assert_accepted(_judge(translation_of(collection).fields), node)


@given(data=st.data())
@settings(max_examples=150, phases=UNSHRUNK)
def test_site_yaml_says_what_it_reads(data: st.DataObject) -> None:
    text = data.draw(site_texts())
    report = Report()
    read_site(text, report)
    node = read_yaml(text, "site.yaml", Report())
    assert node is not None
    judge = validator_of_site("title: A hub\n")
    found = errors(report.diagnostics)
    if not found:
        _assert_accepted(judge, node)
    elif found & TOLD and not _may_be_split(node):
        assert not judge.is_valid(as_text(node)), (found, text)


def _assert_agreement(
    fields: Mapping[str, Field], node: MappingNode, whims: Mapping[str, Severity]
) -> None:
    """What is read without an error is accepted by whatever program; and the schema refuses what it says it knows."""
    found = _errors_of(fields, node, whims)
    judge = validator_of(fields, Sheet(whims)) if whims else _judge(fields)
    if not found:
        _assert_accepted(judge, node)
    elif found & TOLD and not whims and not _has_several_accounts(fields):
        # As text: to a number nobody can see how many letters it had.
        assert _may_be_split(node) or not judge.is_valid(as_text(node)), found


def _assert_accepted(judge: Draft202012Validator, node: Node) -> None:
    for name, take in TAKINGS.items():
        problems = [each.message for each in judge.iter_errors(take(node))]
        assert not problems, (name, take(node))


def _errors_of(
    fields: Mapping[str, Field], node: MappingNode, whims: Mapping[str, Severity]
) -> set[str]:
    report = Report(whims)
    read_record(node, fields, Reader("content/a.yaml", report))
    return errors(report.diagnostics)


def _may_be_split(node: Node) -> bool:
    """Whether a list may stand in one text: its pieces are beyond a schema."""
    if isinstance(node, Scalar):
        return ";" in node.text or "," in node.text
    if isinstance(node, MappingNode):
        return any(_may_be_split(value) for _, value in node.items)
    return any(map(_may_be_split, node.items))


def _has_several_accounts(fields: Mapping[str, Field]) -> bool:
    """Whether there are kinds whose parts are known by their number: two accounts where there should be one."""
    odd = {"handle", "identifier"}
    return len(fields) == 1 and any(
        each.kind in odd or (isinstance(each.of, Field) and each.of.kind in odd)
        for each in fields.values()
    )


# ---------------------------------------------------------------- broken hubs


def test_every_code_is_told_or_has_its_reason() -> None:
    groups = (TOLD, *PARTLY.values(), *UNTOLD.values())
    assert sorted(chain(*groups)) == sorted(CATALOG)


# A list of 100,000 names takes the library minutes.
@pytest.mark.parametrize("folder", [each for each in FOLDERS if not each.startswith("HG128")])
def test_a_broken_hub_is_refused_where_the_schema_can_know(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = copy_of(folder, tmp_path, monkeypatch)
    if not hub.joinpath("site.yaml").exists():
        return  # Without settings it is no hub, and nobody writes schemas for it.
    refused = refusals(hub, json_value)
    code = folder[:5]
    if code in TOLD:
        assert refused
    elif not any(code in codes for codes in PARTLY.values()):
        assert refused == {}


# ---------------------------------------------------------------- made up


@st.composite
def site_texts(draw: st.DrawFn) -> str:
    """A `site.yaml` that somebody wrote with more or less care."""
    fields = setting_fields()
    parts = draw(good_parts(fields) | damaged_parts(fields))
    lines = [
        f"{flow_text(key)}: {flow_text(value)}"
        for key, value in parts.items
        if key.text.casefold() != "collections"
    ]
    if draw(st.booleans()):
        lines.append(f"collections: {flow_text(draw(definitions()))}")
    text = "\n".join(lines) + "\n"
    # YAML has no keys beyond 1,024 letters; such a text is no data to anybody.
    assume(read_yaml(text, "", Report()) is not None)
    return text


@st.composite
def definitions(draw: st.DrawFn) -> MappingNode:
    """Collections as somebody might describe them."""
    names = st.sampled_from(("tools", "members", "events", "news", "Odd Name"))
    simple = st.sampled_from(("false", "yes", "text", "")).map(scalar)
    return mapping(draw(st.dictionaries(names, simple | _collections(), max_size=3)))


@st.composite
def _collections(draw: st.DrawFn) -> Node:
    words = {name: each for name, each in COLLECTION_WORDS.items() if name != "fields"}
    said = {key.text: node for key, node in draw(good_parts(words)).items}
    names = st.sampled_from(("title", "name", "hat", "start", "2nd", "visibility"))
    kinds = st.sampled_from(("text", "number", "false", " list ", "hats", "")).map(scalar)
    said["fields"] = mapping(draw(st.dictionaries(names, kinds | _fields(), max_size=4)))
    return mapping(said)


@st.composite
def _fields(draw: st.DrawFn) -> Node:
    words = {name: each for name, each in FIELD_WORDS.items() if name not in {"of", "fields"}}
    said = {key.text: node for key, node in draw(good_parts(words)).items}
    said["kind"] = scalar(draw(st.sampled_from(("text", "list", "choice", "record", "rceord"))))
    if draw(st.booleans()):
        items: tuple[Node, ...] = (scalar("text"), scalar(""), mapping({"kind": scalar("url")}))
        said["of"] = draw(st.sampled_from(items))
    if draw(st.booleans()):
        said["fields"] = mapping({"a": scalar("text"), "b": mapping({"kind": scalar("date")})})
    return mapping(said)


def _parts_of(schemas: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each document, and each different part once: most stand in several documents."""
    seen = set()
    for name, schema in schemas.items():
        for part in ({**schema, "$defs": {}}, *schema["$defs"].values()):
            text = json.dumps(part)
            if text not in seen:
                seen.add(text)
                yield name, part


def _value(example: str) -> Any:
    node = read_yaml(example, "", Report())
    return None if node is None else json_value(node)


def _patterns(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        yield from chain.from_iterable(map(_patterns, schema))
    elif isinstance(schema, dict):
        yield from (schema.get("patternProperties") or {}).keys()
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        yield from chain.from_iterable(map(_patterns, schema.values()))


@cache
def validator_of_site(text: str) -> Draft202012Validator:
    return Draft202012Validator(schemas_of(read_site(text, Report()))["site"])


_JUDGES: dict[int, tuple[Mapping[str, Field], Draft202012Validator]] = {}
"""By the id of fields, which are kept beside so that no others can come to have it."""


def _judge(fields: Mapping[str, Field]) -> Draft202012Validator:
    if len(fields) == 1:
        return validator_of(fields)
    if id(fields) not in _JUDGES:
        _JUDGES[id(fields)] = (fields, validator_of(fields))
    return _JUDGES[id(fields)][1]
