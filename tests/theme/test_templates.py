"""Which pages stand on which templates, and what is wrong with a template before it makes one."""

from pathlib import Path

import pytest

from hubgen.theme import Theme
from tests.theme.workbench import PLAIN, good, read

THEME = """\
-- plain/theme.yaml --
name: plain
-- plain/templates/base.html --
{% include "partials/nav.html" %}{% block main %}{% endblock %}
-- plain/templates/partials/nav.html --
nav
-- plain/templates/partials/foot.html --
foot
-- plain/templates/macros/a.html --
{% from "macros/b.html" import b %}{% macro a() %}{{ b() }}{% endmacro %}
-- plain/templates/macros/b.html --
{% macro b() %}b{% endmacro %}
-- plain/templates/macros/list.html --
{% macro list(cards) %}{% for each in cards %}{{ card(each) }}{% endfor %}{% endmacro %}
-- plain/templates/cards/card.html --
{% include "partials/foot.html" %}{{ view.title }}
-- plain/templates/cards/members.html --
{{ view.title }}
-- plain/templates/pages/entry.html --
{% extends "base.html" %}{% from "macros/a.html" import a %}{% block main %}{{ a() }}{% endblock %}
-- plain/templates/pages/home.html --
{% extends "base.html" %}{% import "macros/list.html" as lists %}{% block main %}{{ lists.list([]) }}{% endblock %}
-- plain/templates/pages/search.html --
alone
"""


def test_a_closure_holds_all_that_can_be_reached(tmp_path: Path) -> None:
    templates = good(tmp_path, THEME).templates
    assert templates["pages/entry.html"].closure == (
        "base.html",
        "macros/a.html",
        "macros/b.html",
        "pages/entry.html",
        "partials/nav.html",
    )
    assert templates["pages/search.html"].closure == ("pages/search.html",)


def test_whoever_lists_cards_stands_on_all_cards(tmp_path: Path) -> None:
    closure = good(tmp_path, THEME).templates["pages/home.html"].closure
    assert {"cards/card.html", "cards/members.html", "partials/foot.html"} <= set(closure)


@pytest.mark.parametrize(
    "edited, pages",
    [
        ("base.html", {"pages/entry.html", "pages/home.html"}),
        ("macros/b.html", {"pages/entry.html"}),
        ("partials/foot.html", {"pages/home.html"}),
        ("pages/search.html", {"pages/search.html"}),
    ],
)
def test_an_edit_changes_the_digests_of_those_that_reach_it(
    tmp_path: Path, edited: str, pages: set[str]
) -> None:
    before = good(tmp_path, THEME)
    path = tmp_path / "plain/templates" / edited
    path.write_text(path.read_text("utf-8") + "<hr>", "utf-8")
    report_free, _ = read(tmp_path, "")
    assert report_free is not None
    changed = {name for name in before.closures if _digests_differ(before, report_free, name)}
    assert {name for name in changed if name.startswith("pages/")} == pages


def test_a_new_card_changes_the_lists(tmp_path: Path) -> None:
    before = good(tmp_path, THEME)
    after = good(tmp_path, "-- plain/templates/cards/events.html --\n{{ view.title }}\n")
    assert _digests_differ(before, after, "pages/home.html")
    assert not _digests_differ(before, after, "pages/entry.html")


@pytest.mark.parametrize(
    "template, line, words",
    [
        ("<p>\n{% if view.title %}\n</p>", 3, "HG506 Unexpected end of template"),
        ("{{ view.title }", 1, "HG506"),
        ("a\n{% endif %}", 2, "HG506 Encountered unknown tag 'endif'"),
        ("{{ 'a' | shout }}", 1, "HG506 No filter named 'shout'"),
        ("\n{% include view.title %}", 2, "HG507"),
        ("{% extends ['a.html', view.title] %}", 1, "HG50"),
        (
            '\n\n{% include "partial/nav.html" %}',
            3,
            "HG508 there is no template 'partial/nav.html'",
        ),
        ("a\n{{ vew.title }}", 2, "HG510 nothing is called 'vew' here | did you mean 'view'?"),
        ("{{ site.title }}", 1, "HG510 nothing is called 'site' here"),
        (
            "\n{{ t('nav.hom') }}",
            2,
            "HG514 there is no message 'nav.hom' | did you mean 'nav.home'?",
        ),
        ("\n{{ asset('css/site.cs') }}", 2, "HG513 the theme has no file 'css/site.cs'"),
        (
            "\n{{ icon('serch') }}",
            2,
            "HG513 the theme has no icon 'serch' | did you mean 'search'?",
        ),
    ],
)
def test_a_mistake_in_a_template_has_a_place(
    tmp_path: Path, template: str, line: int, words: str
) -> None:
    files = (
        f"{PLAIN}-- plain/i18n/en.yaml --\nnav: {{home: Home}}\n"
        "-- plain/assets/icons/search.svg --\n<svg/>\n-- plain/assets/css/tokens.css --\n:root {}\n"
        f"-- plain/templates/partials/nav.html --\nnav\n-- plain/templates/pages/bad.html --\n{template}\n"
    )
    theme, found = read(tmp_path, files)
    assert theme is not None
    assert found
    assert all(each.startswith("plain/templates/pages/bad.html:") for each in found)
    assert found[0].startswith(f"plain/templates/pages/bad.html:{line} {words}")


