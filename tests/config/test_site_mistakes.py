"""Every mistake in `site.yaml` has its code, its line, and a way out."""

import pytest

from hubgen.diagnostics.catalog.site import SITE
from tests.config.reading import collections_of, site_of

SETTINGS = [
    ("tagline: x\n", "HG303", 1, "title:"),
    ("", "HG303", 1, "title:"),
    ("- title: T\n", "HG402", 1, "title:"),
    ("just words\n", "HG402", 1, "title:"),
    ("title: T\ntagllne: x\n", "HG301", 2, "did you mean 'tagline'?"),
    ("title: T\nbase_url: example.org\n", "HG403", 2, "https://example.org"),
    ("title: T\nbase_url: ftp://example.org/\n", "HG403", 2, "https://example.org/"),
    ("title: T\nbase_url: https://a:b@example.org/\n", "HG403", 2, "https://example.org/"),
    ("title: T\nbase_url: https://example.org/?a=b\n", "HG403", 2, "https://example.org/"),
    ("title: T\nbase_url: https://example.org/a/../b\n", "HG403", 2, "https://example.org/"),
    ("title: T\nbase_url: https:///x\n", "HG403", 2, "https://example.org/"),
    ("title: T\nbase_url: https://example.org:x/\n", "HG403", 2, "https://example.org/"),
    ("title: T\nlanguage: english please\n", "HG350", 2, ""),
    ("title: T\ntimezone: CET\n", "HG326", 2, "Europe"),
    ("title: T\nmarkdown: {html: allow}\n", "HG318", 2, "sanitize"),
    ("title: T\nkeep_days: soon\n", "HG315", 2, ""),
    ("title: T\nkeep_days: -1\n", "HG316", 2, ""),
    ("title: T\ndiagnostics: {hg203: error}\n", "HG404", 2, "did you mean 'HG203'?"),
    ("title: T\ndiagnostics: {HG203: fatal}\n", "HG318", 2, "error"),
    ("title: T\nmenu:\n  - members\n  - member\n", "HG408", 4, "did you mean 'members'?"),
    ("title: T\nmenu:\n  - about\n", "HG408", 3, "pages/about"),
    ("title: T\nmenu: [{label: Nowhere}]\n", "HG418", 2, "to: members"),
    ("title: T\nmenu: [{to: members, url: 'https://a.example/'}]\n", "HG418", 2, "to: members"),
    ("title: T\nmenu: [[a]]\n", "HG406", 2, "to: members"),
    ("title: T\nfooter: {links: [nowhere]}\n", "HG408", 2, "pages/nowhere"),
    ("title: T\nhome:\n  sections: [eventz]\n", "HG408", 3, "did you mean 'events'?"),
    ("title: T\nhome:\n  sections: [{count: 3}]\n", "HG303", 3, "collection"),
    ("title: T\nhome:\n  intro: x\n  buttons: []\n", "HG301", 4, ""),
    ("title: T\nfeeds: [newz]\n", "HG408", 2, "did you mean 'news'?"),
    ("title: T\nstatic: ../secrets\n", "HG419", 2, "static"),
    ("title: T\nstatic: content/members\n", "HG419", 2, "static"),
    ("title: T\ntranslations: {fr: {title: Le T}}\n", "HG420", 2, "languages: [en, fr]"),
    ("title: T\ntheme: {name: commons, options: {scheme: [dark]}}\n", "HG406", 2, "scheme"),
    ("title: T\ntheme: {name: commons, scheme: dark}\n", "HG301", 2, "options"),
    ("title: T\ntheme: [commons, evening]\n", "HG306", 2, "name: commons"),
    ("title: T\ntheme: {options: dark}\n", "HG306", 2, "scheme: dark"),
    ("title: T\nfooter: [Made, by]\n", "HG306", 2, "text: Made"),
    ("title: T\nhome: [Welcome]\n", "HG306", 2, "intro: Welcome"),
    (f"title: T\nmenu: [{', '.join(['members'] * 21)}]\n", "HG312", 2, "shorten"),
    ("title: T\ncollections: [tools]\n", "HG406", 2, "mentors: false"),
]


@pytest.mark.parametrize("text, code, line, advice", SETTINGS)
def test_a_wrong_setting(text: str, code: str, line: int, advice: str) -> None:
    _, problems = site_of(text)
    assert [(problem.code, problem.span.line) for problem in problems] == [(code, line)]
    assert advice in problems[0].help


