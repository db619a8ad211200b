"""Jinja as hubgen uses it for every template: its settings, and its compiler, which also tells what a template takes from outside."""

from types import CodeType

from jinja2 import Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from msgspec import Struct


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


class Compiled(Struct, frozen=True):
    """One template as Jinja has understood it."""

    code: CodeType
    """The same in every locale."""
    outer: frozenset[str]
    """The names that it takes from outside itself, as `jinja2.meta.find_undeclared_variables` says."""


def compile_tree(tree: nodes.Template, name: str, path: str) -> Compiled:
    """Raises jinja2.TemplateSyntaxError for unknown filters and tests. The tree isn't the same afterwards: parts that are known already are put in."""
    noted: set[str] = set()

    class Noting(CodeGenerator):
        """Looks at the frames while it writes, where Jinja's own search would write all once more."""

        def enter_frame(self, frame: Frame) -> None:
            super().enter_frame(frame)
            loads = frame.symbols.loads.values()
            noted.update(name for how, name in loads if how == "resolve" and name is not None)

    env = environment()
    env.code_generator_class = Noting
    code = env.compile(tree, name, path)
    return Compiled(code, frozenset(noted - env.globals.keys()))