@pytest.mark.parametrize(
    "name, template, words",
    [
        (
            "pages/home.html",
            "\n{{ view.titel }}",
            "HomeView has no field 'titel' | did you mean 'title'?",
        ),
        ("pages/members/entry.html", "\n{{ view.nam }}", "EntryView has no field 'nam'"),
        (
            "pages/search.html",
            "\n{{ view.fields }}",
            "SearchView has no field 'fields' | it has: title",
        ),
        ("cards/members.html", "\n{{ view.body }}", "CardView has no field 'body'"),
        ("partials/any.html", "\n{{ page.tilte }}", "Head has no field 'tilte'"),
        ("base.html", "\n{% if frame.serch %}{% endif %}", "Frame has no field 'serch'"),
    ],
)
def test_a_field_that_no_view_has_is_seen_before_a_page_is_made(
    tmp_path: Path, name: str, template: str, words: str
) -> None:
    _, found = read(tmp_path, f"{PLAIN}-- plain/templates/{name} --\n{template}\n")
    assert len(found) == 1
    assert found[0].startswith(f"plain/templates/{name}:2 HG511 {words}")


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.nope is defined }}",
        "{% if page.nope is undefined %}{% endif %}",
        "{{ other.nope is defined }}",
    ],
)
def test_who_asks_for_a_field_may_be_wrong(tmp_path: Path, template: str) -> None:
    text = f"{{% set other = view %}}{template}"
    assert read(tmp_path, f"{PLAIN}-- plain/templates/pages/home.html --\n{text}\n")[1] == []


@pytest.mark.parametrize(
    "name, template",
    [
        ("cards/card.html", "{{ page.title }}"),
        ("cards/events.html", "{{ frame.home }}"),
        ("macros/m.html", "{% macro m() %}{{ view.title }}{% endmacro %}"),
    ],
)
def test_cards_and_macros_do_not_know_their_page(tmp_path: Path, name: str, template: str) -> None:
    _, found = read(tmp_path, f"{PLAIN}-- plain/templates/{name} --\n{template}\n")
    assert [each.split()[1] for each in found] == ["HG510"]


@pytest.mark.parametrize(
    "template",
    [
        "{% set x = 1 %}{{ x }}",
        "{% for n in range(3) %}{{ loop.index }}{{ n }}{% endfor %}",
        "{% macro m(a) %}{{ a }}{{ caller() }}{% endmacro %}{% call m(1) %}x{% endcall %}",
        '{% include ["a.html", "pages/home.html"] ignore missing %}',
        "{{ t('any' ~ view.title) }}{{ view.title | upper }}{{ view is defined }}",
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, template: str) -> None:
    _, found = read(tmp_path, f"{PLAIN}-- plain/templates/pages/x.html --\n{template}\n")
    assert found == []


def test_a_promise_is_kept(tmp_path: Path) -> None:
    manifest = "-- plain/theme.yaml --\npromises:\n  - pages/home.html\n  - pages/hom.html\n"
    _, found = read(tmp_path, PLAIN + manifest)
    assert found == [
        "plain/theme.yaml:3 HG509 the promised template 'pages/hom.html' is missing | did you mean 'pages/home.html'?"
    ]


def _digests_differ(before: Theme, after: Theme, name: str) -> bool:
    return before.closure_digest(name) != after.closure_digest(name)
