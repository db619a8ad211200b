"""What is to be known of a template before a page is made with it: names, calls, fields, and the templates that it names.

To read a template's tree takes longer than all that is done with it, so outlines are handed from run to run.
"""

from collections.abc import Iterable, Iterator, Mapping

import jinja2
from jinja2 import Environment, StrictUndefined, meta, nodes
from msgspec import Struct, field

from hubgen.theme.values import Template

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


def environment() -> Environment:
    """The settings under which every template is read, linted and rendered."""
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        enable_async=False,
        cache_size=-1,
    )


class Outlines(Struct):
    """Those of earlier runs and of this one, by what they depend on: the template's text, and who read it."""

    known: Mapping[str, Outline] = field(default_factory=dict)
    used: dict[str, Outline] = field(default_factory=dict)
    """Those that this run asked for."""

    @property
    def are_news(self) -> bool:
        """Whether a later run is spared something by knowing them."""
        return not self.used.keys() <= self.known.keys()

    def of(self, template: Template) -> Outline:
        """The template's outline; raises jinja2.TemplateSyntaxError for one that can't be read."""
        key = f"{jinja2.__version__} {template.digest}"
        if key not in self.used:
            self.used[key] = self.known.get(key) or outline_of(template)
        return self.used[key]


def outline_of(template: Template) -> Outline:
    """Read a template; raises jinja2.TemplateSyntaxError."""
    tree = environment().parse(template.source, template.name, template.path)
    # Unknown filters and tests only show here.
    outer = meta.find_undeclared_variables(tree)
    lines = {node.name: node.lineno for node in reversed([*tree.find_all(nodes.Name)])}
    return Outline(
        outer=tuple((name, lines.get(name, 1)) for name in sorted(outer)),
        imported=frozenset(_imported(tree)),
        references=tuple(_references(tree)),
        calls=tuple(_literal_calls(tree)),
        fields=tuple(_fields(tree)),
    )


def _imported(tree: nodes.Template) -> Iterator[str]:
    for named in tree.find_all(nodes.FromImport):
        yield from (each[1] if isinstance(each, tuple) else each for each in named.names)
    for node in tree.find_all(nodes.Import):
        yield node.target


def _references(tree: nodes.Template) -> Iterator[Reference]:
    for node in tree.find_all(REFERENCES):
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


def _literal_calls(tree: nodes.Template) -> Iterator[tuple[str, str, int]]:
    for call in tree.find_all(nodes.Call):
        if (
            isinstance(call.node, nodes.Name)
            and call.args
            and isinstance(call.args[0], nodes.Const)
        ):
            yield call.node.name, str(call.args[0].value), call.lineno


def _fields(tree: nodes.Template) -> Iterator[tuple[str, str, int]]:
    # Whoever asks whether a field is defined knows that it may be missing.
    asked = {
        id(node) for test in tree.find_all(nodes.Test) for node in test.find_all(nodes.Getattr)
    }
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and id(node) not in asked:
            yield node.node.name, node.attr, node.lineno
