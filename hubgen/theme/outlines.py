"""What is to be known of a template before a page is made with it: names, calls, fields, and the templates that it names.

To read a template's tree takes longer than all that is done with it, so outlines are handed from run to run.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

import jinja2
from jinja2 import TemplateSyntaxError, nodes
from msgspec import Struct, field

from hubgen.theme.compiling import compile_tree, environment
from hubgen.theme.values import Template

N = TypeVar("N", bound=nodes.Node)

Each = Callable[[Callable[[Any], Any], Sequence[Any]], list[Any]]
"""Does a piece of work with each of many things, and gives the results in their order."""

REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


class Reference(Struct, frozen=True):
    """One place where other templates are named."""

    targets: tuple[str | None, ...]
    """The names that can be meant; None for one that only shows when a page is made."""
    line: int
    may_be_missing: bool


class Outline(Struct, frozen=True):
    """One template, as far as it can be known from its text alone."""

    outer: tuple[tuple[str, int], ...]
    """What it takes from outside itself, sorted, each with the line where it first stands."""
    imported: frozenset[str]
    """Names that an import brings in."""
    references: tuple[Reference, ...]
    calls: tuple[tuple[str, str, int], ...]
    """What is called with a fixed first argument, that argument, and the line: `t`, `nav.home`, 12."""
    fields: tuple[tuple[str, str, int], ...]
    """Fields of something that is named: `page`, `title`, 3; without those that are asked whether they are there."""


class Outlines(Struct):
    """Those of earlier runs and of this one, by what they depend on: the template's text, and who read it."""

    known: Mapping[str, Outline] = field(default_factory=dict)
    used: dict[str, Outline] = field(default_factory=dict)
    """Those that this run asked for."""
    each: Each = lambda work, items: list(map(work, items))
    """How many templates are read: one by one, or by several processes."""

    @property
    def are_news(self) -> bool:
        """Whether a later run is spared something by knowing them."""
        return not self.used.keys() <= self.known.keys()

    def read_ahead(self, templates: Iterable[Template]) -> None:
        """Read what will be asked for and isn't known; a template that can't be read waits for whoever asks for it."""
        new: dict[str, Template] = {}
        for template in templates:
            if (key := _key(template)) not in self.known:
                new.setdefault(key, template)
        named = ((each.source, each.name, each.path) for each in new.values())
        asked = [each for each in named if each not in _READ]
        readings = self.each(_try_to_read, asked) if asked else []
        for name, reading in zip(asked, readings, strict=True):
            if reading is not None:
                _keep(name, reading)

    def of(self, template: Template) -> Outline:
        """The template's outline; raises jinja2.TemplateSyntaxError for one that can't be read."""
        key = _key(template)
        if key not in self.used:
            self.used[key] = self.known.get(key) or outline_of(template)
        return self.used[key]


def outline_of(template: Template) -> Outline:
    """Read a template; raises jinja2.TemplateSyntaxError."""
    return read_once(template.source, template.name, template.path).outline


def _key(template: Template) -> str:
    return f"{jinja2.__version__} {template.digest}"


class Reading(Struct, frozen=True):
    """All that comes of reading a template."""

    outline: Outline
    python: str
    """The program that makes its pages, the same in every locale."""


Asked = tuple[str, str, str]
"""A template's source, name and path."""
MOST_KEPT = 1024
"""Readings: a preview that runs for days meets more."""
_READ: dict[Asked, Reading] = {}


def read_once(source: str, name: str, path: str) -> Reading:
    """Read a template, once in each process; raises jinja2.TemplateSyntaxError."""
    asked = (source, name, path)
    if asked not in _READ:
        _keep(asked, _read(*asked))
    return _READ[asked]


def _keep(asked: Asked, reading: Reading) -> None:
    if len(_READ) >= MOST_KEPT:
        _READ.clear()
    _READ[asked] = reading


def _try_to_read(asked: Asked) -> Reading | None:
    with suppress(TemplateSyntaxError):
        return _read(*asked)
    return None


def _read(source: str, name: str, path: str) -> Reading:
    tree = environment().parse(source, name, path)
    found = tuple(_nodes(tree))
    calls, fields = tuple(_literal_calls(found)), tuple(_fields(found))
    references, imported = tuple(_references(found)), frozenset(_imported(found))
    lines = {node.name: node.lineno for node in reversed(_all(found, nodes.Name))}
    compiled = compile_tree(tree, name, path)
    outer = tuple((name, lines.get(name, 1)) for name in sorted(compiled.outer))
    return Reading(Outline(outer, imported, references, calls, fields), compiled.python)


def _nodes(tree: nodes.Template) -> Iterator[nodes.Node]:
    """In the order of the text."""
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed([*node.iter_child_nodes()]))


def _all(found: Iterable[nodes.Node], kind: type[N]) -> list[N]:
    return [node for node in found if isinstance(node, kind)]


def _imported(found: Iterable[nodes.Node]) -> Iterator[str]:
    for named in _all(found, nodes.FromImport):
        yield from (each[1] if isinstance(each, tuple) else each for each in named.names)
    for node in _all(found, nodes.Import):
        yield node.target


def _references(found: Iterable[nodes.Node]) -> Iterator[Reference]:
    for node in found:
        if isinstance(node, REFERENCES):
            may_be_missing = bool(getattr(node, "ignore_missing", False))
            yield Reference(tuple(_targets(node.template)), node.lineno, may_be_missing)


def _targets(node: nodes.Expr) -> Iterable[str | None]:
    if isinstance(node, nodes.Const):
        given = node.value if isinstance(node.value, tuple | list) else (node.value,)
        return [each if isinstance(each, str) else None for each in given]
    if isinstance(node, nodes.Tuple | nodes.List):
        return [target for item in node.items for target in _targets(item)]
    return [None]


def _literal_calls(found: Iterable[nodes.Node]) -> Iterator[tuple[str, str, int]]:
    for call in _all(found, nodes.Call):
        if (
            isinstance(call.node, nodes.Name)
            and call.args
            and isinstance(call.args[0], nodes.Const)
        ):
            yield call.node.name, str(call.args[0].value), call.lineno


def _fields(found: Iterable[nodes.Node]) -> Iterator[tuple[str, str, int]]:
    # Whoever asks whether a field is defined knows that it may be missing.
    asked = {id(node) for test in _all(found, nodes.Test) for node in test.find_all(nodes.Getattr)}
    for node in _all(found, nodes.Getattr):
        if isinstance(node.node, nodes.Name) and id(node) not in asked:
            yield node.node.name, node.attr, node.lineno
