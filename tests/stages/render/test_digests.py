"""A page is made again if and only if something changed of which it is made."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from hubgen.diagnostics import Report
from hubgen.model.machine_views import TextView
from hubgen.model.plan import Page
from hubgen.model.views import Frame, HtmlView, Link
from hubgen.stages.render import Renderer
from tests.stages.render.workbench import FRAME, card, home, message, page, press, renderer

FILES = """\
-- plain/templates/cards/card.html --
{{ view.title }}
-- plain/templates/partials/nav.html --
nav
-- plain/templates/pages/home.html --
{% include "partials/nav.html" %}{% for each in view.sections[0].cards %}{{ card(each) }}{% endfor %}
-- plain/templates/pages/message.html --
{{ view.title }}{{ t('a') }}
-- plain/i18n/en.yaml --
a: A
-- plain/assets/css/tokens.css --
:root { color: #123456 }
-- plain/assets/icons/dot.svg --
<svg/>
"""
LIST = home(card("Ada"), card("Björk"))


def state(made: Renderer, shown: Page, frame: Frame = FRAME) -> tuple[str, Mapping[str, str]]:
    """All that decides whether the page is made again."""
    return made.view_digest(shown, shown.view(None)), made.ground(shown, frame)


def test_the_same_is_the_same_in_another_process(tmp_path: Path) -> None:
    assert state(renderer(tmp_path, FILES), page(LIST)) == state(
        renderer(tmp_path, FILES), page(LIST)
    )


@pytest.mark.parametrize(
    "view",
    [
        home(card("Ada"), card("Bjørk")),
        home(card("Björk"), card("Ada")),
        home(card("Ada")),
        replace(LIST, head=replace(LIST.head, noindex=True)),
    ],
)
def test_whatever_a_view_says_counts(tmp_path: Path, view: HtmlView) -> None:
    made = renderer(tmp_path, FILES)
    assert made.view_digest(page(LIST), LIST) != made.view_digest(page(LIST), view)


def test_the_order_of_fields_counts_and_the_address_too(tmp_path: Path) -> None:
    made = renderer(tmp_path)
    one, other = {"a": "1", "b": "2"}, {"b": "2", "a": "1"}
    assert made.view_digest(page(one), one) != made.view_digest(page(other), other)
    assert made.view_digest(page(one, "x/"), one) != made.view_digest(page(one, "y/"), one)


@pytest.mark.parametrize(
    "file, list_changes, message_changes",
    [
        ("-- plain/templates/cards/card.html --\nnew\n", True, False),
        ("-- plain/templates/cards/members.html --\nnew\n", True, False),
        ("-- plain/templates/partials/nav.html --\nnew\n", True, False),
        ("-- plain/templates/pages/message.html --\nnew\n", False, True),
        ("-- plain/templates/pages/other.html --\nnew\n", False, False),
        ("-- plain/i18n/en.yaml --\na: B\n", True, True),
        ("-- plain/i18n/fr.yaml --\na: B\n", False, False),
        ("-- plain/assets/css/tokens.css --\n:root { color: #654321 }\n", True, True),
        ("-- plain/assets/icons/dot.svg --\n<svg>.</svg>\n", True, True),
        ("-- plain/theme.yaml --\noptions: {stars: {type: boolean, default: true}}\n", True, True),
        ("-- plain/theme.yaml --\ndescription: Other words\n", False, False),
        ("-- plain/README.md --\nOther words\n", False, False),
    ],
)
def test_an_edit_of_the_theme_reaches_the_pages_that_stand_on_it(
    tmp_path: Path, file: str, *, list_changes: bool, message_changes: bool
) -> None:
    pages = (page(LIST), page(message(), template="pages/message.html"))
    before = [state(renderer(tmp_path, FILES), shown) for shown in pages]
    made = renderer(tmp_path, FILES + file)
    changed = [state(made, shown) != old for shown, old in zip(pages, before, strict=True)]
    assert changed == [list_changes, message_changes]


@pytest.mark.parametrize(
    "change",
    [{"tagline": "New"}, {"menu": (Link("A", "b"),)}, {"options": {"x": 1}}, {"locale": "fr"}],
)
def test_the_frame_counts_for_pages_that_show_it(tmp_path: Path, change: dict[str, Any]) -> None:
    made = renderer(tmp_path, FILES)
    other = replace(FRAME, **change)
    assert state(made, page(LIST)) != state(made, page(LIST), other)
    robots = page(TextView("x"), "robots.txt", "", "text")
    assert state(made, robots) == state(made, robots, other)


def test_the_base_url_counts(tmp_path: Path) -> None:
    bases = ("", "https://e.org/", "https://e.org/hub/")
    states = [state(renderer(tmp_path, FILES, base), page(LIST)) for base in bases]
    assert all(states.count(each) == 1 for each in states)


def test_equal_states_give_equal_bytes(tmp_path: Path) -> None:
    first, second = renderer(tmp_path, FILES), renderer(tmp_path, FILES)
    copy = home(card("Ada"), card("Björk"))
    assert state(first, page(LIST)) == state(second, page(copy))
    assert press(first, page(LIST), FRAME, Report()) == press(second, page(copy), FRAME, Report())
