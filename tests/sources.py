"""Reads hubgen's own source files as trees, and answers what a rule of the house asks about them."""

import ast
import re
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Module:
    """One source file of Python."""

    name: str
    """Its dotted name, such as `hubgen.stages.parse`."""
    path: str
    """Where it is, relative to the checkout."""
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def room(self) -> str | None:
        """`text`, or `stages.parse`: the room that the module belongs to; None for `hubgen` itself."""
        parts = self.name.split(".")[1:]
        if not parts:
            return None
        return ".".join(parts[:2]) if parts[0] == "stages" else parts[0]

    @property
    def length(self) -> int:
        return len(self.text.splitlines())

    def place(self, node: ast.stmt | ast.expr | ast.ExceptHandler) -> str:
        return f"{self.path}:{node.lineno}"


def modules_of(*folders: str) -> tuple[Module, ...]:
    """Every Python file under these folders of the checkout, sorted."""
    found = []
    for folder in folders:
        for path in sorted((CHECKOUT / folder).rglob("*.py")):
            relative = path.relative_to(CHECKOUT)
            if "node_modules" in relative.parts or relative.parts[:2] == ("tests", "broken"):
                continue
            name = ".".join(relative.with_suffix("").parts).removesuffix(".__init__")
            found.append(Module(name, relative.as_posix(), path.read_text("utf-8")))
    return tuple(found)


def arrows(module: Module, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Where the module uses another one of `names`, and which: lazy, typed and textual uses too."""
    known = frozenset(names)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _arrow(module.place(node), alias.name, known)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(module, node)
            for alias in node.names:
                yield from _arrow(module.place(node), f"{origin}.{alias.name}", known)
        elif isinstance(node, ast.Constant) and _names_a_module(node.value):
            yield from _arrow(module.place(node), str(node.value).replace(":", "."), known)


def _names_a_module(value: object) -> bool:
    """Whether a text could stand for a lazy import in a table: `hubgen.text.slugs:slugify`."""
    return isinstance(value, str) and re.fullmatch(r"hubgen(\.\w+)+(:\w+)?", value) is not None


def _arrow(place: str, target: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The longest beginning of `target` that is a module: the rest is a name inside it."""
    while target and target not in known:
        target = target.rpartition(".")[0]
    if target:
        yield place, target


def _origin(module: Module, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return node.module or ""
    # Relative imports are refused by another rule; here they must not hide an arrow.
    is_package = module.path.endswith("__init__.py")
    parts = module.name.split(".")
    parts = parts[: len(parts) - node.level + is_package]
    return ".".join([*parts, *([node.module] if node.module else [])])


def dotted_names(module: Module) -> Iterator[tuple[str, str]]:
    """Each name that the module uses, in full (`datetime.datetime.now`), and where."""
    meaning = _meanings(module.tree)
    inner: set[ast.AST] = set()
    for node in ast.walk(module.tree):
        # A walk meets the longest chain first: what is inside it is not a use of its own.
        if isinstance(node, ast.Name | ast.Attribute) and node not in inner:
            if isinstance(node, ast.Attribute):
                inner.update(ast.walk(node.value))
            if name := _dotted(node, meaning):
                yield module.place(node), name
        elif isinstance(node, ast.Import | ast.ImportFrom) and not _is_relative(node):
            origin = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
            yield from ((module.place(node), origin + alias.name) for alias in node.names)


def _is_relative(node: ast.Import | ast.ImportFrom) -> bool:
    return isinstance(node, ast.ImportFrom) and node.level > 0


def _meanings(tree: ast.Module) -> Mapping[str, str]:
    meanings: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.split(".")[0]
                meanings[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                meanings[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return meanings


def _dotted(node: ast.expr, meaning: Mapping[str, str]) -> str | None:
    if isinstance(node, ast.Name):
        return meaning.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        before = _dotted(node.value, meaning)
        return before and f"{before}.{node.attr}"
    return None


def uses(module: Module, names: Iterable[str]) -> Iterator[str]:
    """Where the module uses one of `names` or something inside it."""
    wanted = tuple(names)
    for place, used in dotted_names(module):
        for name in wanted:
            if used == name or used.startswith(f"{name}."):
                yield f"{place}: {name}"


@dataclass(frozen=True, slots=True)
class Function:
    """A function or method, measured."""

    place: str
    name: str
    lines: int
    positional: int
    """Parameters that a caller may give by position, without `self` and `cls`."""
    parameters: int
    """All parameters, without `self` and `cls`."""


def functions(module: Module) -> Iterator[Function]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            named = [*node.args.posonlyargs, *node.args.args]
            own = len(named) - (bool(named) and named[0].arg in {"self", "cls"})
            rest = [part for part in (node.args.vararg, node.args.kwarg) if part]
            yield Function(
                place=module.place(node),
                name=node.name,
                lines=(node.end_lineno or node.lineno) - node.lineno + 1,
                positional=own,
                parameters=own + len(node.args.kwonlyargs) + len(rest),
            )


def broad_handlers(module: Module) -> Iterator[str]:
    """Where any exception whatever is caught and kept: one that is raised again is only tidied after."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.ExceptHandler) or not _is_broad(node.type):
            continue
        last = node.body[-1]
        if not (isinstance(last, ast.Raise) and last.exc is None):
            yield module.place(node)


def _is_broad(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(_is_broad(part) for part in caught.elts)
    return caught is None or (
        isinstance(caught, ast.Name) and caught.id in {"Exception", "BaseException"}
    )


def comments(module: Module) -> Iterator[tuple[str, str]]:
    for token in tokenize.generate_tokens(StringIO(module.text).readline):
        if token.type == tokenize.COMMENT:
            yield f"{module.path}:{token.start[0]}", token.string
