"""The templates of a theme and of all that it extends, laid over each other, with what each can reach."""

from collections.abc import Mapping
from hashlib import blake2b

from jinja2 import TemplateSyntaxError
from msgspec import Struct, field
from msgspec.structs import replace

from hubgen.diagnostics import Report, Span
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.theme.folder import ThemeFolder
from hubgen.theme.outlines import Outline, Outlines
from hubgen.theme.values import Template

CARDS = "cards/"
"""Templates below this are reached through `card(...)` and not by name."""
UNBALANCED = "look for an `endif`, an `endfor` or a bracket that is missing or one too many"


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


class Parsed(Struct, frozen=True):
    """The outlines of the templates, and which names which."""

    outlines: Mapping[str, Outline] = field(default_factory=dict)
    mentions: Mapping[str, frozenset[str]] = field(default_factory=dict)


def parse(templates: Mapping[str, Template], outlines: Outlines, report: Report) -> Parsed:
    """The outlines of all templates that can be read; the others, and wrong names in them, are reported."""
    found: dict[str, Outline] = {}
    outlines.read_ahead(templates.values())
    for template in templates.values():
        try:
            found[template.name] = outlines.of(template)
        except TemplateSyntaxError as problem:
            message = (problem.message or "the template can't be read").rstrip(".")
            report.add("HG506", Span(template.path, problem.lineno), message, help=UNBALANCED)
    cards = frozenset(name for name in templates if name.startswith(CARDS))
    mentions = {
        name: _mentions(templates, name, outline, report)
        | (cards if _shows_cards(outline) else frozenset())
        for name, outline in found.items()
    }
    return Parsed(found, mentions)


def _shows_cards(outline: Outline) -> bool:
    return any(name == "card" for name, _ in outline.outer)


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
    templates: Mapping[str, Template], name: str, outline: Outline, report: Report
) -> frozenset[str]:
    named: set[str] = set()
    for reference in outline.references:
        for target in reference.targets:
            if target is None:
                span = templates[name].place(reference.line)
                hint = (
                    "name the template in quotes, so that its pages are made again when it changes"
                )
                report.add(
                    "HG507", span, "the name of another template is computed here", help=hint
                )
            elif target in templates:
                named.add(target)
            elif not reference.may_be_missing:
                span = templates[name].place(reference.line, target)
                hint = did_you_mean(target, templates)
                report.add("HG508", span, f"there is no template '{target}'", help=hint)
    return frozenset(named)


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
