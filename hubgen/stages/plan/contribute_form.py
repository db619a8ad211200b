"""The form that writes an entry's file: each field of the schema as something that one fills in."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hubgen.config.code_host import LONGEST, begin_url, edit_url, name_key, takes_text
from hubgen.config.site import Repository
from hubgen.diagnostics import Severity
from hubgen.diagnostics.catalog import CATALOG
from hubgen.kinds.answers import parts_of
from hubgen.kinds.form_rules import choices_of, rules_of
from hubgen.kinds.new_entries import entry_suffix, modeline, rank
from hubgen.kinds.record import item_field
from hubgen.model.entry_sources import drawer_path
from hubgen.model.schema import Collection, Field
from hubgen.model.views import FormChoice, FormField, FormPart, FormView
from hubgen.model.views.root import ROOT
from hubgen.stages.plan.edition import Edition
from hubgen.text.patterns import pattern

WORDS: Final = "problem."
"""With this the keys of all messages begin that say what is wrong with an answer."""
_WIDGETS: Final[Mapping[str, str]] = {
    "markdown": "text",
    "date": "date",
    "datetime": "moment",
    "boolean": "flag",
    "choice": "choice",
    "status": "choice",
    "visibility": "choice",
    "severity": "choice",
    "skills": "names",
    "references": "names",
    "reference": "names",
    "tags": "names",
    "dates": "list",
    "record": "parts",
    "place": "parts",
    "image": "parts",
    "recurrence": "parts",
    "consent": "parts",
    "mapping": "map",
}
"""How kinds are filled in; all others in a line."""
_KEYBOARDS: Final[Mapping[str, str]] = {
    "url": "url",
    "email": "email",
    "integer": "numeric",
    "number": "decimal",
}
_KNOWN: Final[Mapping[str, str]] = {
    "timezone": "zones",
    "language": "languages",
    "locale": "languages",
    "country": "countries",
    "license": "licenses",
}
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT: Final = frozenset({"integer", "number", "month", "time", "duration"})
_MIDDLING: Final = frozenset({"timezone", "country", "language", "locale", "license", "identifier"})
_SHOWN: Final = frozenset({"month", "time", "duration", "timezone", "handle", "identifier"})
"""Kinds of which nobody guesses how they are written: their example is shown."""
_UNITS: Final = ("day", "week", "month", "year")
_ABOUT_SELF: Final = {"name": "name", "email": "email"}
"""What a member says of themselves that their browser knows."""


class _Desk(Struct, frozen=True):
    """Where the form's words come from."""

    collection: Collection
    edition: Edition


def form_of(collection: Collection, edition: Edition, repository: Repository) -> FormView:
    """The form for an entry of the collection."""
    folder = f"content/{collection.name}"
    desk = _Desk(collection, edition)
    named = dict.fromkeys(filter(None, (collection.title_field, collection.inherits)))
    required = (field.name for field in collection.fields.values() if field.required)
    contribute = edition.address("contribute/")
    order = [each.name for each in collection.fields.values() if not each.deprecated]
    return FormView(
        collection=collection.name,
        parts=tuple(_parts(desk)),
        order=" ".join(order),
        named_by=" ".join(named),
        named_also_by=" ".join(required),
        title_field=collection.title_field,
        suffix=entry_suffix(collection),
        modeline=modeline(collection),
        folder=f"{folder}/",
        begin=begin_url(repository, folder),
        edit=edit_url(repository, f"{folder}/"),
        name_key=name_key(repository),
        takes_text=takes_text(repository),
        longest=LONGEST,
        names=f"{contribute}{{collection}}/names.json",
        values=ROOT + drawer_path(collection.name, "{drawer}"),
        codes=f"{ROOT}contribute/codes.json",
        severities=_severities(edition),
        words=_words(edition),
        start=collection.start_field,
        end=collection.end_field,
        deadline=collection.deadline_field,
    )


def _parts(desk: _Desk) -> Iterator[FormPart]:
    fields = [each for each in desk.collection.fields.values() if not each.deprecated]
    either = {name for field in fields for name in field.required_unless}
    body = [field for field in fields if field.body]
    ranks = [(0 if each.name in either else rank(each), each) for each in fields if not each.body]
    main = [each for place in (0, 1) for found, each in ranks if found == place]
    for name, chosen in (
        ("main", main + body),
        ("more", [each for found, each in ranks if found == 2]),
        ("steering", [each for found, each in ranks if found == 3]),
    ):
        if chosen:
            yield FormPart(name, tuple(_top(each, either, desk) for each in chosen))


