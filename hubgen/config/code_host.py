"""Where one begins or changes a file of the hub in a browser: the editors of the hosts that keep repositories."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urlencode

from msgspec import Struct

from hubgen.config.site import Repository

HOSTS: Final[Mapping[str, str]] = {
    "github": "GitHub",
    "gitlab": "GitLab",
    "gitea": "Gitea",
    "forgejo": "Forgejo",
}
"""The software that hosts run, as people call it."""

_NEW: Final[Mapping[str, str]] = {
    "github": "{url}/new/{branch}/{folder}",
    "gitea": "{url}/_new/{branch}/{folder}",
    "forgejo": "{url}/_new/{branch}/{folder}",
    "gitlab": "{url}/-/new/{branch}/{folder}",
}
_EDIT: Final[Mapping[str, str]] = {
    "github": "{url}/edit/{branch}/{path}",
    "gitea": "{url}/_edit/{branch}/{path}",
    "forgejo": "{url}/_edit/{branch}/{path}",
    "gitlab": "{url}/-/edit/{branch}/{path}",
}
_NAME_ONLY: Final = frozenset({"gitlab"})
"""Hosts whose editor takes the name of a new file, and not its text."""
LONGEST: Final = 6000
"""Characters of an address, encoded, that every host still reads; past about 8 KB what was typed is lost."""


class NewFile(Struct, frozen=True):
    """The editor with a new file in it."""

    url: str
    filled: bool
    """Whether the text is in it already; otherwise one copies it."""


def new_file(repository: Repository, path: str, text: str) -> NewFile | None:
    """The host's editor with that file begun; None where nobody knows how the host works."""
    if repository.host not in _NEW:
        return None
    folder, _, name = path.rpartition("/")
    start = _filled_in(_NEW, repository, folder=folder)
    named = f"{start}?{urlencode({name_key(repository): name})}"
    if not takes_text(repository):
        return NewFile(named, filled=False)
    # A space is a plus there, as in what forms send: one character instead of three for a fifth of a text.
    whole = f"{named}&{urlencode({'value': text})}"
    return NewFile(whole, filled=True) if len(whole) <= LONGEST else NewFile(named, filled=False)


def begin_url(repository: Repository, folder: str) -> str:
    """The host's editor for a new file in that folder, for whoever adds the file to it; empty for unknown hosts."""
    return _filled_in(_NEW, repository, folder=folder) if repository.host in _NEW else ""


def name_key(repository: Repository) -> str:
    """The part of the editor's address that names the file."""
    return "file_name" if repository.host in _NAME_ONLY else "filename"


def takes_text(repository: Repository) -> bool:
    """Whether the editor's address may hold the text of the file."""
    return repository.host in _NEW and repository.host not in _NAME_ONLY


def edit_url(repository: Repository, path: str) -> str:
    """The host's editor with that file in it; empty where nobody knows how the host works."""
    return _filled_in(_EDIT, repository, path=path) if repository.host in _EDIT else ""


def _filled_in(patterns: Mapping[str, str], repository: Repository, **parts: str) -> str:
    quoted = {name: quote(part) for name, part in parts.items()}
    branch = quote(repository.branch)
    return patterns[repository.host].format(url=repository.url, branch=branch, **quoted)
