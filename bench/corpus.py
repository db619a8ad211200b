"""Writes a synthetic hub into a folder: realistic, of any size, the same bytes for the same seed.

Of N entries, 10 % are mentors, 20 % resources, 10 % events and the rest members; 300 skills, known by Zipf's law, five
pages, and some groups and news come on top.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any, Final

from bench.cast import Cast, make_cast
from bench.descriptions import DESCRIPTIONS, Description, skills
from bench.source_files import markdown_file, yaml_file, yaml_mapping

PHOTO: Final = (1200, 900)
"""Pixels, about as large as what people send."""

SITE: Final = """\
title: The Synthetic Commons
tagline: People who do not exist, learning from each other
description: A hub made up to measure how long it takes to build one.
language: en
timezone: Europe/Paris
home:
  intro: Pull up a chair. Everybody here was drawn by lot.
  sections: [events, members, resources, news]
footer: Invented from end to end.
"""


def write_hub(folder: Path, entries: int, *, seed: int = 1, photos: int = 0) -> None:
    """Make a hub of that many entries in a folder that does not exist yet; so many members have a photo."""
    cast = make_cast(entries, seed)
    folder.mkdir(parents=True)
    _write(folder / "site.yaml", SITE)
    content = folder / "content"
    _write(content / "skills.yaml", yaml_mapping(skills(cast)))
    for collection in DESCRIPTIONS:
        for path, text in _files(cast, collection, photos):
            _write(content / collection / path, text)
    for number, who in enumerate(cast.members[:photos]):
        _draw(content / "members" / who.slug / "photo.jpg", cast.chance("photos", number))


def _files(cast: Cast, collection: str, photos: int) -> Iterator[tuple[str, str]]:
    for number, named in enumerate(getattr(cast, collection)):
        description = DESCRIPTIONS[collection](cast, number)
        if collection == "members" and number < photos:
            image = {"file": "photo.jpg", "alt": "A square of soft colours, drawn by lot."}
            yield (
                f"{named.slug}/index.md",
                _text({**description.fields, "image": image}, description),
            )
        elif collection == "members" and number % 3 == 2:
            yield f"{named.slug}.yaml", yaml_file(description.fields, "bio", description.body)
        else:
            yield f"{named.slug}.md", _text(description.fields, description)


def _text(fields: Mapping[str, Any], description: Description) -> str:
    return markdown_file(fields, description.body)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def _draw(path: Path, chance: Random) -> None:
    """A photo of soft colours: as heavy to decode and to shrink as a real one."""
    from PIL import Image

    dots = Image.frombytes("RGB", (40, 30), chance.randbytes(40 * 30 * 3))
    dots.resize(PHOTO, Image.Resampling.BICUBIC).save(path, quality=88)


def main(arguments: list[str]) -> None:
    """`python -m bench.corpus FOLDER ENTRIES [--seed N] [--photos N]`."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.corpus", description="Make a synthetic hub."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("entries", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--photos", type=int, default=0)
    asked = parser.parse_args(arguments)
    write_hub(asked.folder, asked.entries, seed=asked.seed, photos=asked.photos)


if __name__ == "__main__":
    main(sys.argv[1:])
