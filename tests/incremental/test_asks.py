"""What the plan asks for a page has a short name, another one for whatever else is asked."""

from functools import partial
from typing import Any

from hubgen.incremental.asks import asks_of
from hubgen.model.plan import Page
from hubgen.stages.plan.shelves import Shelf
from tests.kit.example import example_hub


def ask(view: Any) -> bytes | None:
    return asks_of([Page("a/", "html", view)]).get("a/index.html")


def greet(*_: Any, **__: Any) -> None:
    """A view."""


def test_the_same_plan_asks_the_same() -> None:
    one, other = example_hub().plan, example_hub().plan
    asks = asks_of(one.pages.values())
    assert asks == asks_of(other.pages.values())
    # A sitemap is asked with pages, and says of all entries when they changed; all others can be told.
    assert one.pages.keys() - asks.keys() == {"sitemap.xml"}


def test_another_question_has_another_name() -> None:
    collections = next(iter(example_hub().plan.editions.values())).hub.collections
    members, events = collections["members"], collections["events"]
    views = [
        greet,
        test_the_same_plan_asks_the_same,
        partial(greet, "a"),
        partial(greet, "a", "b"),
        partial(greet, ("a", "b")),
        partial(greet, ("ab",)),
        partial(greet, "a, 'b'"),
        partial(greet, 1),
        partial(greet, "1"),
        partial(greet, members),
        partial(greet, Shelf(members, "a/", 1, 2)),
        partial(greet, Shelf(members, "a/", 2, 2)),
        partial(greet, Shelf(events, "a/", 1, 2)),
    ]
    asks = [ask(view) for view in views]
    assert None not in asks
    assert len({*asks}) == len(views)


def test_what_cannot_be_told_has_none() -> None:
    known = "a"
    for view in (
        lambda _: known,
        partial(greet, lambda: None),
        partial(greet, word="a"),
        partial(greet, ["a"]),
    ):
        assert ask(view) is None
