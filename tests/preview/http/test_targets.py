"""Whatever is asked for: a path is decoded once, has no way out, and is told as it was meant."""

import posixpath
from urllib.parse import quote, unquote

from hypothesis import given
from hypothesis import strategies as st

from hubgen.preview.http.ranges import OutOfRange, stretch
from hubgen.preview.http.refusals import Refused
from hubgen.preview.http.targets import Elsewhere, asked_of

PIECES = st.sampled_from(
    [
        "/",
        "..",
        ".",
        "%",
        "%2e",
        "%2F",
        "%5c",
        "%00",
        "%25",
        "\\",
        "a",
        "é",
        "?",
        "#",
        "//",
        "%c0%af",
        "~",
        ":",
    ]
)
TARGETS = st.lists(PIECES).map(lambda pieces: "/" + "".join(pieces)) | st.text()
NAMES = st.text(st.characters(exclude_characters="/\\", exclude_categories=["C", "Z"]), min_size=1)


@given(target=TARGETS, base=st.sampled_from(["/", "/my-hub/", "/a/b/"]))
def test_no_target_becomes_a_way_out(target: str, base: str) -> None:
    try:
        asked = asked_of(target, base)
    except (Refused, Elsewhere):
        return
    assert asked.path.startswith("/")
    assert posixpath.normpath(asked.path) in {asked.path, asked.path.removesuffix("/")}
    assert not set(asked.path) & set("\\\0\r\n")
    assert not asked.path.startswith("//")
    raw = target.partition("?")[0]
    assert base + asked.path[1:] == unquote(raw)


@given(
    names=st.lists(NAMES.filter(lambda name: name not in {".", ".."})),
    base=st.sampled_from(["/", "/x/"]),
)
def test_each_name_arrives_as_it_was_meant(names: list[str], base: str) -> None:
    path = "/" + "".join(f"{name}/" for name in names)
    assert asked_of(base.removesuffix("/") + quote(path), base).path == path


@given(path=TARGETS)
def test_what_is_escaped_twice_is_unescaped_once(path: str) -> None:
    escaped = quote(path.encode("utf-8", "replace"), safe="")
    try:
        asked = asked_of("/" + quote(escaped, safe=""), "/")
    except Refused:
        raise AssertionError("an escaped name is a name") from None
    assert asked.path == "/" + escaped


@given(wanted=st.text() | st.from_regex(r"bytes=\d{0,4}-\d{0,4}"), size=st.integers(0, 3000))
def test_a_stretch_is_inside_of_the_file(wanted: str, size: int) -> None:
    try:
        part = stretch(wanted, size)
    except OutOfRange:
        return
    if part is not None:
        assert 0 <= part.start < part.stop <= size
