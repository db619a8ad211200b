"""Jinja as hubgen uses it for every template: its settings, and its compiler, which also tells what a template takes from outside."""

from collections.abc import Callable
from functools import lru_cache
from keyword import iskeyword
from types import CodeType
from typing import Any

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

    python: str
    """The program that makes its pages, the same in every locale."""
    outer: frozenset[str]
    """The names that it takes from outside itself, as `jinja2.meta.find_undeclared_variables` says."""


def compile_tree(tree: nodes.Template, name: str, path: str) -> Compiled:
    """Raises jinja2.TemplateSyntaxError for unknown filters and tests. The tree isn't the same afterwards: parts that are known already are put in."""
    noted: set[str] = set()

    class Noting(_DirectCalls):
        """Looks at the frames while it writes, where Jinja's own search would write all once more."""

        def enter_frame(self, frame: Frame) -> None:
            super().enter_frame(frame)
            loads = frame.symbols.loads.values()
            noted.update(name for how, name in loads if how == "resolve" and name is not None)

    env = environment()
    env.code_generator_class = Noting
    python = env.compile(tree, name, path, raw=True)
    return Compiled(python, frozenset(noted - env.globals.keys()))


@lru_cache(maxsize=1024)
def code_of(python: str, path: str) -> CodeType:
    """The program ready to run, once in each process that makes pages; `path` is the template's."""
    return compile(python, path, "exec")


class _DirectCalls(CodeGenerator):
    """Writes templates as Python, `f(x)` as it stands: Jinja goes through `context.call`, for functions that ask for the context, of which themes have none."""

    def get_visitor(self, node: nodes.Node) -> Callable[..., Any] | None:
        """Who writes this part."""
        return self._call if isinstance(node, nodes.Call) else super().get_visitor(node)

    def _call(self, node: nodes.Call, frame: Frame) -> None:
        if not _is_plain(node, frame):
            self.visit_Call(node, frame)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


def _is_plain(node: nodes.Call, frame: Frame) -> bool:
    """Whether the call is one in Python too, and a macro that knows no context escapes as it does with one."""
    escapes = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
    is_spread = node.dyn_args is not None or node.dyn_kwargs is not None
    return escapes and not is_spread and not any(iskeyword(each.key) for each in node.kwargs)
