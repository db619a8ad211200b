"""The schema: a collection and its fields are data, whether they ship with hubgen or stand in `site.yaml`."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

Relation = Literal["offers", "seeks", "about", ""]


class Field(Struct, frozen=True):
    """One field of a collection: everything that any reader of the schema wants to know about it."""

    name: str
    kind: str
    """A key of `FIELD_KINDS`."""
    label: str = ""
    help: str = ""
    """One sentence for the person who fills it in."""
    example: str = ""
    required: bool = False
    required_unless: tuple[str, ...] = ()
    """It must be given unless one of these fields is: a mentor's `name` unless there is a `member`."""
    recommended: bool = False
    """Shown first by `hubgen new` and the forms; its absence is never a problem."""
    default: str = ""
    """The raw text that stands for an absent value; "" when there is none."""
    filter: bool = False
    """Offered as a facet in the collection's directory."""
    translatable: bool = False
    private: bool = False
    """Never published, in no form."""
    public_if: str = ""
    """A boolean field of the same entry: only when that is true is this one published (`email_public` for `email`)."""
    internal: bool = False
    """It steers hubgen (visibility, aliases, owner) and isn't shown on the entry's page."""
    body: bool = False
    """The Markdown body of a `.md` entry is this field."""
    schema_org: str = ""
    """The schema.org property that it feeds."""
    since: str = ""
    deprecated: str = ""
    """Why, and what to use instead; "" when it is in use."""
    synonyms: tuple[str, ...] = ()
    """Other keys that are read as this one, with a hint."""
    inverse: str = ""
    """For references: how the other end calls it (`Spoke at`); "" hides it there."""

    of: "tuple[str, ...] | Field | None" = None
    """The choices of a `choice` or a list of choices; the item of a `list`; the value of a `mapping`."""
    to: tuple[str, ...] = ()
    """Collections that a reference may point to; `*` is any."""
    acyclic: bool = False
    """Following this reference must never lead back: a parent, a broader skill, a prerequisite."""
    loose: bool = False
    """A reference that may also be a plain name of somebody without an entry."""
    relation: Relation = ""
    """What `skills` say about the entry: it offers them, seeks them, is about them."""
    service: str = ""
    """The service of a `handle`: github, mastodon, ... or "" for any."""
    fields: Mapping[str, "Field"] = field(default_factory=dict)
    """The fields of a `record`."""
    keys: str = ""
    """The kind of a `mapping`'s keys; "" is text."""
    shorthand: str = ""
    """The field of a `record` that is meant where plain text stands: `steps: [Read chapter 1]` gives its `title`."""
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    """Of text, in code points; of lists, in items."""

    def holds(self, kinds: frozenset[str]) -> bool:
        """Whether a value of it is of one of these kinds, or can hold one, however deep."""
        item = isinstance(self.of, Field) and self.of.holds(kinds)
        return self.kind in kinds or item or any(each.holds(kinds) for each in self.fields.values())


class Collection(Struct, frozen=True, dict=True):
    """A kind of entry: what its files may say, and how its pages are laid out."""

    name: str
    """The folder, the key, and the first part of its addresses: `members`."""
    label: str
    """The heading of its directory: `Members`."""
    singular: str
    """`member`"""
    fields: Mapping[str, Field]
    title_field: str = "title"
    summary_field: str = ""
    """The field that a card shows under the title."""
    description: str = ""
    """One sentence above its directory."""
    url: str = ""
    """The address of an entry with `{slug}` in it, without a leading slash: `members/{slug}/`."""
    sort: str = ""
    """The field that orders its lists; a leading `-` reverses; "" is the title."""
    group_by_letter: bool = False
    """Long lists get a page per first letter instead of numbered ones."""
    start_field: str = ""
    end_field: str = ""
    """Fields of dated collections; after it an entry is past."""
    deadline_field: str = ""
    """Entries leave the lists `keep_days` after this date."""
    reviewed_field: str = ""
    """The date on which somebody last found the entry true."""
    stale_after: int = 0
    """Months after that date when it is to be asked about; 0 is the hub's own number."""
    per_page: int = 48
    feed: bool = False
    """Whether it has an Atom feed."""
    listed: bool = True
    """Whether it has a directory, cards in lists and a place in search."""
    inherits: str = ""
    """A reference field whose target lends its missing profile fields (a mentor's `member`)."""
    schema_org: str = ""
    icon: str = ""
    custom: bool = False
    """Defined in `site.yaml`, not by hubgen."""

    @property
    def keeps_calendar(self) -> bool:
        """Whether its directory is a calendar: its entries begin at an hour, or the hub itself says when they begin."""
        start = self.fields.get(self.start_field)
        return start is not None and (start.kind == "datetime" or self.custom)

    @cached_property
    def body_field(self) -> Field | None:
        """The field that a Markdown body fills."""
        return next((each for each in self.fields.values() if each.body), None)

    def fields_of_kind(self, *kinds: str) -> tuple[Field, ...]:
        """Its top-level fields of these kinds, in the schema's order; pages of every entry ask for the same few kinds."""
        found = self._of_kinds.get(kinds)
        if found is None:
            found = tuple(each for each in self.fields.values() if each.kind in kinds)
            self._of_kinds[kinds] = found
        return found

    @cached_property
    def _of_kinds(self) -> dict[tuple[str, ...], tuple[Field, ...]]:
        return {}


def fields_holding(
    collections: Mapping[str, Collection], *kinds: str
) -> dict[str, tuple[Field, ...]]:
    """By collection: the top-level fields in which one of these kinds can be, however deep.

    Whoever looks for such values in every entry of a hub asks once, and looks nowhere else.
    """
    wanted = frozenset(kinds)
    return {
        name: tuple(each for each in collection.fields.values() if each.holds(wanted))
        for name, collection in collections.items()
    }
