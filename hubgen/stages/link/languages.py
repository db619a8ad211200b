"""Lay translations over the entries that they translate."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from hubgen.diagnostics import Related, Report
from hubgen.model.entry import Entry, Key
from hubgen.model.schema import Collection


def split_languages(
    entries: Iterable[Entry], default: str, report: Report
) -> tuple[dict[Key, Entry], tuple[Entry, ...]]:
    """The hub's own language by key, sorted, and the translations; one that is there twice is reported."""
    ordered = _once(sorted(entries, key=lambda each: (each.key, each.locale, each.span)), report)
    primary = {entry.key: entry for entry in ordered if entry.locale == default}
    return primary, tuple(entry for entry in ordered if entry.locale != default)


def _once(entries: Iterable[Entry], report: Report) -> tuple[Entry, ...]:
    """The first of each: `members.yaml` can't put another Ada into the place of the one in `members/ada.yaml`."""
    found: dict[tuple[Key, str], Entry] = {}
    for entry in entries:
        first = found.setdefault((entry.key, entry.locale), entry)
        if first is not entry:
            report.add(
                "HG154",
                entry.span,
                f"{first.span.path} has '{entry.key}' already",
                help="keep one of the two, or give the other another slug",
                related=(Related(first.span, f"is '{entry.key}' already"),),
            )
    return tuple(found.values())


def translate(
    primary: Mapping[Key, Entry],
    translations: Iterable[Entry],
    collections: Mapping[str, Collection],
    report: Report,
) -> dict[tuple[Key, str], Entry]:
    """Whole entries in their other languages; a translation without its entry is reported and left out."""
    whole: dict[tuple[Key, str], Entry] = {}
    for translation in translations:
        original = primary.get(translation.key)
        if original is None:
            _complain_of_orphan(translation, report)
            continue
        own = _translated(translation, collections[translation.collection], report)
        whole[translation.key, translation.locale] = replace(
            translation, values={**original.values, **own}
        )
    return whole


def _translated(translation: Entry, collection: Collection, report: Report) -> dict[str, object]:
    own: dict[str, object] = {}
    for name, value in translation.values.items():
        if collection.fields[name].translatable:
            own[name] = value
        elif name in translation.spans:
            report.add(
                "HG208",
                translation.place_of(name),
                f"'{name}' isn't translated: the value of the entry itself is used",
                help=f"take '{name}' out of the translation",
            )
    return own


def _complain_of_orphan(translation: Entry, report: Report) -> None:
    report.add(
        "HG207",
        translation.span,
        f"this translates '{translation.key}', which doesn't exist in the hub's own language",
        help=f"add '{translation.slug}' to {translation.collection}, or rename this file like the entry it translates",
    )
