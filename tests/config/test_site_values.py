"""What `site.yaml` says is what the hub gets, and silence means the default."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hubgen.config.collections import BUILT_IN
from hubgen.config.hub_collections import hub_collections
from hubgen.config.loading import load_site, read_site
from hubgen.config.settings import setting_fields
from hubgen.config.site import Site
from hubgen.diagnostics import Report, Severity
from hubgen.files.reading import HubFolder
from hubgen.kinds import Reader
from hubgen.text.yaml_writer import scalar_text
from tests.config.reading import collections_of, site_of, sound

HERE = Path(__file__).parent
CHECKOUT = HERE.parent.parent


def test_a_title_is_enough() -> None:
    site = sound("title: Ours\n")
    assert site == Site(
        collections=hub_collections(None, (), Reader("", Report())),
        title="Ours",
        feeds=("resources", "events", "opportunities", "news"),
    )
    assert tuple(site.collections) == BUILT_IN


def test_the_settings_of_the_example_hub_are_sound_and_name_every_key() -> None:
    report = Report()
    site = load_site(HubFolder(CHECKOUT), report)
    assert report.diagnostics == ()
    assert site.languages == ("en", "fr", "ar")
    text = (CHECKOUT / "site.yaml").read_text(encoding="utf-8")
    assert [name for name in setting_fields() if f"\n{name}:" not in text] == []


@pytest.mark.parametrize("name", ["site-pydis.yaml", "site-selfhosted.yaml"])
def test_data_made_for_another_program_needs_a_description_only(name: str) -> None:
    site = sound((HERE / name).read_text(encoding="utf-8"))
    own = [collection for collection in site.collections.values() if collection.custom]
    assert own
    assert all(collection.title_field in collection.fields for collection in own)


def test_everything_that_can_be_said() -> None:
    site = sound("""
        title: Ours
        base_url: HTTPS://Example.org:8443/a//hub
        language: fr
        languages: [en, fr, pt-BR]
        timezone: America/Sao_Paulo
        theme: {name: plain, options: {scheme: dark, credit: no}}
        markdown: {html: sanitize}
        diagnostics: {HG301: hint, HG302: "off"}
        skills: {unknown: error}
        menu: [members, {label: Chat, url: "https://chat.example.org/"}, pages/about]
        footer: {text: Bye., links: [news]}
        home:
          intro: Hello *you*
          sections: [events, {collection: news, label: Lately, count: 2}]
          actions: [{to: mentors}]
        images: {widths: [900, 300, 900]}
        feeds: [news, news]
        keep_days: 0
        stale_after: 6
        consent: {required: yes, version: 1.10}
        repository: https://github.com/example/hub.git
        static: public/files/
        limits: {entries: 5}
        translations: {en: {title: Our hub, labels: {Lately: Dernièrement}}}
    """)
    assert site.base_url == "https://example.org:8443/a/hub/"
    assert site.languages == ("fr", "en", "pt-BR")
    assert site.theme.name == "plain"
    assert site.theme.options == {"scheme": "dark", "credit": "no"}
    assert site.markdown.html == "sanitize"
    assert site.severities == {"HG301": Severity.HINT, "HG302": Severity.OFF}
    assert site.skills.unknown is Severity.ERROR
    assert [(item.label, item.to, item.url) for item in site.menu] == [
        ("", "members", ""),
        ("Chat", "", "https://chat.example.org/"),
        ("", "pages/about", ""),
    ]
    assert site.footer.text == "Bye."
    assert site.home.intro is not None
    assert "<em>you</em>" in site.home.intro.html
    assert [(each.collection, each.label, each.count) for each in site.home.sections] == [
        ("events", "", 6),
        ("news", "Lately", 2),
    ]
    assert site.image_widths == (300, 900)
    assert site.feeds == ("news",)
    assert (site.keep_days, site.stale_after_months) == (0, 6)
    assert (site.consent.required, site.consent.version) == (True, "1.10")
    assert site.repository is not None
    assert (site.repository.url, site.repository.host) == (
        "https://github.com/example/hub",
        "github",
    )
    assert site.static == "public/files"
    assert site.limits.entries == 5
    assert site.in_language("Lately", "en") == "Dernièrement"
    assert site.in_language("Soon", "en") == "Soon"


@pytest.mark.parametrize(
    "given_url, wanted",
    [
        ("https://example.org", "https://example.org/"),
        ("http://localhost:8000/x", "http://localhost:8000/x/"),
        ("https://bücher.example/a b/", "https://xn--bcher-kva.example/a%20b/"),
        ("https://[2001:DB8::1]/", "https://[2001:db8::1]/"),
        ("  https://example.org/hub//  ", "https://example.org/hub/"),
    ],
)
def test_a_base_url_has_one_form(given_url: str, wanted: str) -> None:
    assert sound(f"title: T\nbase_url: {scalar_text(given_url)}\n").base_url == wanted


def test_a_hidden_collection_leaves_no_trace() -> None:
    site = sound("title: T\ncollections: {members: false, events: no}\n")
    assert "members" not in site.collections
    mentors = site.collections["mentors"]
    assert "member" not in mentors.fields
    assert mentors.inherits == ""
    assert mentors.fields["name"].required
    assert site.collections["resources"].fields["authors"].to == ("organizations",)
    step = site.collections["paths"].fields["steps"].of
    assert step is not None
    assert not isinstance(step, tuple)
    assert "event" not in step.fields


def test_a_built_in_collection_takes_other_words_and_more_fields() -> None:
    site, problems = collections_of("""
        members:
          label: People
          per_page: 12
          fields:
            name: {help: How shall we call you?}
            desk: text
            feed: false
    """)
    assert problems == ()
    members = site.collections["members"]
    assert (members.label, members.per_page, members.singular) == ("People", 12, "member")
    assert members.fields["name"].help == "How shall we call you?"
    assert members.fields["name"].required
    assert (members.fields["desk"].kind, members.fields["desk"].label) == ("text", "Desk")
    assert "feed" not in members.fields


def test_a_collection_of_the_hubs_own_is_as_good_as_any() -> None:
    site, problems = collections_of("""
        tools:
          fields:
            name: {kind: text, required: true}
            price: {kind: number, min: 0, filter: true}
            sizes: {kind: list, of: [small, large]}
            parts: {kind: list, of: {kind: record, shorthand: name, fields: {name: text, made_by: {kind: reference, to: members}}}}
            counts: {kind: mapping, keys: month, of: integer}
    """)
    assert problems == ()
    tools = site.collections["tools"]
    assert tools.custom
    assert (tools.label, tools.singular, tools.url) == ("Tools", "tool", "tools/{slug}/")
    assert tools.title_field == "name"
    assert list(tools.fields)[:5] == ["name", "price", "sizes", "parts", "counts"]
    assert "visibility" in tools.fields
    assert tools.fields["sizes"].of == ("small", "large")
    assert tools.fields["price"].minimum == 0


def test_where_consent_is_required_a_member_without_it_is_wrong() -> None:
    asked = sound("title: T\nconsent: {required: true}\n").collections["members"]
    free = sound("title: T\n").collections["members"]
    assert asked.fields["consent"].required
    assert not free.fields["consent"].required


@given(st.text())
@example("title: [")
@example("- a\n- b")
@example("title: T\ncollections: {x: {fields: {y: {of: {of: {kind: list}}}}}}")
@example("theme: [a]\nmenu: {a: b}\nhome: x\nfooter: []\ntranslations: [x]\ndiagnostics: x")
@settings(max_examples=150, deadline=None)
def test_no_text_whatever_makes_an_exception(text: str) -> None:
    assert isinstance(read_site(text, Report()), Site)


WORDS = st.sampled_from(
    [*setting_fields(), "members", "fields", "kind", "of", "to", "url", "x", "HG301"]
)
SCALARS = st.one_of(
    WORDS, st.sampled_from(["false", "~", "-1", "list", "record", "{slug}/", "a: b", ""])
)
TREES = st.recursive(
    SCALARS.map(scalar_text),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(WORDS, inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        ),
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(list(setting_fields())), TREES, max_size=4))
@settings(max_examples=200, deadline=None)
def test_settings_of_any_shape_give_a_site_and_say_where_they_are_wrong(
    tree: dict[str, str],
) -> None:
    site, problems = site_of("".join(f"{key}: {value}\n" for key, value in tree.items()))
    assert site.languages[0] == site.language
    assert all(problem.span.path == "site.yaml" for problem in problems)
    assert all(1 <= problem.span.line <= max(1, len(tree)) for problem in problems)


def test_a_folder_without_settings_is_no_hub(tmp_path: Path) -> None:
    report = Report()
    site = load_site(HubFolder(tmp_path), report)
    (problem,) = report.diagnostics
    assert (problem.code, problem.span.path) == ("HG401", "site.yaml")
    assert "hubgen init" in problem.help
    assert tuple(site.collections) == BUILT_IN


def test_settings_under_a_similar_name_are_pointed_out(tmp_path: Path) -> None:
    tmp_path.joinpath("site.yml").write_text("title: T\n")
    report = Report()
    load_site(HubFolder(tmp_path), report)
    assert "site.yml" in report.diagnostics[0].help


def test_settings_that_are_a_link_are_refused(tmp_path: Path) -> None:
    tmp_path.joinpath("secret").write_text("title: Stolen\n")
    hub = tmp_path / "hub"
    hub.mkdir()
    hub.joinpath("site.yaml").symlink_to(tmp_path / "secret")
    report = Report()
    assert load_site(HubFolder(hub), report).title != "Stolen"
    assert [problem.code for problem in report.diagnostics] == ["HG102"]


def test_broken_syntax_is_the_only_complaint() -> None:
    _, problems = site_of("title: [\n")
    assert problems
    assert all(problem.code.startswith("HG1") for problem in problems)


def test_dates_are_not_taken_for_dates() -> None:
    assert sound(f"title: {date(2026, 1, 1)}\n").title == "2026-01-01"


def test_words_of_definitions_may_be_spelled_in_other_ways() -> None:
    site, problems = collections_of(
        "tools: {Fields: {name: text, size: {kind: choice, OF: [small]}}, title_field: name}"
    )
    assert [each.code for each in problems] == ["HG302", "HG302"]
    assert site.collections["tools"].fields["size"].of == ("small",)
