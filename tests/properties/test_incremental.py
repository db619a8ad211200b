"""Property 2: after any edits, an incremental build is the same, byte for byte, as a clean one."""

from datetime import timedelta

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.kit import TODAY, Hub
from tests.kit.hub import hub_of
from tests.kit.making import SITES, bodies, entry_paths, files, hubs

THEME = {
    "themes/own/theme.yaml": "name: own\nextends: commons\n",
    "themes/own/templates/partials/note.html": "<p>one</p>\n",
}
THEME_EDITS = {
    "themes/own/theme.yaml": (
        "name: own\nextends: commons\n",
        "name: own\nextends: commons\ndescription: Ours.\n",
    ),
    "themes/own/templates/pages/message.html": (
        '{% extends "base.html" %}\n{% block main %}<h1>{{ view.title }}</h1>{% endblock %}\n',
        '{% extends "base.html" %}\n{% block main %}<h2>{{ view.title }}</h2>{% endblock %}\n',
    ),
    "themes/own/templates/cards/card.html": (
        '<article><a href="{{ view.url }}">{{ view.title }}</a></article>\n',
        '<article><b><a href="{{ view.url }}">{{ view.title }}</a></b></article>\n',
    ),
    "themes/own/templates/cards/members.html": ("<article>{{ view.title }}</article>\n",),
    "themes/own/assets/css/own.css": (".one { margin: 0; }\n", ".two { margin: 0; }\n"),
    "themes/own/i18n/en.yaml": ("nav.search: Find\n", "nav.search: Seek\n"),
}


class Editing(RuleBasedStateMachine):
    """People edit a hub, and somebody builds it now and then."""

    hub: Hub
    today = TODAY
    themed = False

    @initialize(made=hubs(), themed=st.booleans())
    def found(self, made: dict[str, str], themed: bool) -> None:
        self.themed = themed
        if themed:
            made = {**made, **THEME, "site.yaml": made["site.yaml"] + "theme: own\n"}
        self.hub = hub_of(made)

    @rule(entry=files())
    def write(self, entry: tuple[str, str]) -> None:
        self.hub.edit(*entry)

    @rule(path=entry_paths(), other=entry_paths())
    def rename(self, path: str, other: str) -> None:
        if (self.hub.root / path).exists():
            self.hub.rename(path, other)

    @rule(path=entry_paths())
    def delete(self, path: str) -> None:
        if (self.hub.root / path).exists():
            self.hub.delete(path)

    @rule(path=entry_paths())
    def touch(self, path: str) -> None:
        if (self.hub.root / path).exists():
            self.hub.edit(path, self.hub.read(path))

    @rule(path=entry_paths(), entry=files())
    def restore_with_the_old_time(self, path: str, entry: tuple[str, str]) -> None:
        """Another content of the same length at the same time: `rsync -t`, `git stash`, a restored backup."""
        target = self.hub.root / path
        if target.exists():
            size = target.stat().st_size
            text = (entry[1] + " " * size).encode()[:size]
            self.hub.replace(path, text)

    @rule(text=bodies(), place=st.integers(0, 3))
    def reword(self, text: str, place: int) -> None:
        """Other words under what stands above them."""
        for path in sorted(self.hub.root.glob("content/**/*.md"))[place : place + 1]:
            head = path.read_text("utf-8", "replace").rpartition("---\n")[0]
            self.hub.edit(str(path.relative_to(self.hub.root)), f"{head}---\n{text}\n")

    @rule(text=st.sampled_from(SITES))
    def settle(self, text: str) -> None:
        theme = "theme: own\n" if self.themed else ""
        self.hub.edit("site.yaml", text + theme)

    @rule(name=st.sampled_from(("a.txt", "members/b.txt", "CNAME")), text=st.sampled_from("xy"))
    def put_a_static_file(self, name: str, text: str) -> None:
        self.hub.edit(f"static/{name}", text)
        self.hub.edit(f"public/{name}", text + text)

    @rule(gone=st.sampled_from(("", "- members/bob\n", "- members/bob\n- news/eve\n")))
    def remove_people(self, gone: str) -> None:
        self.hub.edit("content/removed.yaml", gone)

    @precondition(lambda self: self.themed)
    @rule(data=st.data())
    def change_the_theme(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(sorted(THEME_EDITS)))
        self.hub.edit(path, data.draw(st.sampled_from(THEME_EDITS[path])))

    @rule(days=st.sampled_from((-1, 1, 2, 7, 40)))
    def wait(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule()
    def lose_the_cache(self) -> None:
        if self.hub.cache.exists():
            self.hub.delete(".hubgen")

    @rule()
    def lose_a_page(self) -> None:
        for path in sorted(self.hub.out.rglob("*.html"))[:2]:
            path.unlink()

    @invariant()
    def builds_as_if_for_the_first_time(self) -> None:
        before = self.hub.site_files()
        incremental = self.hub.build(today=self.today)
        clean = self.hub.clean_copy().build(today=self.today)
        assert incremental.diagnostics == clean.diagnostics
        assert incremental.published == clean.published
        if clean.published:
            assert set(incremental.files) == set(clean.files)
            different = [
                name for name, data in clean.files.items() if incremental.files[name] != data
            ]
            assert different == []
            again = self.hub.build(today=self.today)
            assert again.result.rendered == 0
            assert again.diagnostics == clean.diagnostics
        else:
            assert incremental.tree() == before, "what can't be published leaves the site alone"


def test_incremental_is_clean() -> None:
    # Shrinking a failure takes minutes and a dozen steps can be read as they are.
    unshrunk = (Phase.explicit, Phase.reuse, Phase.generate)
    few = settings(max_examples=12, stateful_step_count=12, phases=unshrunk)
    run_state_machine_as_test(Editing, settings=few)
