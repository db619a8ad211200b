"""The words in which collections and fields are described, themselves described as fields.

So `site.yaml` is read by the kinds that read content, with the same messages; and docs and editors learn the words from here.
"""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from hubgen.model.schema import Field

SPECIAL_WORDS: Final = frozenset({"of", "fields", "example"})
"""Words whose value may hold whole definitions, or anything: `hubgen.config.definitions` reads them itself."""


def _words(*fields: Field) -> Mapping[str, Field]:
    return {field.name: field for field in fields}


def _text(name: str, help: str, example: str, *, required: bool = False) -> Field:
    return Field(name, "text", help=help, example=example, required=required, max_length=500)


def _yes(name: str, help: str) -> Field:
    return Field(name, "boolean", help=help, example="true")


def _number(name: str, help: str, example: str, *synonyms: str) -> Field:
    return Field(name, "number", help=help, example=example, synonyms=synonyms)


def _names(name: str, help: str, example: str) -> Field:
    return Field(name, "list", help=help, example=example, of=Field(name, "text"))


FIELD_WORDS: Final[Mapping[str, Field]] = _words(
    _text(
        "kind", "What sort of value it takes; the table of kinds lists them.", "text", required=True
    ),
    _text("label", "How pages and forms call the field.", "Favourite tool"),
    _text("help", "One sentence for the person who fills it in.", "What you reach for first."),
    _text("example", "A value as somebody would write it.", "a sharp pencil"),
    _yes("required", "An entry without it is an error."),
    _names("required_unless", "It is required unless one of these fields is given.", "[member]"),
    _yes("recommended", "`hubgen new` and forms show it first."),
    _text("default", "What an entry means that does not say.", "open"),
    _yes("filter", "Visitors can narrow the directory by it."),
    _yes("translatable", "A translation of the entry may say it in its own language."),
    _yes("private", "It is never published, in no form."),
    _text(
        "public_if", "A yes-or-no field without which this one is not published.", "email_public"
    ),
    _yes("internal", "It steers hubgen and is not shown on the entry's page."),
    _yes("body", "The Markdown below the front matter of a `.md` file is this field."),
    _text("schema_org", "The schema.org property that it feeds.", "knowsAbout"),
    _text("since", "The version in which the field appeared.", "1.2"),
    _text("deprecated", "Why it is no longer used, and what to use instead.", "Use `links`."),
    _names("synonyms", "Other keys that are read as this one, with a hint.", "[tool, tools]"),
    _text(
        "inverse",
        "For references: how the other end calls it; without it, it is not shown there.",
        "Spoke at",
    ),
    _names("to", "For references: the collections to which it may point; `*` is any.", "[members]"),
    _yes("loose", "For references: a plain name will do where there is no entry."),
    _yes("acyclic", "For references: following it must never lead back to where one began."),
    Field(
        "relation",
        "choice",
        help="For skills: whether the entry offers them, seeks them, or is about them.",
        example="about",
        of=("offers", "seeks", "about"),
    ),
    _text("service", "For handles: the one service that is meant.", "github"),
    _text(
        "of",
        "The choices of a `choice`, or the definition of a list's or mapping's items.",
        "[small, large]",
    ),
    _text(
        "fields",
        "The fields of a `record`, described in these same words.",
        "{url: url, note: text}",
    ),
    _text("keys", "For mappings: the kind of their keys.", "month"),
    _text("shorthand", "For records: the field that is meant where plain text stands.", "title"),
    _number("min", "The smallest number allowed.", "0", "minimum"),
    _number("max", "The largest number allowed.", "5", "maximum"),
    Field(
        "max_length",
        "integer",
        help="The most characters of a text, or items of a list.",
        example="160",
        minimum=1,
        maximum=1_000_000,
        synonyms=("max_items",),
    ),
)
"""What a field's definition may say."""

COLLECTION_WORDS: Final[Mapping[str, Field]] = _words(
    _text("label", "The heading of the collection's directory.", "Tools"),
    _text("singular", "The word for one of its entries.", "tool"),
    _text("description", "One sentence above the directory.", "What we work with."),
    _text(
        "fields",
        "Its fields by name; `false` takes a built-in one away.",
        "{name: text, price: number}",
    ),
    _text("title_field", "The field that names an entry.", "name"),
    _text("summary_field", "The field that cards show below the title.", "summary"),
    _text("url", "The address of an entry, with `{slug}` for its name.", "tools/{slug}/"),
    _text("sort", "The field that orders lists; a leading `-` turns the order round.", "-date"),
    _yes("group_by_letter", "Its directory is parted by first letters once it is long."),
    Field(
        "per_page",
        "integer",
        help="How many entries stand on one page of the directory.",
        example="48",
        minimum=1,
        maximum=10_000,
    ),
    _yes("feed", "It has a feed of its newest entries."),
    _text("start_field", "The date or time at which an entry begins.", "start"),
    _text("end_field", "The date or time after which an entry is past.", "end"),
    _text("deadline_field", "The date after which an entry leaves the lists.", "deadline"),
    _text("reviewed_field", "The date on which somebody last found an entry true.", "reviewed"),
    Field(
        "stale_after",
        "integer",
        help="After how many months since that date an entry may be out of date; the hub's own `stale_after` unless it is given.",
        example="6",
        minimum=1,
        maximum=240,
    ),
    replace(_yes("listed", "It has a directory and a place in search."), default="true"),
    _text("inherits", "A reference field whose entry lends what is missing here.", "member"),
    _text("schema_org", "The schema.org type of an entry.", "SoftwareApplication"),
    _text("icon", "The theme's icon for it.", "tools"),
)
"""What a collection's definition may say."""
