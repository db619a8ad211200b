"""The views of the pages that say how to add something."""

from msgspec import Struct

from hubgen.model.views.forms import FormView
from hubgen.model.views.parts import Link


class Addition(Struct, frozen=True):
    """Something that one can add: a line on the first page of contributing."""

    collection: str
    label: str
    description: str
    icon: str
    url: str


class ContributeView(Struct, frozen=True):
    """`pages/contribute.html`: what one can add."""

    title: str
    additions: tuple[Addition, ...]
    repository: Link


class AdditionView(Struct, frozen=True):
    """`pages/addition.html`: how to add an entry of one collection."""

    title: str
    collection: str
    icon: str
    directory: Link | None
    """What is there already; None while nothing is."""
    host: str
    """What people call the software on which the files live: `GitHub`; else the address's host."""
    repository: Link
    new_file: Link | None
    """The host's editor with the new file begun; None where nobody knows how the host works."""
    is_filled: bool
    """Whether the smallest file stands in that editor already."""
    folder: str
    """`content/members/`"""
    file: str
    """Its name in the example: `ada-lovelace.yaml`."""
    lines: tuple[str, ...]
    """A whole file to begin with; lines that begin with `#` are suggestions."""
    form: FormView
