"""Putting a new entry into the hub, where nothing of that name is yet."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from hubgen.files.reading import HubFolder
from hubgen.files.writing import Unwritable
from hubgen.kinds.answers import Answer
from hubgen.kinds.new_entries import entry_suffix, new_entry
from hubgen.model.schema import Collection
from hubgen.text.slugs import slug_problem

_SHAPES: Final = (".md", ".yaml", ".yml", ".json", "/index.md")
"""The forms in which an entry of the same name may be there already."""


class EntryExists(Exception):
    """An entry of that name is there already, and nothing is ever overwritten."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is there already")
        self.path = path


class BadSlug(Exception):
    """A file can't be called so."""

    def __init__(self, slug: str, problem: str) -> None:
        super().__init__(f"the name {slug!r} {problem}")
        self.slug = slug
        self.problem = problem


def write_entry(
    folder: HubFolder,
    collection: Collection,
    slug: str,
    values: Mapping[str, Answer],
    *,
    suggestions: bool = True,
) -> str:
    """Write a new entry and give its path in the hub; raises BadSlug, EntryExists, Unwritable."""
    if problem := slug_problem(slug):
        raise BadSlug(slug, problem)
    stem = f"content/{collection.name}/{slug}"
    for shape in _SHAPES:
        if os.path.lexists(folder.root / (stem + shape)):
            raise EntryExists(stem + shape)
    path = stem + entry_suffix(collection)
    _create(folder.root, path, new_entry(collection, slug, values, suggestions=suggestions))
    return path


def _create(root: Path, path: str, text: str) -> None:
    target = root / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.parent.resolve().is_relative_to(root):
            raise PermissionError(1, "the folder is a link that leads out of the hub")
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise EntryExists(path) from error
    except OSError as error:
        raise Unwritable(target, error) from error
