"""Files that pages link to as they are: slides, tables, recordings."""

from hubgen.stages.media.prints import FOLDER, file_stem
from hubgen.stages.media.recipe import Problem

LARGEST_ATTACHMENT = 50_000_000
"""Bytes; free hosts take no more than 100 MB of one file, and visitors with telephones less."""

BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "txt": (),
    "csv": (),
    "ics": (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR"),
    "vtt": (b"WEBVTT", b"\xef\xbb\xbfWEBVTT"),
    "epub": (b"PK\x03\x04",),
    "odt": (b"PK\x03\x04",),
    "ods": (b"PK\x03\x04",),
    "odp": (b"PK\x03\x04",),
    "docx": (b"PK\x03\x04",),
    "xlsx": (b"PK\x03\x04",),
    "pptx": (b"PK\x03\x04",),
    "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
    "ogg": (b"OggS",),
    "opus": (b"OggS",),
}
"""File name endings that are published, with how such files begin; a browser runs none of them as a page."""


def ending_of(path: str) -> str:
    """`pdf` for `slides.PDF`."""
    return path.rpartition("/")[2].rpartition(".")[2].lower()


def ending_problem(path: str) -> Problem | None:
    """Why files of that name aren't published, or None."""
    ending = ending_of(path)
    if ending in BEGINNINGS:
        return None
    return Problem(
        "HG608",
        f"can't be published: files that end in '.{ending}' could run as a program or a page in a visitor's browser",
        f"offer it as one of: {', '.join(sorted(BEGINNINGS))}, or link to where it is published",
    )


def content_problem(path: str, data: bytes) -> Problem | None:
    """Why this file isn't what its name says, or None."""
    expected = BEGINNINGS[ending_of(path)]
    if not data:
        return Problem("HG605", "is an empty file", "put the file there again")
    if not expected or data.startswith(expected):
        return None
    return Problem(
        "HG605",
        f"doesn't begin as a {ending_of(path).upper()} file does",
        "check that the file is whole and that its name ends in what it really is",
    )


def attachment_url(path: str, digest: str) -> str:
    """Where the file lies in the site; another content, another address."""
    return f"{FOLDER}/{file_stem(path)}-{digest[:10]}.{ending_of(path)}"
