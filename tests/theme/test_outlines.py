"""What is known of templates from earlier runs spares reading them, and never changes what is said of a theme."""

from functools import partial
from pathlib import Path

import pytest
from jinja2 import meta

from hubgen.diagnostics import Report
from hubgen.parallel import WORTH_A_PROCESS, spread
from hubgen.stages.render.templates import CompiledOnce
from hubgen.theme import Template, Theme, environment, load_theme, outlines, read_once
from hubgen.theme.outlines import Outline, Outlines
from hubgen.workshop.places import packaged_themes
from tests.kit import site
from tests.theme.workbench import put, said

FLAWED = r"""
-- plain/theme.yaml --
name: plain
-- plain/i18n/en.yaml --
hello: Hello
-- plain/templates/macros/head.html --
{% macro head(title) %}<h1>{{ title }} {{ view.title }}</h1>{% endmacro %}
-- plain/templates/cards/card.html --
<b>{{ view.titel }}</b> {{ page.title }}
-- plain/templates/pages/home.html --
{% extends "base.html" %}
{% from "macros/head.html" import head %}
{% block main %}{{ head(view.title) }}
{{ card(view) }} {{ t('hello') }} {{ t('helo') }} {{ icon('nothing') }} {{ nobody }}
{% if view.maybe is defined %}{{ view.maybe }}{% endif %}
{% include ["missing.html", view.title] %}{% include "none.html" ignore missing %}{% endblock %}
-- plain/templates/base.html --
{{ frame.nothing }}{% block main %}{% endblock %}
-- plain/templates/broken.html --
{% if %}
"""


def read(folder: Path, known: Outlines) -> tuple[Theme | None, list[str]]:
    """The theme and what is said about it."""
    report = Report()
    return load_theme("plain", (folder,), {}, report, outlines=known), said(report)


def test_what_is_known_changes_nothing_of_what_is_said(tmp_path: Path) -> None:
    folder = put(tmp_path, FLAWED)
    first = Outlines()
    theme, words = read(folder, first)
    assert {line.split()[1] for line in words} >= {
        *("HG506", "HG507", "HG508", "HG510", "HG511", "HG513", "HG514")
    }
    again, same = read(folder, Outlines(first.used))
    assert same == words
    assert theme is not None
    assert again is not None
    assert again.closures == theme.closures
    assert again.templates == theme.templates


def test_only_templates_with_other_words_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path, FLAWED)
    known = Outlines()
    read(folder, known)
    assert known.are_news
    seen: list[str] = []
    whole = outlines.outline_of

    def noted(template: Template) -> Outline:
        seen.append(template.name)
        return whole(template)

    monkeypatch.setattr(outlines, "outline_of", noted)
    put(
        tmp_path,
        "-- plain/templates/base.html --\n{{ nobody_else }}{% block main %}{% endblock %}\n",
    )
    later = Outlines(known.used)
    words = read(folder, later)[1]
    # What can't be read is never known.
    assert seen == ["base.html", "broken.html"]
    assert later.are_news
    assert any("nobody_else" in line for line in words)
    assert not any("'nothing'" in line and "Frame" in line for line in words)


def test_a_second_build_reads_no_template(monkeypatch: pytest.MonkeyPatch) -> None:
    hub = site("-- content/members/ada.yaml --\nname: Ada\n")
    assert hub.build().published
    hub.edit("content/members/ada.yaml", "name: Ada Lovelace\n")
    monkeypatch.setattr(outlines, "outline_of", lambda each: pytest.fail(each.name))
    assert hub.build().published
    assert "Ada Lovelace" in (hub.out / "members/ada/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "path", sorted(packaged_themes().rglob("*.html")), ids=lambda path: path.stem
)
def test_what_a_template_takes_from_outside_is_what_jinja_says(path: Path) -> None:
    source = path.read_text("utf-8")
    tree = environment().parse(source)
    outline = read_once(source, path.name, str(path)).outline
    assert {name for name, _ in outline.outer} == meta.find_undeclared_variables(tree)


def test_the_code_that_pages_are_made_with_is_that_of_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme, _ = read(put(tmp_path, FLAWED), Outlines())
    assert theme is not None
    monkeypatch.setattr(outlines, "environment", lambda: pytest.fail("a template is read again"))
    for name in ("base.html", "cards/card.html"):
        CompiledOnce(theme).load(environment(), name)


def test_a_process_without_a_cache_reads_each_template_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path, FLAWED.replace("-- plain/templates/broken.html --\n{% if %}\n", ""))
    _, words = read(folder, Outlines())
    monkeypatch.setattr(outlines, "environment", lambda: pytest.fail("a template is read again"))
    assert read(folder, Outlines())[1] == words


def test_several_processes_read_what_one_reads(tmp_path: Path) -> None:
    folder = put(tmp_path, FLAWED)
    alone, together = Outlines(), Outlines(each=partial(spread, jobs=2, weight=WORTH_A_PROCESS))
    _, words = read(folder, alone)
    outlines._READ.clear()
    assert read(folder, together)[1] == words
    assert together.used == alone.used


def test_a_preview_that_runs_for_days_keeps_a_bounded_number_of_readings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outlines, "_READ", {})
    monkeypatch.setattr(outlines, "MOST_KEPT", 3)
    for number in range(8):
        read_once(f"{{{{ view.title }}}} {number}", "a.html", "themes/plain/templates/a.html")
        assert 0 < len(outlines._READ) <= 3
