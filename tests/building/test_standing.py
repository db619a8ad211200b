"""Pages that show none of the entries whose words were edited aren't looked at, and no other page is left as it is."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from hubgen.config.site import Site
from hubgen.diagnostics import Report
from hubgen.files.reading import HubFolder
from hubgen.model.entry import Entry
from hubgen.model.hub import Hub
from hubgen.model.noting import places_in
from hubgen.model.options import BuildOptions
from hubgen.model.plan import Page, Plan
from hubgen.model.values import Markdown
from hubgen.pipeline import prepare
from hubgen.prepared import Prepared
from hubgen.stages.link.rewording import Rewording, reword, rewording
from hubgen.stages.plan.noting import noting
from hubgen.stages.plan.rewording import reworded
from hubgen.stages.plan.search import engines
from hubgen.workshop import Workshop
from tests.kit import TODAY, site
from tests.kit import Hub as HubFiles
from tests.kit.themes import themes_read_once

HUB = """
    -- content/members/ada.md --
    ---
    name: Ada
    offers: [python]
    ---
    Words.
    -- content/members/bob.md --
    ---
    name: Bob
    headline: Weaves.
    ---
    Words.
    -- content/mentors/bob.yaml --
    member: bob
    topics: [weaving]
    contact: https://bob.example.org/ask
    -- content/resources/book.yaml --
    title: A book
    url: https://example.org/
    type: book
    recommended_by: [bob]
"""
ADA = "content/members/ada.md"
FAR = 400
"""Letters into a text, beyond what any list shows of it."""


@pytest.fixture
def hub() -> HubFiles:
    return site(HUB)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The addresses of pages whose views were made."""
    found: set[str] = set()
    view_of = Plan.view_of

    def noted(plan: Plan, page: Page) -> Any:
        found.add(page.url)
        return view_of(plan, page)

    monkeypatch.setattr(Plan, "view_of", noted)
    return found


def built(hub: HubFiles, looked_at: set[str]) -> set[str]:
    """The pages that a build looks at; it is as good as a clean one."""
    looked_at.clear()
    build = hub.build()
    assert build.published, build.diagnostics
    found = set(looked_at)
    assert build.tree() == hub.clean_copy().build().tree()
    return found


def test_after_an_edit_of_words_only_who_shows_them_is_looked_at(
    hub: HubFiles, looked_at: set[str]
) -> None:
    everything = built(hub, looked_at)
    hub.edit(ADA, hub.read(ADA).replace("Words.", "Other words."))
    some = built(hub, looked_at)
    assert {"members/ada/", "members/", "members/finder.json"} <= some
    assert not {"members/bob/", "mentors/bob/", "resources/book/", "skills/weaving/"} & some
    hub.edit(ADA, hub.read(ADA).replace("[python]", "[python, weaving]"))
    assert built(hub, looked_at) == everything
    hub.edit("content/members/bob.md", "---\nname: Bob\nheadline: Knits.\n---\nWords.\n")
    assert {"members/bob/", "mentors/bob/", "resources/book/"} <= built(hub, looked_at)


def test_who_only_glances_does_not_see_how_a_text_goes_on(
    hub: HubFiles, looked_at: set[str]
) -> None:
    hub.edit(ADA, hub.read(ADA).replace("Words.", "Words. " * 100))
    hub.edit("content/members/bob.md", f"---\nname: Bob\n---\n{'Words. ' * 100}")
    built(hub, looked_at)
    hub.edit(ADA, hub.read(ADA) + "More.\n")
    some = built(hub, looked_at)
    assert "members/ada/" in some
    assert not {"members/", "members/finder.json", "skills/python/", ""} & some
    hub.edit("content/members/bob.md", hub.read("content/members/bob.md") + "More.\n")
    some = built(hub, looked_at)
    assert {"members/bob/", "mentors/bob/"} <= some
    assert not {"members/", "mentors/", "mentors/finder.json"} & some
    hub.edit(
        "content/members/bob.md", hub.read("content/members/bob.md").replace("Words", "Wool", 1)
    )
    assert {"members/", "members/finder.json"} <= built(hub, looked_at)


