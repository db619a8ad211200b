"""Property 5: every diagnostic about content names a file, a line and a column that are there."""

import re

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from hubgen.diagnostics import Diagnostic
from tests.kit import Hub
from tests.kit.hub import hub_of
from tests.kit.making import SITES, hubs

UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
SIGNS = (
    *(
        "\t",
        ":",
        "- ",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "|",
        ">",
        "&a ",
        "*a",
        "!!python/object:x ",
        "#",
    ),
    *("%", "@", "`", "\n", "\n\n", "---\n", "...\n", "\x00", "\x07", "\u2028", "\ufeff", "\u202e"),
    *("é", "😀", "<<: *a\n", "? ", "~", "null", "yes", "0x1", "2026-02-30", "12:30", "x" * 300),
    *("[x](y", "[[", "](#", "![", "```", "<b", "visibility: ", "nam", "offers: ", "\r", "\r\n"),
)


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, str | bytes]:
    """A hub in whose files somebody's cat has walked over the keyboard."""
    files: dict[str, str | bytes] = dict(draw(hubs()))
    files["site.yaml"] = draw(st.sampled_from(SITES))
    for path in draw(st.lists(st.sampled_from(sorted(files)), min_size=1, max_size=4)):
        text = files[path]
        assert isinstance(text, str | bytes)
        data = text.encode() if isinstance(text, str) else text
        where = draw(st.integers(0, len(data)))
        match draw(st.integers(0, 4)):
            case 0:
                data = data[:where] + draw(st.sampled_from(SIGNS)).encode() + data[where:]
            case 1:
                data = data[:where] + data[where + draw(st.integers(1, 20)) :]
            case 2:
                data = data[:where] + bytes([draw(st.integers(0, 255))]) + data[where:]
            case 3:
                lines = data.split(b"\n")
                lines.insert(draw(st.integers(0, len(lines))), draw(st.sampled_from(lines)))
                data = b"\n".join(lines)
            case _:
                data = data[:where]
        files[path] = data
    return files


def assert_in_place(hub: Hub, diagnostic: Diagnostic) -> None:
    span = diagnostic.span
    for each in (span, *(related.span for related in diagnostic.related)):
        assert each.line >= 1
        assert each.column >= 1
        if each.path == "content":
            continue  # A hub without any content has no file to name.
        assert each.path == "site.yaml" or each.path.startswith("content/"), diagnostic
        text = (hub.root / each.path).read_bytes().decode("utf-8", "replace")
        lines = re.split("\r\n|\r|\n", text)
        assert each.line <= len(lines), diagnostic
        # After the last character is a place, too.
        assert each.column <= len(lines[each.line - 1]) + 1, diagnostic
        assert (each.end_line, each.end_column) >= (each.line, each.column) or not each.end_line
    assert diagnostic.message
    assert "\n" not in diagnostic.message
    assert "Traceback" not in diagnostic.message


@given(files=damaged())
@settings(max_examples=120, phases=UNSHRUNK)
def test_every_problem_has_its_place(files: dict[str, str | bytes]) -> None:
    hub = hub_of(files)
    for diagnostic in hub.check():
        assert_in_place(hub, diagnostic)


@given(files=damaged())
@settings(max_examples=60, phases=UNSHRUNK)
def test_check_accepts_what_build_accepts(files: dict[str, str | bytes]) -> None:
    """Property 7: the two agree, word for word."""
    hub = hub_of(files)
    checked = hub.check()
    build = hub.build()
    assert build.diagnostics == checked
    assert build.published == ("error" not in {each.severity.value for each in checked})
    assert bool(build.files) == build.published
