"""Whatever stands in a file: no kind fails, and what it keeps survives the cache."""

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hubgen.diagnostics import Report
from hubgen.kinds import FIELD_KINDS, Reader, read_record, values_type
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.model.schema import Field

PLACE = (3, 5, 3, 9)

NAMES = """
    file alt path name city country latitude longitude every on until count interval except date version
    github doi isbn service url a b text 2026-03-03 2026-13-99 Name na-me
"""
KEYS = st.sampled_from(NAMES.split())
WORDS = st.text(max_size=30) | st.sampled_from(
    (
        "2026-02-30", "2026-03-03", "03/04/2024", "2026-03-03T18:00", "THU, MAY 30, 2024", "12:30", "7 pm", "1h30",
        "P40M", "Europe/Paris", "CET", "+25:61", "fr", "French", "NO", "Norway", "MIT", "GPLv3", "10.1000/182",
        "978-0-306-40615-7", "0000-0002-1825-0097", "https://example.org/?utm_source=a", "javascript:alert(1)",
        "https://[::", "ada@example.org", "@ada@social.example", "FREQ=WEEKLY;BYDAY=TU", "week", "first tuesday",
        "a, b; c", ",,,", "yes", "-1", "1e999", "9" * 5000, "²", "٣", "\ud800", "\u202e", "\ufdd0/", "\x00", "{", "#",
        "null", "../../etc/passwd", "C:\\x", "x" * 6000, "a", "1.10",
    )
)  # fmt: skip
SCALARS = st.builds(
    lambda text, quoted, block: Scalar(text, *PLACE, quoted=quoted, block_line=block),
    WORDS,
    st.booleans(),
    st.sampled_from([0, 4]),
)


def _lists(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.lists(inner, max_size=4).map(lambda items: Sequence(tuple(items), *PLACE))


def _mappings(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.dictionaries(KEYS | WORDS, inner, max_size=4).map(_mapping)


def _mapping(parts: dict[str, Node]) -> Mapping:
    return Mapping(tuple((Scalar(key, *PLACE), value) for key, value in parts.items()), *PLACE)


NODES: st.SearchStrategy[Node] = st.recursive(
    SCALARS, lambda inner: _lists(inner) | _mappings(inner), max_leaves=8
)

PARTS = {
    "a": Field("a", "text", required=True, synonyms=("A",)),
    "name": Field("name", "reference", to=("members",), default="ada"),
    "date": Field("date", "date", required_unless=("a",)),
}
FIELDS = st.builds(
    lambda kind, of, parts, rest: Field("x", kind, of=of, fields=parts, **rest),
    st.sampled_from(sorted(FIELD_KINDS)),
    st.none()
    | st.just(("week", "fr", "a"))
    | st.sampled_from(sorted(FIELD_KINDS)).map(lambda kind: Field("y", kind, fields=PARTS)),
    st.sampled_from([{}, PARTS]),
    st.fixed_dictionaries(
        {},
        optional={
            "minimum": st.just(0.0),
            "maximum": st.just(10.0),
            "max_length": st.just(3),
            "keys": st.sampled_from(["date", "month", "locale", "text"]),
            "shorthand": st.just("a"),
            "service": st.sampled_from(["github", "mastodon", "nonsense"]),
        },
    ),
)


@given(FIELDS, NODES)
@example(Field("x", "integer"), Scalar("9" * 5000, *PLACE))
@example(Field("x", "duration"), Scalar("9" * 300 + "h", *PLACE))
@example(Field("x", "url"), Scalar("https://" + "é" * 1900, *PLACE))
def test_no_kind_fails_and_every_value_survives_the_cache(field: Field, node: Node) -> None:
    report = Report()
    kind = FIELD_KINDS[field.kind]
    value = kind.read(node, field, Reader("content/a.yaml", report))
    for diagnostic in report.diagnostics:
        assert diagnostic.message.isprintable()
        assert diagnostic.help.isprintable()
        assert len(diagnostic.message) + len(diagnostic.help) < 1000
        assert diagnostic.span.path == "content/a.yaml"
        assert diagnostic.span.line == 3
    if value is None:
        return
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=kind.type(field))
    assert again == value


@pytest.mark.parametrize("complete", [True, False])
@given(data=st.data())
def test_no_record_fails_and_its_values_survive_the_cache(
    complete: bool, data: st.DataObject
) -> None:
    kinds = data.draw(st.lists(FIELDS, min_size=1, max_size=4))
    fields = {f"field_{number}": field for number, field in enumerate(kinds)}
    names = st.sampled_from([*fields, "field-0", "Field 1", "field", "tags", ""])
    node = data.draw(st.dictionaries(names, NODES, max_size=5).map(_mapping))
    reader = Reader("content/a.yaml", Report(), elsewhere={"tags": ("members",)})
    values = read_record(node, fields, reader, complete=complete)
    packed = msgspec.msgpack.encode(values)
    assert msgspec.msgpack.decode(packed, type=values_type(fields)) == values
