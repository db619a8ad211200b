"""The templates of a theme and of all that it extends, laid over each other, with what each can reach."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import blake2b

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, meta, nodes

from hubgen.diagnostics import Report, Span
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.theme.folder import ThemeFolder
from hubgen.theme.values import Template

REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
CARDS = "cards/"
UNBALANCED = "look for an `endif`, an `endfor` or a bracket that is missing or one too many"
"""Templates below this are reached through `card(...)` and not by name."""


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


def read_templates(chain: tuple[ThemeFolder, ...], report: Report) -> dict[str, Template]:
    """All templates by name: a theme's own before those that it extends, each ancestor's also under `<theme>/`."""
    found: dict[str, Template] = {}
    for depth, folder in enumerate(chain):
        for relative in folder.files("templates", report):
            source = folder.text(relative, report)
            if source is None:
                continue
            name = relative.removeprefix("templates/")
            template = Template(name, folder.span(relative).path, source, _digest(source))
            found.setdefault(name, template)
            if depth > 0:
                ancestral = f"{folder.name}/{name}"
                found.setdefault(ancestral, replace(template, name=ancestral))
    return {name: found[name] for name in sorted(found)}


@dataclass(frozen=True, slots=True)
class Parsed:
    """The templates as syntax trees, and which names which."""

    trees: Mapping[str, nodes.Template] = field(default_factory=dict)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What each template takes from outside itself."""
    mentions: Mapping[str, frozenset[str]] = field(default_factory=dict)


def parse(templates: Mapping[str, Template], report: Report) -> Parsed:
    """The trees of all templates that can be read; the others, and wrong names in them, are reported."""
    trees: dict[str, nodes.Template] = {}
    names: dict[str, frozenset[str]] = {}
    for template in templates.values():
        try:
            tree, outer = _tree(template.source, template.name, template.path)
            trees[template.name], names[template.name] = tree, outer
        except TemplateSyntaxError as problem:
            message = (problem.message or "the template can't be read").rstrip(".")
            report.add("HG506", Span(template.path, problem.lineno), message, help=UNBALANCED)
    mentions = {name: _mentions(templates, name, tree, report) for name, tree in trees.items()}
    cards = frozenset(name for name in templates if name.startswith(CARDS))
    for name in trees:
        if "card" in names[name]:
            mentions[name] |= cards
    return Parsed(trees, names, mentions)


@lru_cache(maxsize=1024)
def _tree(source: str, name: str, path: str) -> tuple[nodes.Template, frozenset[str]]:
    """The tree of a template and what it takes from outside; after an edit, a process that goes on reads only what changed."""
    tree = environment().parse(source, name, path)
    # Unknown filters and tests only show here.
    return tree, frozenset(meta.find_undeclared_variables(tree))


def with_closures(templates: Mapping[str, Template], parsed: Parsed) -> dict[str, Template]:
    """The same templates, each with the names of all that it can reach."""
    return {
        name: replace(template, closure=_closure(name, parsed.mentions))
        for name, template in templates.items()
    }


def closure_digest(template: Template, templates: Mapping[str, Template]) -> str:
    """One digest of a template and all that it can reach."""
    return _digest(*(f"{name}\n{templates[name].digest}" for name in template.closure))


def _mentions(
    templates: Mapping[str, Template], name: str, tree: nodes.Template, report: Report
) -> frozenset[str]:
    named: set[str] = set()
    for node in _references(tree):
        for target in _targets(node.template):
            if target is None:
                span = templates[name].place(node.lineno)
                hint = (
                    "name the template in quotes, so that its pages are made again when it changes"
                )
                report.add(
                    "HG507", span, "the name of another template is computed here", help=hint
                )
            elif target in templates:
                named.add(target)
            elif not getattr(node, "ignore_missing", False):
                span = templates[name].place(node.lineno, target)
                hint = did_you_mean(target, templates)
                report.add("HG508", span, f"there is no template '{target}'", help=hint)
    return frozenset(named)


def _references(
    tree: nodes.Template,
) -> Iterator[nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport]:
    # One walk for all: half of the time that reading a theme takes goes into walking its trees.
    for node in tree.find_all(REFERENCES):
        if isinstance(node, REFERENCES):
            yield node


def _targets(node: nodes.Expr) -> Iterable[str | None]:
    """The names that an include can mean; None for one that only shows when a page is made."""
    if isinstance(node, nodes.Const):
        given = node.value if isinstance(node.value, tuple | list) else (node.value,)
        return [each if isinstance(each, str) else None for each in given]
    if isinstance(node, nodes.Tuple | nodes.List):
        return [target for item in node.items for target in _targets(item)]
    return [None]


def _closure(name: str, mentions: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    reached = {name}
    waiting = [name]
    while waiting:
        fresh = mentions.get(waiting.pop(), frozenset()) - reached
        reached |= fresh
        waiting.extend(fresh)
    return tuple(sorted(reached))


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
