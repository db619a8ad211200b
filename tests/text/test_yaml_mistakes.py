"""YAML mistakes in plain words: the right line, and the way out in the help."""

import pytest

from hubgen.diagnostics import Report
from hubgen.text.yaml_reader import read_yaml


@pytest.mark.parametrize(
    "text, place, code, words",
    [
        ("title: Foo: bar\n", (1, 11), "HG121", 'title: "Foo: bar"'),
        ('title: "Foo": bar\n', (1, 13), "HG121", "own line"),
        ('a: b\nt: Say "hi": now\n', (2, 12), "HG121", "t: 'Say \"hi\": now'"),
        ("name: Ada\n  city: x\n", (2, 3), "HG121", "'name: Ada'"),
        ("name Ada\nb: c\n", (1, 1), "HG121", "name: value"),
        ("a: 1\nname Ada\nb: c\n", (2, 1), "HG121", "'name Ada' has no colon"),
        ("name:Ada\nb: c\n", (1, 5), "HG121", "name: Ada"),
        ("a:\n\tb: c\n", (2, 1), "HG123", "two spaces"),
        ("a:\n  b: 1\n \tc: 2\n", (3, 2), "HG123", "two spaces"),
        ("a: @foo\n", (1, 4), "HG121", '"@foo"'),
        ("a: `x`\n", (1, 4), "HG121", '"`x`"'),
        ("a: %x\n", (1, 4), "HG121", '"%x"'),
        ("%x: y\n", (1, 1), "HG121", "quotes"),
        ('name: "Ada" Lovelace\n', (1, 13), "HG121", '"Ada Lovelace"'),
        ("a: 'Ada's book'\n", (1, 9), "HG121", '"Ada\'s book"'),
        ("a: 'it\nb: c\n", (1, 4), "HG121", "never closed"),
        ('a: "it\nb: "c"\n', (1, 4), "HG121", "never closed"),
        ('a: "it\nb: c\n', (1, 4), "HG121", "never closed"),
        ("a: [x, y\nb: c\n", (1, 4), "HG121", "never closed"),
        ("a: [", (1, 4), "HG121", "bracket [ that opens here is never closed"),
        ("a: {x: [y], \n", (1, 4), "HG121", "put a } after the last value"),
        ("a: [\n  x,\n", (1, 4), "HG121", "bracket [ that opens here is never closed"),
        ("a: [x, , y]\n", (1, 8), "HG121", "between the values after [ there must be commas"),
        ("a: {x: y\n", (1, 4), "HG121", "never closed"),
        ("a: [draft] T\n", (1, 12), "HG121", '"[draft] T"'),
        ("a: *\n", (1, 4), "HG121", '"*"'),
        ("a: **bold** text\n", (1, 4), "HG121", '"**bold** text"'),
        ("a: & b\n", (1, 4), "HG121", '"& b"'),
        ("a: *star\n", (1, 4), "HG124", "'*star'"),
        ("a: !important x\n", (1, 4), "HG125", "quotes"),
        ("a: | foo\n", (1, 4), "HG121", '"| foo"'),
        ("a: > foo\n", (1, 4), "HG121", "next line"),
        ("a: - b\n", (1, 4), "HG121", "own line"),
        ("a:\n   - x\n  - y\n", (3, 3), "HG121", "same column"),
        ("a:\n  - x\n y: z\n", (3, 2), "HG121", "same column"),
        ('a: "C:\\new\\data"\n', (1, 11), "HG121", "backslash twice"),
        ("a: ? b\n", (1, 4), "HG121", "quotes"),
        ("a: b\n- c\n", (2, 1), "HG121", "same column"),
        ("- c\na: b\n", (2, 1), "HG121", "hyphen"),
        ("a: b\n...\nc: d\n", (3, 1), "HG126", "..."),
        ("a: {{ x }}\n", (1, 5), "HG130", "quotes"),
        ("--- a: b\n", (1, 6), "HG121", "new line"),
        ("a: , b\n", (1, 4), "HG121", "quotes"),
        ("a: [b c: d]\ne: ]\n", (2, 4), "HG121", "quotes"),
        ("😀: x\ntítulo: é: b\n", (2, 10), "HG121", 'título: "é: b"'),
    ],
)
def test_the_usual_suspects(text: str, place: tuple[int, int], code: str, words: str) -> None:
    report = Report()
    read_yaml(text, "a.yaml", report)
    (found,) = report.diagnostics
    assert (found.span.line, found.span.column) == place
    assert found.code == code
    assert words in f"{found.message} {found.help}"


@pytest.mark.parametrize(
    "text, mended",
    [
        ("title: Foo: bar\n", 'title: "Foo: bar"\n'),
        ("a: @foo\n", 'a: "@foo"\n'),
        ("a: 'Ada's book'\n", 'a: "Ada\'s book"\n'),
        ("a: **b** c\n", 'a: "**b** c"\n'),
        ('a: Say "x": y\n', "a: 'Say \"x\": y'\n"),
    ],
)
def test_the_advice_is_right(text: str, mended: str) -> None:
    before, after = Report(), Report()
    assert read_yaml(text, "a", before) is None
    assert mended.partition(": ")[2].strip() in before.diagnostics[0].help
    assert read_yaml(mended, "a", after) is not None
    assert not after.diagnostics
