"""Whatever stands in a file: no kind fails, and what it keeps survives the cache."""

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hubgen.diagnostics import Report
from hubgen.kinds import FIELD_KINDS, Reader, read_record, values_type
from hubgen.model.nodes import Node, Scalar
from hubgen.model.schema import Field
from tests.kit.fields import FIELDS, NODES, PLACE, mapping


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
    node = data.draw(st.dictionaries(names, NODES, max_size=5).map(mapping))
    reader = Reader("content/a.yaml", Report(), elsewhere={"tags": ("members",)})
    values = read_record(node, fields, reader, complete=complete)
    packed = msgspec.msgpack.encode(values)
    assert msgspec.msgpack.decode(packed, type=values_type(fields)) == values
