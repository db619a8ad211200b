"""Who has the same e-mail address: one that isn't published is in no entry that was read, so git looks for it in the files."""

import os
import re
from collections.abc import Iterable, Iterator
from typing import Final

from hubgen.files.limits import ENTRY_FILE_LIMIT
from hubgen.files.reading import Unreadable
from hubgen.history import NoHistory, Repository
from hubgen.model.entry import Entry
from hubgen.review.versions import Version

MOST: Final = 20
"""Addresses that are looked for."""
_GIVEN = re.compile(rb"^\s*email:\s*[\"']?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.MULTILINE)


def same_mail(
    touched: Iterable[Entry], version: Version, repository: Repository
) -> Iterator[tuple[Entry, Entry]]:
    """Each entry that says something new, with others whose files give the same address."""
    by_path: dict[str, list[Entry]] = {}
    for entry in version.prepared.readings.entries:
        by_path.setdefault(entry.span.path, []).append(entry)
    alone = (each for each in touched if len(by_path.get(each.span.path, ())) == 1)
    given = [(each, mail) for each in alone for mail in _given(each, version)]
    for entry, mail in given[:MOST]:
        for path in _files_with(mail, version, repository):
            for other in by_path.get(path, ()):
                if other.key == entry.key or other.collection != entry.collection:
                    continue
                if mail.casefold() in map(str.casefold, _given(other, version)):
                    yield entry, other


def _given(entry: Entry, version: Version) -> list[str]:
    try:
        data = version.folder.read(entry.span.path, ENTRY_FILE_LIMIT)
    except Unreadable:
        return []
    return [found.decode("utf-8", "replace") for found in _GIVEN.findall(data)]


def _files_with(mail: str, version: Version, repository: Repository) -> list[str]:
    """The files that hold the address, whatever the case of its letters; none when git finds none."""
    words = ("-z", "-l", "-F", "-i", "-e", mail, version.commit, "--", "content/")
    try:
        answer = repository.git.ask("grep", *words)
    except NoHistory:
        return []
    paths = answer.split(b"\0")[:-1]
    return [os.fsdecode(path).partition(":")[2] for path in paths]
