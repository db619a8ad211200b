"""Link: from entries that stand alone to a hub in which each knows the others."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Protocol

from msgspec.structs import replace

from hubgen.diagnostics import Report
from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Hub
from hubgen.model.options import BuildOptions
from hubgen.model.schema import Collection, fields_holding
from hubgen.model.values import Markdown
from hubgen.stages.link.bodies import Guide, check_bodies, texts_in
from hubgen.stages.link.cycles import check_cycles
from hubgen.stages.link.inheritance import owners, with_profile
from hubgen.stages.link.languages import split_languages, translate
from hubgen.stages.link.names import book_of
from hubgen.stages.link.permanent_names import check_permanent_names
from hubgen.stages.link.publication import boundaries, unpublished_keys
from hubgen.stages.link.removed import removed_keys, without_removed
from hubgen.stages.link.resolve import REFERRING, Resolver
from hubgen.stages.link.skills import link_skills, skill_book
from hubgen.stages.link.tables import backlinks_of, uses_of
from hubgen.text.markdown.words import summarize

__all__ = ["LINKERS", "link", "removed_keys"]

FIRST_WORDS = 60
"""Characters of a text that stand for a missing title."""

CONTENT = "content"
"""From where links in `site.yaml` are read."""

LINKERS = (check_cycles, check_permanent_names)
"""Checks of the finished hub: each takes it and the report."""


class Settings(Protocol):
    """What linking wants to know of `site.yaml`."""

    @property
    def collections(self) -> Mapping[str, Collection]: ...
    @property
    def language(self) -> str: ...
    @property
    def keep_days(self) -> int: ...
    @property
    def texts(self) -> tuple[Markdown, ...]: ...


def link(
    entries: Iterable[Entry],
    removed: tuple[Key, ...],
    site: Settings,
    options: BuildOptions,
    report: Report,
) -> Hub:
    """The hub of these entries as it is on `options.today`; whatever doesn't fit together is in the report."""
    staying = without_removed(entries, removed, report)
    everything, foreign = split_languages(staying, site.language, report)
    names = book_of(everything.values(), site.collections)
    unpublished = unpublished_keys(everything, options, owners(everything, site.collections, names))
    book = skill_book(everything.values(), report)
    referring = fields_holding(site.collections, *REFERRING)
    resolver = Resolver(
        *(names, book, site.collections, unpublished, frozenset(removed)),
        referring=referring,
        report=report,
    )
    resolved = {key: resolver.entry(entry) for key, entry in everything.items()}
    whole = _complete(
        {key: entry for key, (entry, _) in resolved.items()}, unpublished, site, report
    )
    translations = translate(
        whole, (resolver.entry(each)[0] for each in foreign), site.collections, report
    )
    skills = link_skills(book, whole.values())
    guide = Guide(names, site.collections, skills, unpublished, frozenset(removed))
    texts = chain(
        texts_in(chain(everything.values(), foreign), site.collections),
        ((CONTENT, text) for text in site.texts),
    )
    destinations = check_bodies(texts, everything, guide, report)
    shown = {key: entry for key, entry in whole.items() if key not in unpublished}
    references = (each for key in shown for each in resolved[key][1])
    hub = Hub(
        collections=site.collections,
        entries=shown,
        translations={name: each for name, each in translations.items() if name[0] in shown},
        skills=skills,
        uses=uses_of(shown.values(), site.collections),
        backlinks=backlinks_of(references, shown),
        destinations=destinations,
        removed=removed,
        unpublished=unpublished,
        boundaries=boundaries(everything.values(), site.collections, site.keep_days),
    )
    for check in LINKERS:
        check(hub, report)
    return hub


def _complete(
    entries: Mapping[Key, Entry], unpublished: frozenset[Key], site: Settings, report: Report
) -> dict[Key, Entry]:
    """The entries with lent profiles; one that would be shown without a name is reported and dropped."""
    complete = {}
    for key, entry in entries.items():
        collection = site.collections[entry.collection]
        whole = _named(with_profile(entry, entries, collection), collection)
        if collection.title_field in whole.values or key in unpublished:
            complete[key] = whole
        else:
            title = collection.fields[collection.title_field]
            report.add(
                "HG211",
                entry.span,
                f"this {collection.singular} has no `{title.name}`",
                help=f"add `{title.name}: {title.example or '...'}`",
            )
    return complete


def _named(entry: Entry, collection: Collection) -> Entry:
    """The entry under the first words of its text, where nobody gave it a name: a thank-you needs none."""
    body = collection.body_field
    text = entry.values.get(body.name) if body is not None else None
    if (
        collection.title_field in entry.values
        or collection.inherits
        or not isinstance(text, Markdown)
    ):
        return entry
    words = summarize(text.text, FIRST_WORDS)
    return (
        replace(entry, values={**entry.values, collection.title_field: words}) if words else entry
    )
