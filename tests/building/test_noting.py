"""Views note all that they look at: no page of the example hub, in two of its languages, shows anything of what it hasn't noted."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import pytest
from msgspec.structs import replace

from hubgen.config.site import Site
from hubgen.model.entry import Entry
from hubgen.model.hub import GATHERED, Hub, Skill
from hubgen.model.noting import Seen, places_in, row_name
from hubgen.model.plan import Page, Plan
from hubgen.model.roster import SKILLS
from hubgen.model.values import Markdown
from hubgen.stages.link.rewording import Rewording, reword, rewording
from hubgen.stages.plan.backdrop import backdrop, rows_of, tables_of
from hubgen.stages.plan.desk import CHILDREN, LISTED
from hubgen.stages.plan.noting import noting
from hubgen.stages.plan.rewording import reworded
from hubgen.stages.plan.search import engines
from tests.kit.example import example_hub

FAR = 400
"""Letters into a text, beyond what any list shows of it."""


def test_no_page_shows_words_of_an_entry_that_it_has_not_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each of these pages, once with other words in all entries that it hasn't looked at and other ends of the texts of
    those that it has glanced at, once with other words in all.
    """
    monkeypatch.setattr(
        engines, "SMALL", 0
    )  # An index has more pages of its own than documents have.
    prepared = example_hub()
    assert "search/index.en.json" in prepared.plan.pages
    plan, noted = noting(prepared.plan)
    hub, keys = prepared.hub, list(prepared.hub.entries)
    edits = [_with_other_words(each, prepared.site) for each in prepared.readings.entries]
    others, touched = reword(hub, edits)
    assert len(touched) > len(keys) / 2
    ends = list(map(_with_another_end, edits, prepared.readings.entries))
    longer, lengthened = reword(hub, ends)
    assert len(lengthened) > len(keys) / 2
    everywhere = reworded(prepared.plan, others, touched)
    pages = _in_two_languages(prepared.plan)
    showing = glancing = 0
    for number, page in enumerate(pages):
        noted.take()
        digest = prepared.renderer.view_digest(page, plan.view_of(page))
        seen = noted.take()
        read, glanced = (
            {keys[place] for place in places_in(each)} for each in (seen.read, seen.glanced)
        )
        if seen.everybody:
            read = set(keys)
        if seen.everybody_glanced:
            glanced = set(keys) - read
        glancing += bool(glanced & lengthened)
        mixed = _mixed(_mixed(hub, longer, set(keys) - glanced), others, read | glanced)
        elsewhere = reworded(prepared.plan, mixed, touched)
        unchanged = prepared.renderer.view_digest(page, elsewhere.view_of(page))
        assert unchanged == digest, page.path
        if number % 8 == 0:
            showing += prepared.renderer.view_digest(page, everywhere.view_of(page)) != digest
    assert showing > len(pages) / 16
    assert glancing > len(pages) / 4


