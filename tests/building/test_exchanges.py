"""After edits of any values but names, a build that looks at few pages makes what a clean one makes."""

from pathlib import Path
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


@st.composite
def exchanges(draw: st.DrawFn, hub: Hub) -> tuple[str, str]:
    """A file in which a field is as another entry of its collection has it: there or not, words or not."""
    folder = hub.root / "content" / draw(st.sampled_from(COLLECTIONS))
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".md", ".yaml"})
    here, there = (draw(st.sampled_from(files)) for _ in range(2))
    (fields, body), (others, text) = (parts_of(path.read_text("utf-8")) for path in (here, there))
    name = draw(st.sampled_from(sorted({*fields, *others, "body"} - {*NAMES})))
    if name == "body":
        body = text
    elif name in others:
        fields[name] = others[name]
    else:
        del fields[name]
    path = here.relative_to(hub.root).as_posix()
    return path, written(fields, body, path)


@given(data=st.data())
@settings(max_examples=2)
def test_values_change_places(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One after the other in one hub; what its check refuses is taken back."""
    hub = hub_with_an_index(tmp_path_factory.mktemp("hubs") / "hub")
    assert hub.build().published
    for _ in range(4):
        path, text = data.draw(exchanges(hub))
        before = hub.read(path)
        build = hub.edit(path, text).build()
        if not build.published:
            hub.edit(path, before)
        else:
            assert build.tree() == hub.clean_copy().build().tree(), path


def hub_with_an_index(folder: Path) -> Hub:
    """Forty people and things in two languages, and their skills."""
    write_hub(folder, 40)
    hub = Hub(folder)
    return hub.edit("site.yaml", hub.read("site.yaml") + "\nlanguages: [en, fr]\nsearch: index\n")
