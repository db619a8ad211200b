"""The collections that come with hubgen say sensible things about every field."""

from collections.abc import Iterable, Iterator

import pytest

from hubgen.config.collections import BUILT_IN, built_in, every_field
from hubgen.config.settings import setting_fields
from hubgen.diagnostics import Report
from hubgen.kinds import FIELD_KINDS, Reader, read_record
from hubgen.kinds.record import item_field
from hubgen.model.nodes import Mapping
from hubgen.model.schema import Field
from hubgen.text.yaml_reader import read_yaml
from tests.config.reading import sound


def all_fields() -> Iterator[tuple[str, Field]]:
    for collection in built_in().values():
        yield from inner_fields(collection.name, collection.fields.values())
    yield from inner_fields("site.yaml", setting_fields().values())


def inner_fields(path: str, fields: Iterable[Field]) -> Iterator[tuple[str, Field]]:
    for field in fields:
        yield f"{path}.{field.name}", field
        item = item_field(field) if field.kind in {"list", "mapping"} else field
        yield from inner_fields(f"{path}.{field.name}", item.fields.values())


FIELDS = dict(all_fields())
"""Every field of every collection and setting, by its path."""


BY_HAND = "site.yaml.collections"
"""Holds definitions, which are no values of a field."""


@pytest.mark.parametrize("path", [path for path in FIELDS if path != BY_HAND])
def test_an_example_is_accepted_by_its_own_field(path: str) -> None:
    field = FIELDS[path]
    report = Report()
    node = read_yaml(f"{field.name}: {field.example}\n", "example.yaml", report)
    assert isinstance(node, Mapping)
    values = read_record(node, {field.name: field}, Reader("example.yaml", report))
    assert report.diagnostics == ()
    assert field.name in values or field.public_if


@pytest.mark.parametrize("name", setting_fields())
def test_the_example_of_a_setting_makes_a_site(name: str) -> None:
    field = setting_fields()[name]
    rest = "" if name == "title" else "title: T\n"
    languages = "languages: [en, fr]\n" if name == "translations" else ""
    sound(f"{rest}{languages}{name}: {field.example}\n")


@pytest.mark.parametrize("path", FIELDS)
def test_a_field_says_what_it_wants(path: str) -> None:
    field = FIELDS[path]
    assert field.label, "forms and pages need a heading"
    assert field.help.endswith((".", "`")), "help is a sentence"
    assert field.help[0].isupper() or field.help[0] == "`"
    assert field.example


@pytest.mark.parametrize("path", FIELDS)
def test_a_default_is_a_value_of_its_field(path: str) -> None:
    field = FIELDS[path]
    values = read_record(Mapping((), 1, 1, 1, 1), {field.name: field}, Reader("", Report()))
    assert (field.name in values) == bool(field.default)


@pytest.mark.parametrize("name", BUILT_IN)
def test_no_word_means_two_fields(name: str) -> None:
    fields = built_in()[name].fields
    words = [word for field in fields.values() for word in (field.name, *field.synonyms)]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_entry_can_be_hidden_and_drafted(name: str) -> None:
    assert set(every_field()) <= set(built_in()[name].fields)
    assert built_in()[name].fields["visibility"] is every_field()["visibility"]


def test_other_names_of_a_skill_are_shown_but_old_addresses_are_not() -> None:
    assert not built_in()["skills"].fields["aliases"].internal
    assert built_in()["members"].fields["aliases"].internal


def test_references_point_to_collections_that_exist() -> None:
    targets = {name for field in FIELDS.values() for name in field.to}
    assert targets <= {*BUILT_IN, "*"}


def test_skills_say_what_they_mean_for_the_entry() -> None:
    about_skills = [field for field in FIELDS.values() if field.kind == "skills"]
    assert about_skills
    assert all(field.relation for field in about_skills)


def test_every_kind_of_field_is_in_use_or_known() -> None:
    assert {field.kind for field in FIELDS.values()} <= set(FIELD_KINDS)


def test_what_a_person_keeps_to_themselves_needs_their_word() -> None:
    assert built_in()["members"].fields["email"].public_if == "email_public"
    assert built_in()["events"].fields["join_url"].public_if == "join_public"
