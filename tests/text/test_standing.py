"""What is wrong inside a text is found in its file: at its very place, or, where lines are folded or escaped, in its value."""

import pytest

from hubgen.diagnostics import Span
from tests.kit import site
from tests.kit.hub import Hub
from tests.text.markdown.page import page

LINK = "[[members/nobody]]"

EXACT = {
    "the end of a Markdown file": ("md", f"---\nname: A\n---\n\nWords\n\n* {LINK}\n"),
    "a block": ("yaml", f"name: A\nbio: |\n    One\n\n    two {LINK}\nheadline: B\n"),
    "a block that begins indented": ("yaml", f"name: A\nbio: |2-\n\n     code\n\n  {LINK}\n"),
    "a plain value": ("yaml", f"name: A\nbio: Ö {LINK} # no comment\n"),
    "quotes": ("yaml", f"bio: 'Ö {LINK}'\nname: A\n"),
    "an object": ("json", f'{{"name": "A", "bio": "Ö {LINK}"}}'),
}

WITHIN = {
    "a folded block": ("yaml", f"name: A\nbio: >\n  One\n  two\n\n  three {LINK}\n"),
    "quotes over lines": ("yaml", f'name: A\nbio: "One\n\n  two {LINK}"\n'),
    "line ends with backslashes": ("yaml", f'name: A\nbio: "One\\n\\ntwo {LINK}"\n'),
    "doubled quotes": ("yaml", f"name: A\nbio: 'it''s {LINK}'\n"),
    "an object in one line": ("json", f'{{"name": "A", "bio": "One\\n\\ntwo {LINK}"}}'),
}


def stretch_of(text: str, span: Span) -> str:
    """What stands in the file from where to where the span says."""
    lines = [*text.splitlines(keepends=True), ""][span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "".join(lines)


def found_in(hub: Hub, path: str) -> str:
    (span,) = (each.span for each in hub.check() if each.code == "HG204")
    assert span.path == path
    return stretch_of(hub.read(path), span)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("ending, text", EXACT.values(), ids=EXACT)
def test_where_it_is(ending: str, text: str, ends: str) -> None:
    path = f"content/members/a.{ending}"
    hub = site("").edit(path, text.replace("\n", ends))
    assert found_in(hub, path) == LINK


@pytest.mark.parametrize("ending, text", WITHIN.values(), ids=WITHIN)
def test_in_which_value(ending: str, text: str) -> None:
    path = f"content/members/a.{ending}"
    found = found_in(site("").edit(path, text), path)
    assert LINK in found
    assert "name" not in found


def test_in_which_cell() -> None:
    path = "content/members.csv"
    hub = site("").edit(path, f'name,bio,headline\nA,"One\n\ntwo {LINK}",x\nB,Word,y\n')
    assert found_in(hub, path) == f'"One\n\ntwo {LINK}"'


def test_a_text_that_nobody_reads_to_its_end_is_told_where_it_stands() -> None:
    hub = site("").edit(
        "content/members/a.json", '{"name": "A",\n"bio": "One\\n\\n' + "[" * 400 + '"}'
    )
    (found,) = (each.span for each in hub.check() if each.code.startswith("HG9"))
    assert (found.line, found.column) == (2, 8)
    assert page("One\n\n" + "[" * 400, first_line=3).diagnostics[0].span.line == 5
