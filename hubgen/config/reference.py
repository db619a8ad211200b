"""The reference pages of the docs, written from the schema itself: they can't say anything else than the program does."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf

from hubgen.config.collections import built_in, every_field
from hubgen.config.settings import setting_fields
from hubgen.config.words import COLLECTION_WORDS, FIELD_WORDS
from hubgen.kinds import FIELD_KINDS
from hubgen.model.schema import Collection, Field

_COLLECTIONS = """\
# Collections

What a hub keeps. A collection is a folder of `content/`; each of its files is one entry. This page lists the collections that come with
hubgen and their fields; `site.yaml` can change them and add others ([the words for that](site-yaml.md#words-of-a-collection)).

Fields in **bold** are required, those with a ° are worth filling in. The text below the front matter of a `.md` file is the field that
is marked as the body.
"""

_SETTINGS = """\
# site.yaml

The settings of a hub. `title` is all that is required; whatever is wrong or missing has the value that is given here as default, and
`hubgen check` says what is wrong with a line and a column.
"""


def collections_page() -> str:
    """`docs/collections.md`"""
    own = (_collection(collection) for collection in built_in().values())
    common = ["## Every entry", "", "All entries of all collections have these fields as well.", ""]
    return _page([_COLLECTIONS, *own, _join([*common, *_table(every_field(), 2)])])


def settings_page() -> str:
    """`docs/site-yaml.md`"""
    settings = (_setting(field) for field in setting_fields().values())
    words = [
        "## Words of a collection",
        "",
        "Under `collections:`, below the name of a collection.",
        "",
    ]
    fields = [
        "## Words of a field",
        "",
        "Under `fields:`, below the name of a field. `price: number` is short for `price: {kind: number}`.",
        "",
    ]
    kinds = ", ".join(f"`{kind}`" for kind in sorted(FIELD_KINDS))
    return _page(
        [
            _SETTINGS,
            *settings,
            _join([*words, *_table(COLLECTION_WORDS, 2)]),
            _join([*fields, *_table(FIELD_WORDS, 2), "", f"Kinds: {kinds}."]),
        ]
    )


def _collection(collection: Collection) -> str:
    own = {
        name: field for name, field in collection.fields.items() if field != every_field().get(name)
    }
    facts = [f"Folder `content/{collection.name}/`, addresses `{collection.url}`."]
    if collection.inherits:
        facts.append(f"What is missing is taken from the entry that `{collection.inherits}` names.")
    if collection.sort:
        facts.append(f"Lists are in the order of `{collection.sort.removeprefix('-')}`.")
    head = [f"## {collection.label}", "", collection.description, "", " ".join(facts), ""]
    return _join([*head, *_table(own, 2)])


def _setting(field: Field) -> str:
    lines = [f"## {field.name}", "", field.help, ""]
    facts = [_kind(field)]
    if field.required:
        facts.append("required")
    if field.default:
        facts.append(f"default `{field.default}`")
    lines += [f"{'; '.join(facts)}. {_bounds(field)}".strip(), ""]
    if field.example:
        lines += ["```yaml", f"{field.name}: {field.example}", "```", ""]
    inner = field.of if isinstance(field.of, Field) else field
    if inner.fields:
        lines += _table(inner.fields, 3)
    return _join(lines)


def _table(fields: MappingOf[str, Field], depth: int) -> Iterator[str]:
    yield "| field | kind | what it says | example |"
    yield "|---|---|---|---|"
    parts: list[Field] = []
    for field in fields.values():
        yield f"| {_name(field)} | {_kind(field)} | {_says(field)} | {_code(field.example)} |"
        inner = field.of if isinstance(field.of, Field) else field
        if inner.fields:
            parts.append(Field(field.name, "record", fields=inner.fields))
    for part in parts:
        yield ""
        yield f"{'#' * (depth + 1)} Parts of `{part.name}`"
        yield ""
        yield from _table(part.fields, depth + 1)


def _name(field: Field) -> str:
    if field.required or field.required_unless:
        return f"**`{field.name}`**"
    return f"`{field.name}`" + ("°" if field.recommended else "")


def _kind(field: Field) -> str:
    to = f" to {_listed(field.to)}" if field.to and field.to != ("*",) else ""
    if field.to and field.loose:
        to += " or names"
    if field.relation:
        to = f" ({field.relation})"
    if isinstance(field.of, Field):
        keys = f" by {field.keys}" if field.keys else ""
        return f"{field.kind}{keys} of {_kind(field.of)}"
    if field.kind == "list" and field.of:
        return "list of choices"
    return f"{field.kind}{to}"


def _says(field: Field) -> str:
    sentences = [field.help.removesuffix(".") + "." if field.help else ""]
    if field.required_unless:
        sentences.append(f"Required unless {_listed(field.required_unless)} is given.")
    if isinstance(field.of, tuple):
        sentences.append(f"Choices: {', '.join(field.of)}.")
    sentences.append(_bounds(field))
    sentences += _marks(field)
    if field.deprecated:
        sentences.append(f"No longer in use: {field.deprecated}")
    return _cell(" ".join(sentence for sentence in sentences if sentence))


def _marks(field: Field) -> Iterator[str]:
    if field.default:
        yield f"Default: {field.default}."
    if field.body:
        yield "The body."
    if field.private:
        yield "Never published."
    if field.public_if:
        yield f"Published only with `{field.public_if}`."
    if field.inverse:
        yield f"Shown there as “{field.inverse}”."


def _bounds(field: Field) -> str:
    if field.minimum is not None and field.maximum is not None:
        return f"From {field.minimum:g} to {field.maximum:g}."
    if field.minimum is not None:
        return f"At least {field.minimum:g}."
    return f"At most {field.maximum:g}." if field.maximum is not None else ""


def _listed(names: Iterable[str]) -> str:
    return " or ".join(f"`{name}`" for name in names)


def _code(text: str) -> str:
    return f"`{_cell(text)}`" if text else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _join(lines: Iterable[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"


def _page(parts: Iterable[str]) -> str:
    return "\n".join(parts)
