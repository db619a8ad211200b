"""Templates make pages: safely, always the same, and with a place in the theme when they fail."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hubgen.diagnostics import Report
from hubgen.model.plan import Page
from hubgen.model.views import ROOT, RedirectView
from hubgen.stages.render import Renderer
from tests.stages.render.workbench import FRAME, card, home, message, page, press, renderer, show
from tests.theme.workbench import said

HOSTILE = "<script>alert('1')</script>\"&"


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.title }}",
        "{{ page.title }}",
        '<a title="{{ view.title }}">',
        "{{ [view.title] | join }}",
    ],
)
def test_what_content_says_is_text(tmp_path: Path, template: str) -> None:
    html = show(tmp_path, template, message(HOSTILE))
    assert "<script" not in html
    assert "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&#34;&amp;" in html


def test_a_macro_and_a_message_escape_too(tmp_path: Path) -> None:
    files = """\
-- plain/i18n/en.yaml --
greet: Hello {name}
-- plain/templates/macros/m.html --
{% macro m(text) %}<b>{{ text }}</b>{% endmacro %}
-- plain/templates/pages/home.html --
{% from "macros/m.html" import m %}{{ m(view.title) }}{{ t('greet', name=view.title) }}
"""
    output = press(renderer(tmp_path, files), page(message(HOSTILE)), FRAME, Report())
    assert output is not None
    assert b"<script" not in output.data
    assert output.data.count(b"<b>&lt;script") == 1


@pytest.mark.parametrize(
    "url, path",
    [("", "index.html"), ("gone/", "gone/index.html"), ("404.html", "404.html")],
)
def test_a_page_has_its_file(tmp_path: Path, url: str, path: str) -> None:
    output = press(renderer(tmp_path), page(message(), url), FRAME, Report())
    assert output is not None
    assert output.path == path


def test_files_end_in_one_line_end_and_have_no_others_than_plain_ones(tmp_path: Path) -> None:
    html = show(tmp_path, "<p>{{ view.text }}</p>\n\n\n", message(text="a\r\nb\rc"))
    assert html == "<p>a\nb\nc</p>\n"


@given(text=st.text(st.characters(codec=None), max_size=20))
def test_any_text_makes_a_page(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    made = renderer(tmp_path_factory.getbasetemp() / "any-text")
    shown = message(text)
    output = press(made, page(shown), FRAME, Report())
    assert output is not None
    assert output.data.decode().count("<") == 2
    assert made.view_digest(page(shown), shown)


@pytest.mark.parametrize(
    "template, place, words",
    [
        (
            "a\n{{ view.titel }}",
            2,
            "HG511 MessageView has no field 'titel' | did you mean 'title'?",
        ),
        ("{{ view.title.nope.more }}", 1, "HG511"),
        ("\n\n{{ nothing }}", 3, "HG511 the template failed: 'nothing' is undefined"),
        ("\n{{ 1 / 0 }}", 2, "HG511"),
        ("{% for x in 7 %}{% endfor %}", 1, "HG511"),
        ("\n{{ view.title + 1 }}", 2, "HG511"),
        ("{{ t(1, 2, 3) }}", 1, "HG511"),
        ("\n{{ asset('x' ~ view.title) }}", 2, "HG511"),
        ("\n{{ icon(view.title) }}", 2, "HG511"),
        ("a\n{% if %}", 2, "HG506"),
        ("\n{% include 'no.html' %}", 2, "HG508 there is no template 'no.html'"),
        ("{% block a %}{% endblock %}\n{% block a %}{% endblock %}", 2, "HG506"),
        ("{{ view.title | nofilter }}", 1, "HG506"),
    ],
)
def test_a_failing_template_is_reported_at_its_line(
    tmp_path: Path, template: str, place: int, words: str
) -> None:
    report = Report()
    made = renderer(tmp_path, f"-- plain/templates/pages/home.html --\n{template}\n")
    assert press(made, page(message()), FRAME, report) is None
    assert len(said(report)) == 1
    assert said(report)[0].startswith(f"plain/templates/pages/home.html:{place} {words}")


def test_the_innermost_template_is_named(tmp_path: Path) -> None:
    files = """\
-- plain/templates/base.html --
{% block main %}{% endblock %}
-- plain/templates/macros/m.html --

