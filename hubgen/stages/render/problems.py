"""Says where in the theme a template failed, in words that a theme's author knows."""

from types import TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from hubgen.diagnostics import Report, Span
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.model import views
from hubgen.text.patterns import pattern
from hubgen.theme import Theme
from hubgen.theme.templates import UNBALANCED

TEMPLATE_MISTAKES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What an expression in a template can raise."""
MISSING_FIELD = pattern(r"'hubgen\.model\.views\.\w+\.(\w+) object' has no attribute '(\w+)'")

QUOTED = pattern(r"'(\w+)'")


def report_mistake(problem: BaseException, template: str, theme: Theme, report: Report) -> None:
    """Put down a template's failure at its line in the theme."""
    if isinstance(problem, TemplateNotFound):
        span = _last_place(problem, template, theme, str(problem.name))
        hint = did_you_mean(str(problem.name), theme.templates)
        report.add("HG508", span, f"there is no template '{problem.name}'", help=hint)
    elif isinstance(problem, TemplateSyntaxError):
        span = Span(problem.filename or theme.manifest.path, problem.lineno)
        message = (problem.message or "the template can't be read").rstrip(".")
        report.add("HG506", span, message, help=UNBALANCED)
    else:
        message, hint = _in_words(problem)
        named = QUOTED.findall(message)
        span = _last_place(problem, template, theme, named[-1] if named else "")
        report.add("HG511", span, message, help=hint)


def _last_place(problem: BaseException, name: str, theme: Theme, word: str = "") -> Span:
    """The innermost line of a template on the way to the failure, and the word in it."""
    by_path = {each.path: each for each in theme.templates.values()}
    own = theme.templates.get(name)
    span = own.place(1) if own else theme.manifest
    trace: TracebackType | None = problem.__traceback__
    while trace is not None:
        template = by_path.get(trace.tb_frame.f_code.co_filename)
        if template is not None:
            span = template.place(trace.tb_lineno, word)
        trace = trace.tb_next
    return span


def _in_words(problem: BaseException) -> tuple[str, str]:
    text = str(problem) or type(problem).__name__
    missing = MISSING_FIELD.search(text)
    if missing is None:
        return f"the template failed: {text}", ""
    view = getattr(views, missing[1], None)
    known = view.__struct_fields__ if view is not None else ()
    hint = did_you_mean(missing[2], known) or f"it has: {', '.join(known)}"
    return f"{missing[1]} has no field '{missing[2]}'", hint
