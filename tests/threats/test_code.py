"""Content is never code: no template, no YAML object, no include."""

import pytest

from tests.kit import site
from tests.kit.hub import hub_of

TEMPLATES = (
    "{{ 7 * 7 }}",
    "{% for x in [1] %}49{% endfor %}",
    "{# gone #}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "[[= 7*7 ]]",
    "{%raw%}",
)


@pytest.mark.parametrize("text", TEMPLATES)
def test_templates_in_content_are_words(text: str) -> None:
    hub = hub_of(
        {
            "site.yaml": "title: A\ndiagnostics: {HG204: off}\n",
            "content/members/ada.md": f"---\nname: '{text.replace(chr(39), chr(39) * 2)}'\n---\nx `{text}` x\n",
        }
    )
    build = hub.build()
    assert build.published, build.diagnostics
    shown = build.text("members/ada/")
    assert shown.count(text) >= 2
    assert "49" not in shown.replace(text, "")


TAGS = (
    "!!python/object/apply:os.system ['touch /tmp/hubgen-was-here']",
    "!!python/object/new:os.system ['touch /tmp/hubgen-was-here']",
    "!!python/name:os.system",
    "!!python/module:os",
    "!!python/object:tests.kit.Hub {}",
    "!include /etc/passwd",
    "!!binary aGVsbG8=",
    "!ruby/object:Gem::Installer {}",
    "!!js/function 'x'",
    "!<tag:yaml.org,2002:python/object/apply:os.system> ['true']",
)


@pytest.mark.parametrize("tag", TAGS)
def test_yaml_makes_no_objects(tag: str) -> None:
    for path in ("content/members/ada.yaml", "content/members/ada.md", "content/members.yaml"):
        text = f"name: {tag}\n"
        if path.endswith(".md"):
            text = f"---\n{text}---\n"
        if path.endswith("members.yaml"):
            text = f"ada: {{}}\nbob:\n  {text}"
        hub = hub_of({"site.yaml": "title: A\n", path: text})
        assert "HG125" in hub.codes(), path
        assert not hub.build().published


def test_settings_make_no_objects_either() -> None:
    hub = site("-- content/members/ada.yaml --\nname: Ada\n")
    hub.edit("site.yaml", "title: !!python/object/apply:os.getcwd []\n")
    assert "HG125" in hub.codes()


def test_a_theme_brought_by_content_is_not_used() -> None:
    hub = site("""
        -- content/members/ada.yaml --
        name: Ada
        -- content/themes/commons/templates/base.html --
        {{ 7 * 7 }} hacked
        -- content/templates/base.html --
        hacked
    """)
    build = hub.build()
    assert build.mentions("hacked") == []