{% macro m(each) %}
{{ each.nope }}
{% endmacro %}
-- plain/templates/pages/home.html --
{% extends "base.html" %}
{% from "macros/m.html" import m %}
{% block main %}{{ m(view) }}{% endblock %}
"""
    report = Report()
    assert press(renderer(tmp_path, files), page(message()), FRAME, report) is None
    assert said(report)[0].startswith(
        "plain/templates/macros/m.html:3 HG511 MessageView has no field"
    )


def test_the_wrong_word_is_underlined(tmp_path: Path) -> None:
    report = Report()
    files = "-- plain/templates/pages/home.html --\n<h1>{{ view.titel }}</h1>\n"
    press(renderer(tmp_path, files), page(message()), FRAME, report)
    (found,) = report.diagnostics
    assert (found.span.line, found.span.column, found.span.end_column) == (1, 13, 18)


def test_a_card_that_fails_is_named_too(tmp_path: Path) -> None:
    files = (
        "-- plain/templates/cards/card.html --\n\n{{ view.nope }}\n"
        "-- plain/templates/pages/home.html --\n{{ card(view.sections[0].cards[0]) }}\n"
    )
    report = Report()
    view = home(card())
    assert press(renderer(tmp_path, files), page(view), FRAME, report) is None
    assert said(report)[0].startswith(
        "plain/templates/cards/card.html:2 HG511 CardView has no field"
    )


def test_a_template_without_end_fails_like_others(tmp_path: Path) -> None:
    report = Report()
    files = "-- plain/templates/pages/home.html --\n{% include 'pages/home.html' %}\n"
    assert press(renderer(tmp_path, files), page(message()), FRAME, report) is None
    assert said(report)[0].split()[1] == "HG511"


def test_a_page_without_a_template_is_reported(tmp_path: Path) -> None:
    report = Report()
    made = renderer(tmp_path)
    assert press(made, page(message(), template="pages/none.html"), FRAME, report) is None
    assert said(report)[0].startswith("plain/theme.yaml:1 HG509")


def test_a_card_is_made_once_and_of_its_own_template(tmp_path: Path) -> None:
    files = """\
-- plain/templates/cards/card.html --
<i>{{ view.title }}</i>
-- plain/templates/cards/events.html --
<b>{{ view.title }}</b>
-- plain/templates/pages/home.html --
{% for each in view.sections[0].cards %}{{ card(each) }}{% endfor %}
"""
    made = renderer(tmp_path, files)
    member, event = card("<Ada>"), card("Fest", "events")
    output = press(made, page(home(member, event, member)), FRAME, Report())
    assert output is not None
    assert output.data == b"<i>&lt;Ada&gt;</i><b>Fest</b><i>&lt;Ada&gt;</i>\n"


def test_cards_made_anew_are_not_mistaken_for_old_ones(tmp_path: Path) -> None:
    files = """\
-- plain/templates/cards/card.html --
{{ view.title }}
-- plain/templates/pages/home.html --
{% for each in view.sections[0].cards %}{{ card(each) }}{% endfor %}
"""
    made = renderer(tmp_path, files)
    for number in range(200):
        # Each list is thrown away at once, so that Python gives its places in memory out again.
        output = press(made, page(home(card(str(number)))), FRAME, Report())
        assert output is not None
        assert output.data == f"{number}\n".encode()


def test_each_locale_has_its_words_and_the_same_templates(tmp_path: Path) -> None:
    files = """\
-- plain/i18n/en.yaml --
hello: Hello
-- plain/i18n/fr.yaml --
hello: Bonjour
-- plain/templates/macros/m.html --
{% macro m() %}{{ t('hello') }}{% endmacro %}
-- plain/templates/pages/home.html --
{% from "macros/m.html" import m %}{{ m() }} {{ t('hello') }}
"""
    made = renderer(tmp_path, files)
    french = replace(FRAME, locale="fr")
    for _ in range(2):
        for frame, words in ((FRAME, b"Hello Hello\n"), (french, b"Bonjour Bonjour\n")):
            output = press(made, page(message()), frame, Report())
            assert output is not None
            assert output.data == words


def test_a_redirect_needs_no_script_and_trusts_no_title(tmp_path: Path) -> None:
    view = RedirectView(HOSTILE, f"{ROOT}members/ada/", "https://e.org/members/ada/")
    made = renderer(tmp_path)
    output = press(made, page(view, "members/old/", "", "redirect"), FRAME, Report())
    assert output is not None
    html = output.data.decode()
    assert '<meta http-equiv="refresh" content="0; url=../../members/ada/">' in html
    assert '<a href="../../members/ada/">' in html
    assert '<link rel="canonical" href="https://e.org/members/ada/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "<script" not in html


def test_two_renderers_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = renderer(tmp_path), renderer(tmp_path)
    shown = page(message("Déjà vu", "…"))
    assert _bytes(first, shown) == _bytes(second, shown) == _bytes(first, shown)


def _bytes(made: Renderer, shown: Page) -> bytes:
    output = press(made, shown, FRAME, Report())
    assert output is not None
    return output.data
