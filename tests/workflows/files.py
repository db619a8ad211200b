"""Workflow files wherever hubgen has any: its own, its action, and those that it writes for hubs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from hubgen.authoring.hosts import host_files

PROJECT = Path(__file__).parent.parent.parent
ACTION = PROJECT / "action.yml"


def github_workflows(folder: Path) -> list[Path]:
    """Hubgen's own, and those that `init --host github` writes, in a folder."""
    written = [path for path in written_files("github", folder) if "workflows" in path.parts]
    return sorted([*(PROJECT / ".github/workflows").glob("*.yml"), *written])


def written_files(host: str, folder: Path) -> list[Path]:
    """The files for a host, written into a folder."""
    paths = []
    for name, data in host_files(host):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        paths.append(path)
    return paths


def read(path: Path) -> dict[str, Any]:
    """A workflow; YAML 1.1 takes its key `on` for a yes."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in found.items()}


def steps(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every step of a workflow or a composite action."""
    yield from document.get("runs", {}).get("steps", ())
    for job in document.get("jobs", {}).values():
        yield from job["steps"]