def test_by_what_search_is_narrowed_is_not_asked_for_how_a_text_goes_on(
    hub: HubFiles, looked_at: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "SMALL", 0)
    hub.edit(ADA, hub.read(ADA).replace("Words.", "Words. " * 100))
    everything = built(hub, looked_at)
    hub.edit(ADA, hub.read(ADA) + "More.\n")
    some = built(hub, looked_at)
    for part, is_made_of_texts in {
        "texts": True,
        "rows": True,
        "skill-": False,
        "level-": False,
        "choices/": False,
    }.items():
        names = {each for each in everything if each.startswith(f"search/en/{part}")}
        assert names
        assert bool(names & some) == is_made_of_texts
    hub.edit("content/members/bob.md", "---\nname: Bob\nheadline: Knits.\n---\nWords.\n")
    assert {each for each in everything if each.startswith("search/en/choices/")} <= built(
        hub, looked_at
    )


def test_words_that_come_back_are_shown_again(hub: HubFiles, looked_at: set[str]) -> None:
    built(hub, looked_at)
    original = hub.read(ADA)
    for text in ("One.", "Two.", "Words.", "Two."):
        hub.edit(ADA, original.replace("Words.", text))
        assert "members/ada/" in built(hub, looked_at)


def test_what_was_checked_in_between_is_no_excuse(hub: HubFiles, looked_at: set[str]) -> None:
    """Other runs remember entries as they were then: what the site shows is older."""
    everything = built(hub, looked_at)
    hub.edit(ADA, hub.read(ADA).replace("[python]", "[python, weaving]"))
    hub.build(out=hub.root / "elsewhere")
    hub.edit(ADA, hub.read(ADA).replace("Words.", "Other words."))
    assert everything == built(hub, looked_at)


def test_anything_beside_words_has_every_page_looked_at(hub: HubFiles, looked_at: set[str]) -> None:
    everything = built(hub, looked_at)
    for path, text in (
        ("site.yaml", hub.read("site.yaml") + "description: Another one.\n"),
        ("content/removed.yaml", "- members/eve\n"),
        ("static/a.txt", "A"),
    ):
        hub.edit(ADA, hub.read(ADA) + "\nMore.\n").edit(path, text)
        assert everything <= built(hub, looked_at), path


def test_without_a_trustworthy_account_every_page_is_looked_at(
    hub: HubFiles, looked_at: set[str]
) -> None:
    everything = built(hub, looked_at)
    (sight,) = hub.cache.glob("sight-*")
    earlier = sight.read_bytes()
    hub.edit(ADA, hub.read(ADA).replace("Words.", "Other words."))
    built(hub, looked_at)
    sight.chmod(0o644)
    sight.write_bytes(earlier)  # What an earlier build saw, beside the manifest of a later one.
    sight.chmod(0o444)
    hub.edit(ADA, hub.read(ADA).replace("Other words.", "Words."))
    assert built(hub, looked_at) == everything


def test_no_page_shows_words_of_an_entry_that_it_has_not_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each page of the example hub, once with other words in all entries that it hasn't looked at and other ends of the texts of
    those that it has glanced at, once with other words in all.
    """
    monkeypatch.setattr(
        engines, "SMALL", 0
    )  # An index has more pages of its own than documents have.
    prepared = _prepared()
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
    showing = glancing = 0
    for number, (path, page) in enumerate(prepared.plan.pages.items()):
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
        assert unchanged == digest, path
        if number % 8 == 0:
            showing += prepared.renderer.view_digest(page, everywhere.view_of(page)) != digest
    assert showing > len(prepared.plan.pages) / 16
    assert glancing > len(prepared.plan.pages) / 4


def _prepared() -> Prepared:
    """The example hub."""
    shop = Workshop(HubFolder(Path()), BuildOptions(TODAY), Report())
    with themes_read_once():
        return prepare(shop)


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
