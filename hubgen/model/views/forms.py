"""The views of a form that writes an entry's file: its fields, as far as they are nested."""

from msgspec import Struct


class FormChoice(Struct, frozen=True):
    """One of the words among which one chooses."""

    value: str
    label: str


class FormField(Struct, frozen=True):
    """Something that one is asked for."""

    name: str
    label: str
    help: str
    widget: str
    """line, text, date, moment, choice, choices, flag, names, list, parts, map"""
    lang: str = ""
    """The language of label and help where it isn't the page's."""
    need: str = ""
    """`required`, `either` where something else will do, `within` where the rest of what it stands in needs it, or empty."""
    example: str = ""
    """How it is written, where that isn't plain from what it is called."""
    width: str = ""
    """How much is written into a line of it: short, middling, or empty for as much as there is room for."""
    keyboard: str = ""
    """Which keys a telephone shows: url, email, numeric, decimal."""
    autocomplete: str = ""
    """What browsers may fill in of themselves: name, email."""
    suggest: str = ""
    """What there is to choose from while one types: names of collections with spaces between, or zones, languages, countries, licenses."""
    is_single: bool = False
    """At most one name."""
    wording: str = ""
    """Of a list of names: offers, seeks or about, for skills."""
    choices: tuple[FormChoice, ...] = ()
    fields: "tuple[FormField, ...]" = ()
    """The named parts; of a list the field of an item, of a map those of a key and a value."""
    rules: str = ""
    """What the field may hold, as JSON for the script; empty inside other fields, whose rules hold theirs."""


class FormPart(Struct, frozen=True):
    """Fields under one heading."""

    name: str
    """main, more, steering"""
    fields: tuple[FormField, ...]


class FormView(Struct, frozen=True):
    """A form that writes an entry's file."""

    collection: str
    parts: tuple[FormPart, ...]
    order: str
    """The names of all fields in the order in which they stand in the file, with spaces between."""
    named_by: str
    """The fields that suggest the file's name, the first that has one counts, with spaces between."""
    named_also_by: str
    """The fields that suggest it together where none of them does."""
    title_field: str
    suffix: str
    modeline: str
    folder: str
    begin: str
    """The host's editor for a new file in that folder; empty where nobody knows how the host works."""
    edit: str
    """The host's editor for a file of that folder, before its name."""
    name_key: str
    """The part of the editor's address that names the file."""
    takes_text: bool
    """Whether the address may hold the file's text."""
    longest: int
    """Characters that such an address may have."""
    names: str
    """Where the names of a collection's entries are, with `{collection}` in it."""
    values: str
    """Where what entries' files say is, with `{drawer}` in it."""
    codes: str
    """Where codes of languages, countries, zones and licences are."""
    severities: str
    """Codes of problems that don't keep a file from being published, as JSON."""
    words: str
    """What is said of problems, as JSON."""
    start: str
    end: str
    deadline: str
    """The fields that say when a dated entry begins, ends, and can no longer be asked for."""