def test_no_page_shows_values_of_an_entry_or_a_row_that_it_has_not_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each of these pages, once with the values of their neighbours in all entries that it hasn't looked at, and
    with other rows and lists in the places of those for which it hasn't asked, once with others everywhere.
    """
    monkeypatch.setattr(engines, "SMALL", 0)
    prepared = example_hub()
    hub = prepared.hub
    # What is made of names is found out, and the same for whatever plan is made of this one.
    backdrop(prepared.plan)
    rows_of(prepared.plan)
    prepared.plan.editions["en"].desk.in_list_order(hub.entries)
    plan, noted = noting(prepared.plan)
    touched = frozenset(hub.entries)
    others = _with_values_of_neighbours(hub)
    everywhere = reworded(prepared.plan, _with_other_rows(others, Seen()), touched)
    _exchange_lists(everywhere, Seen())
    pages = _in_two_languages(prepared.plan)
    showing = 0
    for number, page in enumerate(pages):
        noted.take()
        digest = prepared.renderer.view_digest(page, plan.view_of(page))
        seen = noted.take()
        mixed = _with_other_rows(_mixed(hub, others, _all_of(seen, hub)), seen)
        elsewhere = reworded(prepared.plan, mixed, touched)
        _exchange_lists(elsewhere, seen)
        assert prepared.renderer.view_digest(page, elsewhere.view_of(page)) == digest, page.path
        if number % 8 == 0:
            showing += prepared.renderer.view_digest(page, everywhere.view_of(page)) != digest
    assert showing > len(pages) / 16


def _all_of(seen: Seen, hub: Hub) -> set[str]:
    """The entries that were looked at, in whatever way."""
    keys = list(hub.entries)
    if _looks_at_all(seen):
        return set(keys)
    looked_at = {keys[place] for each in (seen.read, seen.glanced) for place in places_in(each)}
    return looked_at | {key for key in keys if row_name(GATHERED, _collection(key)) in seen.rows}


def _with_values_of_neighbours(hub: Hub) -> Hub:
    """Each entry says what the next one of its collection says, but for what every page may know of it."""
    groups = [list(each) for _, each in groupby(hub.entries, _collection)]
    following = dict(
        pair for keys in groups for pair in zip(keys, keys[1:] + keys[:1], strict=True)
    )
    entries = {
        key: _exchanged(entry, hub.entries[following[key]], hub)
        for key, entry in hub.entries.items()
    }
    translations = {
        (key, locale): _exchanged(entry, hub.in_locale(following[key], locale), hub)
        for (key, locale), entry in hub.translations.items()
    }
    return replace(hub, entries=entries, translations=translations)


def _exchanged(entry: Entry, other: Entry, hub: Hub) -> Entry:
    own = {hub.collections[entry.collection].title_field, "visibility", "parent"}
    kept = {name: value for name, value in entry.values.items() if name in own}
    rest = {name: value for name, value in other.values.items() if name not in own}
    return replace(entry, values=kept | rest)


def _with_other_rows(hub: Hub, seen: Seen) -> Hub:
    """In each place for which nobody asked stands the row of the next one; and there is a new skill."""
    tables = {
        name: {
            key: row if {name, row_name(name, key)} & {*seen.rows} else other
            for (key, row), other in zip(table.items(), _rotated(table.values()), strict=True)
        }
        for name, table in tables_of(hub).items()
    }
    new = {"zither": Skill("zither", "Zither")}
    asked = SKILLS in seen.rows or _looks_at_all(seen)
    return replace(hub, **tables, skills=hub.skills if asked else {**hub.skills, **new})


def _exchange_lists(plan: Plan, seen: Seen) -> None:
    """Each list that nobody has asked for runs backwards; whoever looks at everybody asks for all of them."""
    if _looks_at_all(seen):
        return
    tables = plan.editions["en"].desk.__dict__
    asked = {*seen.rows, *(each.replace(GATHERED, LISTED) for each in seen.rows)}
    for table, name in {LISTED: "_listed", CHILDREN: "children"}.items():
        tables[name] = {
            key: row if row_name(table, key) in asked else row[::-1]
            for key, row in tables[name].items()
        }


def _looks_at_all(seen: Seen) -> bool:
    return seen.everybody or seen.everybody_glanced


def _rotated(rows: Iterable[Any]) -> list[Any]:
    first, *rest = rows
    return [*rest, first]


def _collection(key: str) -> str:
    return key.partition("/")[0]


def _in_two_languages(plan: Plan) -> list[Page]:
    """Pages in the hub's own language, and in one into which little is translated: the others are made alike."""
    return [each for each in plan.pages.values() if each.locale in {"", "en", "ar"}]


def _mixed(hub: Hub, others: Hub, seen: set[str]) -> Hub:
    """The first hub where somebody looked, the second one everywhere else."""
    entries = {key: (hub if key in seen else others).entries[key] for key in hub.entries}
    translations = {
        name: (hub if name[0] in seen else others).translations[name] for name in hub.translations
    }
    return replace(hub, entries=entries, translations=translations)


def _with_other_words(entry: Entry, site: Site) -> Rewording:
    edited = entry
    for name, value in entry.values.items():
        other = replace(edited, values={**edited.values, name: _other(value)})
        if rewording(entry, other, site) is not None:
            edited = other
    found = rewording(entry, edited, site)
    assert found is not None
    return found


def _with_another_end(edit: Rewording, entry: Entry) -> Rewording:
    """Longer texts go on where no list shows them any more."""
    texts = {name: entry.values[name] for name in edit.words}
    words = {
        name: replace(
            text,
            text=f"{text.text} Quite." if len(text.text) > FAR else text.text,
            html=f"{text.html}<p>Quite.</p>",
        )
        for name, text in texts.items()
        if isinstance(text, Markdown)
    }
    return Rewording(entry, words)


def _other(value: Any) -> Any:
    if isinstance(value, str):
        return f"Quite {value}"
    if isinstance(value, Markdown):
        return replace(value, text=f"Quite {value.text}", html=f"<p>Quite</p>{value.html}")
    return value
