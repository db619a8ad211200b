"""What programs see: a shape that stays, whatever content holds."""

import json

from hypothesis import given
from hypothesis import strategies as st

from hubgen.diagnostics import Diagnostic, Related, Severity, Span
from hubgen.diagnostics.rendering.json import render


def test_the_shape_is_the_documented_one() -> None:
    found = (
        Diagnostic(
            "HG122",
            Severity.ERROR,
            Span("content/members/ada.yaml", 4, 1, 4, 5),
            "the key 'name' is here twice",
            "keep one of them",
            (Related(Span("content/members/ada.yaml", 1, 1, 1, 5), "first given here"),),
        ),
        Diagnostic("HG421", Severity.HINT, Span("site.yaml", 7, 3), "no effect"),
    )
    assert json.loads(render(found, {"files": 2, "entries": 9})) == {
        "version": 1,
        "diagnostics": [
            {
                "code": "HG122",
                "severity": "error",
                "path": "content/members/ada.yaml",
                "line": 4,
                "column": 1,
                "end_line": 4,
                "end_column": 5,
                "message": "the key 'name' is here twice",
                "help": "keep one of them",
                "related": [
                    {
                        "path": "content/members/ada.yaml",
                        "line": 1,
                        "column": 1,
                        "end_line": 1,
                        "end_column": 5,
                        "label": "first given here",
                    }
                ],
            },
            {
                "code": "HG421",
                "severity": "hint",
                "path": "site.yaml",
                "line": 7,
                "column": 3,
                "end_line": None,
                "end_column": None,
                "message": "no effect",
                "help": "",
                "related": [],
            },
        ],
        "summary": {"errors": 1, "warnings": 0, "hints": 1, "files": 2, "entries": 9},
    }


@given(st.text())
def test_any_text_survives_and_none_reaches_a_terminal(text: str) -> None:
    document = render([Diagnostic("HG101", Severity.ERROR, Span(text), text, text)], {})
    assert document.isascii()
    assert document.replace("\n", "").isprintable()
    (found,) = json.loads(document)["diagnostics"]
    assert (found["path"], found["message"], found["help"]) == (text, text, text)
