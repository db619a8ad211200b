"""The schema that comes with hubgen is read once, and taken over by later runs as long as it is the same."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubgen.config import collections, settings
from hubgen.config.once import Once
from hubgen.incremental import cache_file
from hubgen.text.yaml_reader import read_yaml
from hubgen.workshop import settings as workshop_settings
from hubgen.workshop.settings import KEPT, Schema
from tests.kit import Hub, site

HUB = """
    -- content/members/ada.md --
    ---
    name: Ada
    ---
    Words.
"""
READ_ONCE: tuple[Once[Any], ...] = (
    collections.built_in,
    collections.every_field,
    settings.setting_fields,
)

Forget = Callable[[], None]


@pytest.fixture(name="forget")
def forgetting(monkeypatch: pytest.MonkeyPatch) -> Forget:
    """Makes this process one that has read no schema yet; after the test it knows its own again."""

    def forget() -> None:
        for each in READ_ONCE:
            monkeypatch.setattr(each, "_made", [])

    forget()
    return forget


def kept(hub: Hub) -> Schema | None:
    return cache_file.load(hub.cache / KEPT, Schema)


def test_what_is_kept_is_what_was_read(forget: Forget) -> None:
    hub = site(HUB)
    hub.build()
    forget()
    found = kept(hub)
    assert found is not None
    assert found.collections == dict(collections.built_in())
    assert list(found.collections) == list(collections.BUILT_IN)
    assert found.every == dict(collections.every_field())
    assert found.settings == dict(settings.setting_fields())


def test_a_later_run_reads_none_and_makes_the_same_site(
    forget: Forget, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = site(HUB)
    hub.build()
    read: list[str] = []

    def noted(text: str, path: str, *args: Any, **options: Any) -> Any:
        read.append(path)
        return read_yaml(text, path, *args, **options)

    for module in (collections, settings):
        monkeypatch.setattr(module, "read_yaml", noted)
    forget()
    hub.edit("content/members/ada.md", "---\nname: Ada Loom\n---\nWords.\n")
    again = hub.build()
    assert read == []
    forget()
    clean = hub.clean_copy().build()
    assert "members.yaml" in read
    assert again.tree() == clean.tree()


def test_another_schema_is_read_anew(
    forget: Forget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hub = site(HUB)
    assert "Weavers" not in hub.build().html("members/")
    changed = tmp_path / "collections"
    shutil.copytree(collections.SHIPPED, changed)
    members = changed / "members.yaml"
    text = members.read_text(encoding="utf-8")
    assert "label: Members\n" in text
    members.write_text(text.replace("label: Members\n", "label: Weavers\n"), encoding="utf-8")
    for module in (collections, workshop_settings):
        monkeypatch.setattr(module, "SHIPPED", changed)
    forget()
    hub.edit("content/members/ada.md", "---\nname: Ada Loom\n---\nWords.\n")
    assert "Weavers" in hub.build().html("members/")


def test_a_damaged_file_is_no_schema(forget: Forget) -> None:
    hub = site(HUB)
    first = hub.build().tree()
    place = hub.cache / KEPT
    data = place.read_bytes()
    place.unlink()
    place.write_bytes(data[:-20])
    place.chmod(0o444)
    forget()
    hub.edit("content/members/ada.md", "---\nname: Ada Loom\n---\nWords.\n").build()
    hub.edit("content/members/ada.md", "---\nname: Ada\n---\nWords.\n")
    assert hub.build().tree() == first
    assert kept(hub) is not None
