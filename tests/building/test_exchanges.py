"""After edits of any values but names, and after entries came and went, a build that looks at few pages makes what a clean one makes."""

from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.corpus import write_hub
from tests.kit import Hub

NAMES = ("name", "title", "aliases", "id", "visibility", "draft")
COLLECTIONS = ("members", "mentors", "resources", "events", "groups", "news")
BEGIN, END = "---\n", "\n---\n"


def parts_of(text: str) -> tuple[dict[str, Any], str]:
    """The fields of a file, and its text."""
    if not text.startswith(BEGIN):
        return yaml.safe_load(text), ""
    fields, _, body = text.removeprefix(BEGIN).partition(END)
    return yaml.safe_load(fields), body


def written(fields: dict[str, Any], body: str, path: str) -> str:
    told = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
    return f"{BEGIN}{told.rstrip()}{END}{body}" if path.endswith(".md") else told


Change = dict[str, str | None]
"""By path: what the file says now; None where it is gone."""


@st.composite
def exchanges(draw: st.DrawFn, hub: Hub) -> Change:
    """A file in which a field is as another entry of its collection has it: there or not, words or not."""
    here, there = draw(two_files(hub))
    (fields, body), (others, text) = (parts_of(hub.read(path)) for path in (here, there))
    name = draw(st.sampled_from(sorted({*fields, *others, "body"} - {*NAMES})))
    if name == "body":
        body = text
    elif name in others:
        fields[name] = others[name]
    else:
        del fields[name]
    return {here: written(fields, body, here)}


@st.composite
def comings(draw: st.DrawFn, hub: Hub) -> Change:
    """Somebody new who says what somebody else says, and is called otherwise."""
    here, _ = draw(two_files(hub))
    fields, body = parts_of(hub.read(here))
    number = draw(st.integers(0, 999))
    fields |= {name: f"{name} {number}" for name in ("name", "title") if name in fields}
    left_out = {"id", "aliases"}
    fields = {name: value for name, value in fields.items() if name not in left_out}
    path = PurePosixPath(here)
    return {str(path.with_stem(f"new-{number}")): written(fields, body, here)}


@st.composite
def goings(draw: st.DrawFn, hub: Hub) -> Change:
    """A file that goes, and perhaps comes back under another name."""
    here, _ = draw(two_files(hub))
    path = PurePosixPath(here)
    change: Change = {here: None}
    if draw(st.booleans()):
        change[str(path.with_stem(f"{path.stem}-moved"))] = hub.read(here)
    return change


@st.composite
def two_files(draw: st.DrawFn, hub: Hub) -> tuple[str, str]:
    """The paths of two entries of a collection, or of one."""
    folder = hub.root / "content" / draw(st.sampled_from(COLLECTIONS))
    found = sorted(path for path in folder.rglob("*") if path.suffix in {".md", ".yaml"})
    first, second = (draw(st.sampled_from(found)) for _ in range(2))
    return first.relative_to(hub.root).as_posix(), second.relative_to(hub.root).as_posix()


def make(change: Change, hub: Hub) -> Change:
    """Do it; gives the change that takes it back."""
    there = {path for path in change if (hub.root / path).exists()}
    back = {path: hub.read(path) if path in there else None for path in change}
    for path, text in change.items():
        hub.delete(path) if text is None else hub.edit(path, text)
    return back


@given(data=st.data())
@settings(max_examples=2)
def test_entries_come_go_and_change(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One after the other in one hub; what its check refuses is taken back."""
    hub = hub_with_an_index(tmp_path_factory.mktemp("hubs") / "hub")
    assert hub.build().published
    for kind in (exchanges, comings, goings, exchanges, goings):
        change = data.draw(kind(hub))
        back = make(change, hub)
        build = hub.build()
        if not build.published:
            make(back, hub)
        else:
            assert build.tree() == hub.clean_copy().build().tree(), change


def hub_with_an_index(folder: Path) -> Hub:
    """Forty people and things in two languages, and their skills."""
    write_hub(folder, 40)
    hub = Hub(folder)
    return hub.edit("site.yaml", hub.read("site.yaml") + "\nlanguages: [en, fr]\nsearch: index\n")
