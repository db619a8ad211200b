"""Tables with places: what spreadsheets write is read, and every cell is where it says."""

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.diagnostics import Report
from hubgen.model.nodes import Mapping, Sequence
from hubgen.text.csv_reader import delimiter_of, read_csv
from tests.text.nodes import check_places, codes, plain, scalars, text_at


def read(text: str) -> tuple[Sequence | None, Report]:
    """What is read, and what was said."""
    report = Report()
    return read_csv(text, "a.csv", report), report


def test_rows_become_mappings_without_their_empty_cells() -> None:
    node, report = read('name,city,bio\nAda,London,"a, b"\nBob,,\n\n,,\n')
    assert plain(node) == [{"name": "Ada", "city": "London", "bio": "a, b"}, {"name": "Bob"}]
    assert not report.diagnostics


@pytest.mark.parametrize(
    "text, sign",
    [
        ("a,b,c\n1;2;3", ","),
        ("a;b;c\n", ";"),
        ("a\tb\n", "\t"),
        ('"x;y;z",b\n', ","),
        ("a\n", ","),
        ("a;b,c\n", ","),
        ("", ","),
    ],
)
def test_the_sign_between_cells_is_found_in_the_first_row(text: str, sign: str) -> None:
    assert delimiter_of(text) == sign


def test_dotted_columns_make_mappings() -> None:
    node, report = read("name;location.city;location.country;a.b.c\nAda;London;GB;x\nBob;;;\n")
    assert plain(node) == [
        {"name": "Ada", "location": {"city": "London", "country": "GB"}, "a": {"b": {"c": "x"}}},
        {"name": "Bob"},
    ]
    assert not report.diagnostics


def test_places_are_right_after_a_cell_of_several_lines() -> None:
    text = 'name,bio,city\r\n"A ""x""","one\r\ntwo 😀",Rome\r\n  Bob ,é,Oslo\r\n'
    node, _ = read(text)
    assert plain(node)[0]["bio"] == "one\r\ntwo 😀"
    found = [(each.text, each.line, each.column) for each in scalars(node) if each.line > 1]
    assert found == [
        ('A "x"', 2, 1),
        ("one\r\ntwo 😀", 2, 11),
        ("Rome", 3, 8),
        ("Bob", 4, 3),
        ("é", 4, 8),
        ("Oslo", 4, 10),
    ]
    last = [each for each in scalars(node) if each.line == 4]
    assert [text_at(text, each) for each in last] == ["Bob", "é", "Oslo"]


@pytest.mark.parametrize(
    "text, place, code",
    [
        ("a,b\n1,2,3\n", (2, 5), "HG142"),
        ("a,b\n1,2\n3\n", (3, 1), "HG143"),
        ("a,,b\n1,2,3\n", (2, 3), "HG144"),
        ("a,b,a\n1,2,3\n", (1, 5), "HG122"),
        ("a,a..b\n1,2\n", (1, 3), "HG144"),
        ("a,b.\n1,2\n", (1, 3), "HG144"),
        (".,b\n1,2\n", (1, 1), "HG144"),
        ("a,a.b\n1,2\n", (1, 3), "HG145"),
        ("a.b,a\n1,2\n", (1, 5), "HG145"),
        ('a,b\n1,"2\n3,4\n', (2, 3), "HG146"),
        ('a,"b\n1,2\n', (1, 3), "HG146"),
    ],
)
def test_mistakes_are_named_where_they_are(text: str, place: tuple[int, int], code: str) -> None:
    _, report = read(text)
    (found,) = report.diagnostics
    assert (found.code, found.span.line, found.span.column) == (code, *place)


@pytest.mark.parametrize("text", ["", "\n", ",,\n", " \n\t\n"])
def test_without_a_first_row_there_is_no_table(text: str) -> None:
    assert read(text)[0] is None


def test_empty_rows_before_the_first_one_are_passed_over() -> None:
    node, report = read(",,\n\na,b\n1,2\n")
    assert plain(node) == [{"a": "1", "b": "2"}]
    assert not report.diagnostics


def test_empty_cells_at_the_end_of_a_row_are_no_mistake() -> None:
    node, report = read("a,b\n1,2,,,\n")
    assert plain(node) == [{"a": "1", "b": "2"}]
    assert not report.diagnostics


@pytest.mark.parametrize(
    "bomb",
    [
        "a\n" + '"' * 1_000_001,
        "a" + "," * 500_000 + "\n1\n",
        ",".join(f"k{number}" for number in range(200_000)),
        "a,b\n" + "1\n" * 300_000,
        "a,b,c,d\n" + "1,1,1\n" * 300_000,
        "a" + ".a" * 400_000 + "\n1\n",
    ],
    ids=lambda bomb: repr(bomb[:12]),
)
def test_bombs_are_quick_and_quiet(bomb: str) -> None:
    begun = time.process_time()
    _, report = read(bomb)
    assert time.process_time() - begun < 5
    assert 1 <= len(report.diagnostics) <= 102


CELLS = st.text(st.sampled_from('ab é😀",;\n\t'), max_size=6).map(str.strip)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=4)
)


@given(TABLES, st.sampled_from([",", ";", "\t"]), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_what_others_write_is_read_back(
    rows: list[list[str]], sign: str, quoted: bool, end: str
) -> None:
    header = [f"k{number}" for number in range(len(rows[0]) if rows else 1)]
    file = io.StringIO()
    dialect = csv.unix_dialect if quoted else csv.excel
    csv.writer(file, dialect, delimiter=sign, lineterminator=end).writerows([header, *rows])
    node, report = read(file.getvalue())
    if len(header) > 1 or sign == ",":
        assert not report.diagnostics
        wanted = [dict(zip(header, row, strict=True)) for row in rows if any(row)]
        assert plain(node) == [{key: cell for key, cell in row.items() if cell} for row in wanted]


@given(st.text(st.sampled_from('ab.,;"\r\n\t '), max_size=30))
def test_no_table_raises_and_every_place_is_inside(text: str) -> None:
    node, report = read(text)
    check_places(text, report.diagnostics)
    assert node is None or all(isinstance(item, Mapping) for item in node.items)
    assert node is not None or codes(report) or not text.strip(',;\t"\r\n ')
