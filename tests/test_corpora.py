"""Real data that nobody of hubgen wrote: it becomes a hub with nothing but a `site.yaml`, or its mistakes are explained.

The data isn't part of hubgen; where it doesn't lie beside the checkout, these tests have nothing to look at and pass.
"""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.kit import Build, Hub
from tests.kit.finding import rows_of
from tests.kit.hub import new_folder

HERE = Path(__file__).parent
CORPORA = HERE.parent.parent / "shared" / "corpora"


def have(*names: str) -> list[str]:
    """Those of the data sets that are here."""
    return [name for name in names if (CORPORA / name).exists()]


def hub_of(settings: str, folders: dict[str, Path]) -> Hub:
    hub = new_folder()
    hub.edit("site.yaml", (HERE / "config" / settings).read_text("utf-8"))
    for name, folder in folders.items():
        shutil.copytree(folder, hub.root / "content" / name)
    return hub


def lists_of(build: Build, collection: str) -> Iterable[str]:
    return (
        path
        for path in build.files
        if path.startswith((f"{collection}/page/", f"{collection}/index.html"))
    )


def assert_is_a_hub(build: Build, collection: str, count: int) -> None:
    errors = [each for each in build.diagnostics if each.severity == "error"]
    assert errors == []
    assert build.published
    data = json.loads(build.html(f"{collection}/finder.json"))
    assert data["count"] == count
    addresses = [data["url"].replace("{slug}", slug) for slug in data["slug"]]
    assert len(set(addresses)) == count
    assert all(build.has(address) for address in addresses)
    listed = "".join(build.html(path) for path in lists_of(build, collection))
    missing = [address for address in addresses if f'{address}"' not in listed]
    assert missing == []


def filters(build: Build, collection: str) -> set[str]:
    """The fields by which entries can be told apart, and by which some are."""
    data = json.loads(build.html(f"{collection}/finder.json"))
    return {facet["name"] for facet in data["facets"] if any(rows_of(facet["rows"]))}


@pytest.mark.parametrize("name", have("pydis-resources"))
def test_a_hub_of_resources(name: str) -> None:
    hub = hub_of("site-pydis.yaml", {name: CORPORA / name})
    build = hub.build()
    assert_is_a_hub(build, name, len(list((CORPORA / name).glob("*.yaml"))))
    assert {"tags.topics", "tags.type"} <= filters(build, name)


@pytest.mark.parametrize("name", have("awesome-selfhosted"))
def test_a_hub_of_software(name: str) -> None:
    folder = CORPORA / name
    hub = hub_of(
        "site-selfhosted.yaml", {"software": folder / "software", "software-tags": folder / "tags"}
    )
    shutil.copy(folder / "licenses.yml", hub.root / "content" / "software-licenses.yml")
    build = hub.build()
    assert_is_a_hub(build, "software", len(list((folder / "software").glob("*.yml"))))
    assert {"platforms", "licenses", "tags"} <= filters(build, "software")
    assert_is_a_hub(build, "software-tags", len(list((folder / "tags").glob("*.yml"))))


@pytest.mark.parametrize("name", have("wcc"))
def test_events_of_a_community_are_explained_line_by_line(name: str) -> None:
    hub = new_folder()
    hub.edit("site.yaml", "title: Events\n")
    hub.edit("content/events.yaml", (CORPORA / name / "events.yml").read_bytes())
    build = hub.build()
    assert not build.published
    assert len(build.diagnostics) > 100
    lines = hub.read("content/events.yaml").splitlines()
    for each in build.diagnostics:
        assert each.help, each
        assert 1 <= each.span.line <= len(lines), each
        assert 1 <= each.span.column <= len(lines[each.span.line - 1]) + 1, each


@pytest.mark.parametrize("name", have("nfdi", "confs-tech", "wcc"))
def test_whatever_it_is_it_is_no_crash(name: str) -> None:
    files = sorted(
        path for path in (CORPORA / name).rglob("*") if path.suffix in {".yml", ".yaml", ".json"}
    )
    assert files
    for path in files[:: max(1, len(files) // 12)]:
        hub = new_folder()
        hub.edit("site.yaml", "title: Anything\n")
        for collection in ("events", "resources"):
            hub.edit(f"content/{collection}{path.suffix}", path.read_bytes())
        for each in hub.check():
            assert each.message
            assert each.span.line >= 1
