"""What a form is given of a file, and writes again, means what the file meant."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from hubgen.config.loading import load_site
from hubgen.diagnostics import Report
from hubgen.files.limits import MANY_FILE_LIMIT
from hubgen.files.reading import HubFolder
from hubgen.kinds import Reader, read_record
from hubgen.kinds.answers import Answer
from hubgen.kinds.new_entries import new_entry
from hubgen.kinds.open_answers import open_answers
from hubgen.model.nodes import Mapping
from hubgen.model.schema import Collection, Field
from hubgen.model.values import Markdown, Reference, SkillUse
from hubgen.stages.discover import discover
from hubgen.stages.parse import parse
from hubgen.text.yaml_reader import read_yaml

CHECKOUT = Path(__file__).parents[2]
RECORD = Field(
    "seat",
    "record",
    fields={"row": Field("row", "text"), "code": Field("code", "text", private=True)},
)
FIELDS = {
    "name": Field("name", "text", synonyms=("title",)),
    "links": Field("links", "list", of=Field("links", "handle")),
    "place": Field("place", "place"),
    "tags": Field("tags", "tags"),
    "secret": Field("secret", "text", private=True),
    "email": Field("email", "email", public_if="email_public"),
    "email_public": Field("email_public", "boolean"),
    "owner": Field("owner", "text", internal=True),
    "seat": RECORD,
    "seats": Field("seats", "list", of=RECORD),
    "repeats": Field("repeats", "recurrence"),
}  # fmt: skip


def opened(text: str) -> tuple[dict[str, Answer], bool]:
    node = read_yaml(text, "", Report())
    assert isinstance(node, Mapping)
    return open_answers(node, FIELDS)


@pytest.mark.parametrize(
    "text, answers, whole",
    [
        ("name: a\ntags: [b, c]", {"name": "a", "tags": ("b", "c")}, True),
        ("title: a", {"name": "a"}, True),
        ("tags: b, c", {"tags": ("b", "c")}, True),
        ("tags: b\nname: ''", {"tags": ("b",)}, True),
        ("links: {github: ada, website: https://a.example/}", {"links": ("github: ada", "website: https://a.example/")}, True),
        ("links: [{service: github, name: ada}, {github: bo}, https://a.example/]", {"links": ("github: ada", "github: bo", "https://a.example/")}, True),
        ("place: London", {"place": {"name": "London"}}, True),
        ("place: {town: London, country: GB}", {"place": {"city": "London", "country": "GB"}}, True),
        ("repeats: FREQ=WEEKLY", {"repeats": "FREQ=WEEKLY"}, True),
        ("repeats: {every: week, on: tuesday}", {"repeats": {"every": "week", "on": ("tuesday",)}}, True),
        ("name: a\nsecret: b", {"name": "a"}, False),
        ("email: a@b.example", {}, False),
        ("email: a@b.example\nemail_public: no", {"email_public": "no"}, False),
        ("email: a@b.example\nemail_public: yes", {"email": "a@b.example", "email_public": "yes"}, True),
        ("owner: a", {}, False),
        ("seat: {row: a, code: b}", {}, False),
        ("seats: [{row: a, code: b}]", {}, False),
        ("nonsense: a", {}, False),
    ],
)  # fmt: skip
def test_what_is_for_everybody_is_told_in_one_form(text: str, answers: object, whole: bool) -> None:
    assert opened(text) == (answers, whole)


def test_files_that_a_form_writes_again_mean_the_same() -> None:
    folder = HubFolder(CHECKOUT)
    site = load_site(folder, Report())
    seen = 0
    for source in discover(folder, site, {}, Report()):
        if source.shape == "many" or source.locale != site.language:
            continue
        collection = site.collections[source.collection]
        data = folder.read(source.path, MANY_FILE_LIMIT)
        (document,) = parse(source, data, collection, Report())
        answers, is_whole = open_answers(document.fields, collection.fields)
        if is_whole:
            seen += 1
            form = collection if source.suffix == ".md" else _plain(collection)
            again = new_entry(form, source.slug, answers, suggestions=False).encode()
            (other,) = parse(source, again, collection, Report())
            assert values(other.fields, collection) == values(document.fields, collection)
    assert seen > 100


def _plain(collection: Collection) -> Collection:
    """Without a text below the fields, as in a YAML file."""
    fields = {name: replace(each, body=False) for name, each in collection.fields.items()}
    return replace(collection, fields=fields)


def values(fields: Mapping, collection: Collection) -> dict[str, object]:
    """Without places: what stands where is another question."""
    found = read_record(fields, collection.fields, Reader("", Report()))
    return {name: _bare(value) for name, value in found.items()}


def _bare(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    if isinstance(value, dict):
        return {name: _bare(each) for name, each in value.items()}
    if isinstance(value, Markdown):
        return (value.text, value.html)
    return value.text if isinstance(value, Reference | SkillUse) else value
