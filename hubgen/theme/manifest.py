"""Reads theme.yaml: what a theme is called, what it extends, promises and lets a hub set."""

from collections.abc import Iterator

from msgspec import Struct, field

from hubgen.diagnostics import Report, Span
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.text.patterns import pattern
from hubgen.text.yaml_reader import read_yaml
from hubgen.theme.folder import MANIFEST, ThemeFolder
from hubgen.theme.options import OPTION_TYPES, read_value, wanted
from hubgen.theme.values import Option

KEYS = ("name", "extends", "description", "promises", "options")
OPTION_KEYS = ("type", "default", "choices", "token", "help")
TOKEN = pattern(r"--[a-z][a-z0-9-]*")


class Manifest(Struct, frozen=True):
    """What theme.yaml says."""

    name: str
    extends: str = ""
    extends_span: Span | None = None
    description: str = ""
    promises: tuple[tuple[str, Span], ...] = ()
    """Templates that the theme must have, with the place that says so."""
    options: dict[str, Option] = field(default_factory=dict)


def read_manifest(folder: ThemeFolder, report: Report) -> Manifest:
    """The manifest of one theme; what can't be understood is reported and left out."""
    text = folder.text(MANIFEST, report)
    path = folder.span(MANIFEST).path
    node = read_yaml(text, path, report) if text is not None else None
    if not isinstance(node, Mapping):
        if text is not None and not (isinstance(node, Scalar) and node.is_empty):
            report.add(
                "HG503",
                Span(path),
                "theme.yaml should hold keys and values, such as 'name: evening'",
            )
        return Manifest(folder.name)
    return _Reading(path, report).manifest(node, folder.name)


class _Reading(Struct, frozen=True):
    path: str
    report: Report

    def manifest(self, node: Mapping, name: str) -> Manifest:
        self.refuse_unknown(node, KEYS)
        extends = node.get("extends")
        options = node.get("options")
        pairs = self.pairs(options) if options is not None else ()
        read = (self.option(key, value) for key, value in pairs)
        return Manifest(
            name=name,
            extends=self.word(extends),
            extends_span=self.span(extends) if extends is not None else None,
            description=self.word(node.get("description")),
            promises=tuple(self.words(node.get("promises"))),
            options={option.name: option for option in read if option is not None},
        )

    def option(self, key: Scalar, node: Node) -> Option | None:
        if not isinstance(node, Mapping):
            self.complain(
                node,
                f"option '{key.text}' should be keys and values",
                "give it at least a type and a default",
            )
            return None
        self.refuse_unknown(node, OPTION_KEYS)
        type_ = self.word(node.get("type")) or "text"
        if type_ not in OPTION_TYPES:
            self.complain(
                node.get("type") or node,
                f"no option is of type '{type_}'",
                f"one of: {', '.join(OPTION_TYPES)}",
            )
            return None
        draft = Option(
            name=key.text,
            type=type_,
            default="",
            choices=tuple(word for word, _ in self.words(node.get("choices"))),
            token=self.token(node.get("token")),
            help=self.word(node.get("help")),
        )
        return self.with_default(draft, node)

    def with_default(self, option: Option, node: Mapping) -> Option | None:
        given = node.get("default")
        text = given.text if isinstance(given, Scalar) else ""
        # A colour without a default leaves the one that the stylesheet's token has.
        default = "" if option.type in {"color", "text"} and not text else read_value(option, text)
        if default is None:
            self.complain(
                given or node, f"the default of '{option.name}' doesn't suit it", wanted(option)
            )
            return None
        return Option(option.name, option.type, default, option.choices, option.token, option.help)

    def token(self, node: Node | None) -> str:
        text = self.word(node)
        if node is not None and text and not TOKEN.fullmatch(text):
            self.complain(
                node, f"'{text}' is no name of a custom property", "write it as '--accent'"
            )
            return ""
        return text

    def pairs(self, node: Node) -> tuple[tuple[Scalar, Node], ...]:
        if isinstance(node, Mapping):
            return node.items
        if not (isinstance(node, Scalar) and node.is_empty):
            self.complain(node, "this should hold keys and values")
        return ()

    def word(self, node: Node | None) -> str:
        if node is None or (isinstance(node, Scalar) and node.is_empty):
            return ""
        if isinstance(node, Scalar):
            return node.text.strip()
        self.complain(node, "this should be text")
        return ""

    def words(self, node: Node | None) -> Iterator[tuple[str, Span]]:
        nodes = node.items if isinstance(node, Sequence) else (node,) if node is not None else ()
        for each in nodes:
            text = self.word(each)
            if text:
                yield text, self.span(each)

    def refuse_unknown(self, node: Mapping, keys: tuple[str, ...]) -> None:
        for key, _ in node.items:
            if key.text not in keys:
                hint = did_you_mean(key.text, keys) or f"the keys are: {', '.join(keys)}"
                self.complain(key, f"theme.yaml has no key '{key.text}'", hint)

    def complain(self, node: Node, message: str, hint: str = "") -> None:
        self.report.add("HG503", self.span(node), message, help=hint)

    def span(self, node: Node) -> Span:
        return Span(self.path, node.line, node.column, node.end_line, node.end_column)
