"""What a key probably means that no field is called."""

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf

from hubgen.diagnostics.suggest import closest
from hubgen.kinds.reader import Reader
from hubgen.kinds.spelling import letters_of
from hubgen.model.nodes import Scalar
from hubgen.model.schema import Field
from hubgen.text.reading import quoted

Fields = MappingOf[str, Field]

SYNONYMS = {
    "keywords": "tags",
    "photo": "image",
    "avatar": "image",
    "picture": "image",
    "link": "url",
    "homepage": "url",
    "href": "url",
    "startdate": "start",
    "datestart": "start",
    "enddate": "end",
    "dateend": "end",
    "licence": "license",
    "expertise": "skills",
    "mail": "email",
    "tz": "timezone",
    "lang": "language",
    "organisers": "organizers",
    "organisations": "organizations",
    "organisation": "organization",
    "programme": "program",
}
"""What other hubs call the same thing, in lower case without marks, to the field's name here."""


def hint_at_name(key: Scalar, name: str, reader: Reader) -> None:
    """Say what the field is called that a key means by another name."""
    message = f"{quoted(key.text)} is read as {quoted(reader.trail + name)}"
    reader.complain("HG302", key, message, f"write {name}: instead")


def refuse_key(key: Scalar, fields: Fields, reader: Reader) -> None:
    """Say that nothing is called like a key, and what might be meant."""
    message = f"no field is called {quoted(reader.trail + key.text)}"
    reader.complain("HG301", key, message, _advice(key.text, fields, reader))


def meant_by(key: str, fields: Fields) -> str | None:
    """The field that a key means by another name; None when nobody would understand it."""
    wanted = letters_of(key)
    if not wanted:
        return None
    for name, field in fields.items():
        if wanted in map(letters_of, (name, *field.synonyms)):
            return name
    synonym = SYNONYMS.get(wanted)
    if synonym in fields:
        return synonym
    # The first row of a table often holds labels.
    return next((name for name, field in fields.items() if letters_of(field.label) == wanted), None)


def _advice(key: str, fields: Fields, reader: Reader) -> str:
    moment = next((name for name, field in fields.items() if field.kind == "datetime"), "")
    if moment and key.casefold() in {"time", "hour", "start_time"}:
        return f"write the time beside the day: {moment}: 2026-03-03T18:00"
    for name in _other_number(key):
        if name in fields:
            return f"did you mean '{name}'?"
    record = next((name for name, field in fields.items() if _has_part(field, key)), None)
    if record is not None:
        return f"'{key}' is a part of '{record}': write it there"
    guess = closest(key, [name for name, field in fields.items() if not field.deprecated])
    if guess is not None:
        return f"did you mean '{guess}'?"
    if key in reader.elsewhere:
        return f"that is a field of {' and '.join(reader.elsewhere[key])}; fields here: {_names(fields)}"
    return f"fields here: {_names(fields)}"


def _other_number(key: str) -> Iterator[str]:
    word = key.casefold().replace("-", "_").replace(" ", "_")
    yield word + "s"
    yield word + "es"
    yield word.removesuffix("s")
    yield word.removesuffix("es")
    yield word.removesuffix("y") + "ies"
    yield word.removesuffix("ies") + "y"


def _has_part(field: Field, key: str) -> bool:
    parts = field.fields if not isinstance(field.of, Field) else field.of.fields
    return key in parts


def _names(fields: Fields) -> str:
    names = list(fields)
    return ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