DEFINITIONS = [
    ("Tools: {fields: {name: text}}", "HG405", 3, "tools"),
    ("search: {fields: {name: text}}", "HG405", 3, ""),
    ("con: {fields: {name: text}}", "HG405", 3, ""),
    ("menotrs: false", "HG408", 3, "did you mean 'mentors'?"),
    ("tools: yes", "HG406", 3, "fields:"),
    ("tools: {fields: [name]}", "HG406", 3, "website: url"),
    ("tools: {fields: {name: [text]}}", "HG406", 3, "kind: text"),
    ("tools:\n  lable: Tools\n  fields: {name: text}", "HG301", 4, "did you mean 'label'?"),
    ("tools:\n  fields:\n    name: texxt", "HG407", 5, "did you mean 'text'?"),
    (
        "tools: {fields: {name: text, m: {kind: mapping, keys: mnoth}}}",
        "HG407",
        3,
        "did you mean 'month'?",
    ),
    ("tools: {fields: {name: {labell: x, kind: text}}}", "HG301", 3, "did you mean 'label'?"),
    (
        "tools: {fields: {name: text, by: {kind: reference, to: member}}}",
        "HG408",
        3,
        "did you mean 'members'?",
    ),
    ("tools: {fields: {name: text, by: reference}}", "HG409", 3, "to: members"),
    ("tools: {fields: {name: text, size: choice}}", "HG409", 3, "of:"),
    ("tools: {fields: {name: text, part: record}}", "HG409", 3, "fields:"),
    ("tools: {fields: {label: text}}", "HG410", 3, ""),
    ("tools: {title_field: nmae, fields: {name: text}}", "HG410", 3, "did you mean 'name'?"),
    ("tools: {sort: -dat, fields: {name: text, date: date}}", "HG410", 3, "did you mean 'date'?"),
    ("tools: {summary_field: x, fields: {name: text}}", "HG410", 3, "name"),
    ("tools: {start_field: name, fields: {name: text}}", "HG417", 3, "name a field that is"),
    ("tools: {url: tools/, fields: {name: text}}", "HG411", 3, "tools/{slug}/"),
    ("tools: {url: '../{slug}/', fields: {name: text}}", "HG411", 3, "tools/{slug}/"),
    ("tools: {url: 'a b/{slug}', fields: {name: text}}", "HG411", 3, "tools/{slug}/"),
    ("tools: {url: '{slug}/{slug}/', fields: {name: text}}", "HG411", 3, "tools/{slug}/"),
    ("tools: {url: '{slug}', fields: {name: text}}", "HG412", 3, "another url"),
    (
        "tools: {fields: {name: text, a: {kind: markdown, body: true}, b: {kind: markdown, body: true}}}",
        "HG413",
        3,
        "one of them",
    ),
    ("tools: {fields: {name: {kind: text, body: true}}}", "HG417", 3, "markdown"),
    ("events: {fields: {start: text}}", "HG414", 3, "another name"),
    ("events: {fields: {end: false}}", "HG415", 3, "keep it"),
    ("members: {fields: {nmae: false}}", "HG410", 3, "did you mean 'name'?"),
    ("tools: {fields: {name: text, 'my field': text}}", "HG416", 3, "letters"),
    ("tools: {fields: {name: text, n: {kind: integer, min: 5, max: 1}}}", "HG417", 3, "swap"),
    ("tools: {fields: {name: text, n: {kind: integer, default: few}}}", "HG417", 3, "correct it"),
    (
        "tools: {fields: {name: text, s: {kind: choice, of: [a, b], default: c}}}",
        "HG417",
        3,
        "correct it",
    ),
    ("tools: {fields: {name: {kind: text, to: members}}}", "HG421", 3, "reference"),
    (
        "tools: {fields: {name: text, r: {kind: record, shorthand: y, fields: {x: text}}}}",
        "HG410",
        3,
        "",
    ),
    ("tools: {per_page: 0, fields: {name: text}}", "HG316", 3, ""),
]


@pytest.mark.parametrize("text, code, line, advice", DEFINITIONS)
def test_a_wrong_definition(text: str, code: str, line: int, advice: str) -> None:
    _, problems = collections_of(text)
    assert {(problem.code, problem.span.line) for problem in problems} == {(code, line)}
    assert advice in problems[0].help


def test_a_collection_can_not_be_called_as_a_language() -> None:
    _, problems = site_of(
        "title: T\nlanguages: [en, fr]\ncollections:\n  fr: {fields: {name: text}}\n"
    )
    assert [(problem.code, problem.span.line) for problem in problems] == [("HG405", 4)]


def test_a_reference_to_a_hidden_collection_is_pointed_out() -> None:
    _, problems = collections_of("""
        members: false
        tools: {fields: {name: text, by: {kind: reference, to: [members, groups]}}}
    """)
    assert [(problem.code, problem.span.line) for problem in problems] == [("HG408", 4)]


def test_all_mistakes_come_in_one_run() -> None:
    _, problems = site_of("tilte: T\nbase_url: x\nkeep_days: y\nmenu: [z]\n")
    assert {problem.span.line for problem in problems} == {1, 2, 3, 4}


def test_other_words_for_a_setting_are_understood() -> None:
    site, problems = site_of("name: T\nnav: [members]\nurl: https://example.org/\n")
    assert {problem.code for problem in problems} == {"HG302"}
    assert (site.title, site.menu[0].to, site.base_url) == ("T", "members", "https://example.org/")


def test_a_bad_definition_leaves_the_rest_of_its_collection() -> None:
    site, _ = collections_of("tools: {label: Werkzeug, fields: {name: text, by: refrence}}")
    assert site.collections["tools"].label == "Werkzeug"
    assert "by" not in site.collections["tools"].fields


def test_every_code_of_settings_is_shown_here() -> None:
    shown = {case[1] for case in (*SETTINGS, *DEFINITIONS)}
    # HG401 is about a missing file: no setting is wrong then.
    assert {rule.code for rule in SITE} - shown == {"HG401"}