def _top(field: Field, either: Iterable[str], desk: _Desk) -> FormField:
    """A field of the entry itself, with its rules."""
    made = _made(field, desk)
    # What is missing is told in the page's words; in English they are those of `check`, mark by mark.
    own = desk.edition.locale == "en"
    rules = rules_of(field if own else replace(field, label=made.label, help=made.help))
    is_self = desk.collection.name == "members"
    return replace(
        made,
        need="required"
        if field.required
        else "either"
        if field.required_unless or field.name in either
        else "",
        autocomplete=_ABOUT_SELF.get(field.name, "") if is_self else "",
        rules=json.dumps(rules, ensure_ascii=False, separators=(",", ":")),
    )


def _made(field: Field, desk: _Desk) -> FormField:
    label, help_text, lang = _told(field, desk)
    return FormField(
        name=field.name,
        label=label,
        help=help_text,
        widget=_widget(field),
        lang=lang,
        need="required" if field.required else "",
        example=field.example if field.kind in _SHOWN else "",
        width="short" if field.kind in _SHORT else "middling" if field.kind in _MIDDLING else "",
        keyboard=_KEYBOARDS.get(field.kind, ""),
        suggest=_suggestions(field, desk.edition),
        is_single=field.kind == "reference",
        wording=field.relation,
        choices=_choices(field, desk.edition),
        fields=tuple(_within(field, _made(each, desk)) for each in _inner(field)),
    )


def _within(outer: Field, made: FormField) -> FormField:
    """A part of a field: what it needs is needed only by who gives the rest, unless that is needed as well."""
    is_asked = outer.required or outer.name in _ITEMS or _widget(outer) != "parts"
    return replace(made, need="within") if made.need and not is_asked else made


def _widget(field: Field) -> str:
    if field.kind != "list":
        return _WIDGETS.get(field.kind, "line")
    item = item_field(field)
    if item.kind == "choice":
        return "choices"
    return "names" if item.kind in {"language", "skills"} else "list"


def _inner(field: Field) -> Iterator[Field]:
    if field.kind == "mapping":
        yield Field("key", field.keys or "text", label="")
        yield replace(item_field(field), name="value", label="", help="")
    elif field.kind == "dates":
        yield Field("item", "date")
    elif field.kind == "list" and _widget(field) == "list":
        yield replace(item_field(field), name="item", label="", help="")
    elif field.kind == "recurrence":
        for part in parts_of(field).values():
            # What one can say in a form: how often, and on which weekdays.
            if part.name == "every":
                yield replace(part, kind="choice", of=_UNITS)
            else:
                yield part
    else:
        yield from parts_of(field).values()


def _choices(field: Field, edition: Edition) -> tuple[FormChoice, ...]:
    words = choices_of(field)
    if field.kind == "list" and isinstance(item_field(field).of, tuple):
        words = choices_of(item_field(field))
    if field.name == "on" and field.kind == "tags":
        words = _WEEKDAYS
    return tuple(FormChoice(each, edition.choice(each)) for each in words)


def _suggestions(field: Field, edition: Edition) -> str:
    kind = item_field(field).kind if field.kind == "list" else field.kind
    if kind == "skills":
        return "skills"
    if kind in {"reference", "references"}:
        every = (each.name for each in edition.hub.collections.values() if each.listed)
        return " ".join(every if "*" in field.to else field.to)
    return _KNOWN.get(kind, "")


def _told(field: Field, desk: _Desk) -> tuple[str, str, str]:
    """Label, help, and the language of the help where it isn't the page's."""
    edition = desk.edition
    label = edition.field_label(desk.collection.name, field) if field.name not in _ITEMS else ""
    own = " ".join(field.help.split())
    plain = own.replace("`", "")
    told = edition.field_help(desk.collection.name, replace(field, help=plain))
    if told != plain:
        return label, told, ""
    written = edition.desk.site.language if desk.collection.custom else "en"
    said = _MARKED.sub(lambda found: _as_labelled(found[1], desk), own)
    return label, said, written if said and written != edition.locale else ""


_ITEMS: Final = frozenset({"item", "key", "value"})
_MARKED: Final = pattern(r"`([^`]+)`")


def _as_labelled(word: str, desk: _Desk) -> str:
    """A word that stands in a file, as a form says it: fields have their labels here, everything else is a word alone."""
    field = desk.collection.fields.get(word)
    return f"“{desk.edition.field_label(desk.collection.name, field)}”" if field else word


def _severities(edition: Edition) -> str:
    asked = edition.desk.site.severities
    mild = {
        code: str(severity)
        for code, rule in CATALOG.items()
        if code.startswith(("HG2", "HG3"))
        and (severity := asked.get(code, rule.severity)) is not Severity.ERROR
    }
    return json.dumps(mild, separators=(",", ":"))


def _words(edition: Edition) -> str:
    found = edition.messages.by_key
    words = {
        key.removeprefix(WORDS): message.forms["other"]
        for key, message in found.items()
        if key.startswith(WORDS)
    }
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))
