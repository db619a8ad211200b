"""After whatever edits, the preview gives for every address what a clean build would have written there."""

from collections.abc import Mapping
from contextlib import ExitStack

from hypothesis import note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.kit import site
from tests.kit.previews import previewed

HUB = """
-- site.yaml --
title: Test hub
base_url: https://hub.example/
-- content/members/ada.yaml --
name: Ada
offers: [weaving]
-- content/events/loom.yaml --
title: The loom
start: 2026-12-01 18:00
timezone: Europe/Paris
mode: hybrid
-- content/pages/about.md --
# About

Words.
"""
SITE = "title: {title}\nbase_url: https://hub.example/\n{more}"
SLUGS = ("ada", "bo", "cyd", "dee")
SKILLS = ("weaving", "dyeing", "spinning")
words = st.sampled_from(("Looms.", "Knots & ties", "Ünï", "1 < 2", "", "[[ada]]", "**bold**"))
slugs = st.sampled_from(SLUGS)
COPIED = "hello.txt"
HOME = "themes/mine/templates/pages/home.html"
FINE = '{{% extends "commons/pages/home.html" %}}{{% block main %}}<p>{} {{{{ page.title }}}}</p>{{% endblock %}}\n'


class Edits(RuleBasedStateMachine):
    """A small hub, edited in every way while it is previewed."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.good: Mapping[str, bytes] = {}

    @initialize(polls=st.sampled_from((False, False, True)))
    def begin(self, polls: bool) -> None:
        """The preview starts."""
        self.hub = site(HUB)
        self.preview = self.stack.enter_context(previewed(self.hub, polls=polls))

    # ------------------------------------------------------------ edits

    def save(self, path: str, text: str, how: str = "write") -> None:
        """Save a file as editors do."""
        target = self.hub.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if how == "write" or not target.exists():
            target.write_text(text, "utf-8")
        elif how == "replace":
            beside = target.with_name(f".{target.name}.part")
            beside.write_text(text, "utf-8")
            beside.replace(target)
        else:
            backup = target.with_name(target.name + "~")
            target.rename(backup)
            target.write_text(text, "utf-8")
            backup.unlink()

    @rule(
        slug=slugs,
        name=st.sampled_from(("Ada", "Bo", "Zoë")),
        bio=words,
        skills=st.sets(st.sampled_from(SKILLS)),
        how=st.sampled_from(("write", "replace", "rename")),
    )
    def member(self, slug: str, name: str, bio: str, skills: set[str], how: str) -> None:
        """A member is new or another."""
        text = (
            f"name: {name}\noffers: [{', '.join(sorted(skills))}]\nbio: |\n  {bio or 'Nothing.'}\n"
        )
        self.save(f"content/members/{slug}.yaml", text, how)

    @rule(slug=slugs, text=words)
    def page(self, slug: str, text: str) -> None:
        """A page is new or another, and may link to a member."""
        self.save(f"content/pages/{slug}.md", f"# Page {slug}\n\n{text} See [[members/ada]].\n")

    @rule(slug=slugs)
    def break_member(self, slug: str) -> None:
        """A member can't be read."""
        self.save(f"content/members/{slug}.yaml", "name: [Ada\n")

    @rule(slug=slugs, kind=st.sampled_from(("members/{}.yaml", "pages/{}.md")))
    def delete(self, slug: str, kind: str) -> None:
        """A file goes."""
        (self.hub.root / "content" / kind.format(slug)).unlink(missing_ok=True)

    @rule(old=slugs, new=slugs)
    def rename(self, old: str, new: str) -> None:
        """A member gets another name, maybe another's."""
        source = self.hub.root / f"content/members/{old}.yaml"
        if source.exists():
            source.replace(self.hub.root / f"content/members/{new}.yaml")

    @rule(
        title=st.sampled_from(("Test hub", "Other hub")),
        more=st.sampled_from(
            (
                "",
                "theme: {name: mine}\n",
                "theme: {options: {accent: '#224488'}}\n",
                "languages: [en, fr]\n",
                "titel: x\n",
            )
        ),
    )
    def settings(self, title: str, more: str) -> None:
        """`site.yaml` is another."""
        self.save("site.yaml", SITE.format(title=title, more=more))
        self.save("themes/mine/theme.yaml", "name: mine\nextends: commons\n")

    @rule(text=st.sampled_from((FINE.format("One"), FINE.format("Two"), "{% block main %}\n", "")))
    def template(self, text: str) -> None:
        """A template is another, broken, or gone."""
        self.save("themes/mine/theme.yaml", "name: mine\nextends: commons\n")
        if text:
            self.save(HOME, text)
        else:
            (self.hub.root / HOME).unlink(missing_ok=True)

    @rule(length=st.integers(1, 3))
    def style(self, length: int) -> None:
        """A stylesheet is another."""
        self.save("themes/mine/theme.yaml", "name: mine\nextends: commons\n")
        self.save(
            "themes/mine/assets/css/pages/mine.css", f"h1 {{ letter-spacing: {length}px; }}\n"
        )

    @rule(text=words)
    def static(self, text: str) -> None:
        """A file that is copied as it is."""
        self.save(f"static/{COPIED}", text)

    # ------------------------------------------------------------ what holds

    @invariant()
    def every_address_gives_what_a_clean_build_writes(self) -> None:
        """The newest bytes where the hub can be published, the last good ones where it can't."""
        if not hasattr(self, "preview"):
            return
        build = self.hub.clean_copy().build(cache=False)
        if build.published:
            self.good = build.tree()
        else:
            # Files that are copied as they are have no last good version.
            self.good = {path: data for path, data in self.good.items() if path != COPIED}
        wanted = self.good

        def is_so() -> bool:
            return not self.differences(wanted) and bool(self.errors()) == (not build.published)

        try:
            self.preview.wait_until("what is given is what a clean build writes", is_so)
        except AssertionError:
            self.preview.session.settle()
            note(
                f"different: {self.differences(wanted)[:9]}; errors: {self.errors()}; built: {build.codes}"
            )
            raise

    def differences(self, wanted: Mapping[str, bytes]) -> list[str]:
        """The addresses that don't give what they should, those included that should be gone."""
        found = [
            path
            for path, data in wanted.items()
            if path != ".hubgen-files.json" and self.given(path) != data
        ]
        shown = self.preview.session.snapshot.shown
        plan = shown.prepared.plan if shown is not None else None
        more = {*plan.pages, *plan.assets} - {*wanted, COPIED} if plan is not None else set()
        return [*found, *sorted(more)]

    def given(self, path: str) -> bytes:
        """What the preview gives for a file of the site, by the address that people use."""
        return self.preview.get(path.removesuffix("index.html")).data

    def errors(self) -> list[str]:
        """The codes of all errors."""
        return [
            each.code for each in self.preview.session.snapshot.problems if each.severity == "error"
        ]

    def teardown(self) -> None:
        """The preview ends, and leaves nothing behind."""
        self.stack.close()


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=4, stateful_step_count=12, deadline=None)
