"""Reads the i18n folder of a theme and of all that it extends into messages per locale."""

from collections.abc import Iterator, Mapping
from hashlib import blake2b

from hubgen.diagnostics import Report, Span
from hubgen.model.nodes import Mapping as MappingNode
from hubgen.model.nodes import Node, Scalar
from hubgen.text.yaml_reader import read_yaml
from hubgen.theme.folder import ThemeFolder
from hubgen.theme.messages import Message, Messages

PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
LAST_RESORT = "en"


def read_messages(
    chain: tuple[ThemeFolder, ...], locales: tuple[str, ...], report: Report
) -> dict[str, Messages]:
    """The messages of every locale that the themes speak, or of those asked for, with their fallbacks."""
    spoken = sorted({_locale(file) for folder in chain for file in folder.files("i18n", report)})
    needed = tuple(
        dict.fromkeys(each for locale in locales or spoken for each in _fallbacks(locale))
    )
    written = {locale: _read_locale(chain, locale, report) for locale in needed if locale in spoken}
    # What a message means is asked of the last resort, also in a hub that doesn't speak it.
    wanted = dict.fromkeys((*(locales or spoken), LAST_RESORT))
    return {locale: _joined(locale, written) for locale in wanted}


def _fallbacks(locale: str) -> tuple[str, ...]:
    """From the least to the most fitting one."""
    return tuple(dict.fromkeys((LAST_RESORT, locale.split("-", maxsplit=1)[0], locale)))


def _joined(locale: str, written: Mapping[str, dict[str, Message]]) -> Messages:
    joined: dict[str, Message] = {}
    for fallback in _fallbacks(locale):
        joined.update(written.get(fallback, {}))
    by_key = {key: joined[key] for key in sorted(joined)}
    hasher = blake2b(digest_size=16)
    for key, message in by_key.items():
        hasher.update(repr((key, message.locale, sorted(message.forms.items()))).encode())
    return Messages(locale, by_key, hasher.hexdigest())


def _locale(file: str) -> str:
    return file.removeprefix("i18n/").removesuffix(".yaml")


def _read_locale(chain: tuple[ThemeFolder, ...], locale: str, report: Report) -> dict[str, Message]:
    messages: dict[str, Message] = {}
    for folder in reversed(chain):
        relative = f"i18n/{locale}.yaml"
        if not (folder.root / relative).is_file():
            continue
        text = folder.text(relative, report)
        path = folder.span(relative).path
        node = read_yaml(text, path, report) if text is not None else None
        if node is not None:
            messages.update(_flat(node, "", locale, (path, report)))
    return messages


def _flat(
    node: Node, key: str, locale: str, where: tuple[str, Report]
) -> Iterator[tuple[str, Message]]:
    """Every message below a node: `search: {title: ...}` is called `search.title`."""
    path, report = where
    if isinstance(node, Scalar):
        yield key, Message(locale, {"other": node.text})
    elif not isinstance(node, MappingNode):
        hint = "write one text, or its plural forms: one, other"
        message = f"'{key}' is a list, where a message should be"
        report.add("HG514", _span(path, node), message, help=hint)
    elif _is_plural(node):
        forms = {form.text: text.text for form, text in node.items if isinstance(text, Scalar)}
        if "other" in forms:
            yield key, Message(locale, forms)
        else:
            message = f"'{key}' has no plural form 'other'"
            hint = "add the form for all other numbers: `other: ...`"
            report.add("HG514", _span(path, node), message, help=hint)
    else:
        for name, value in node.items:
            yield from _flat(value, f"{key}.{name.text}" if key else name.text, locale, where)


def _is_plural(node: MappingNode) -> bool:
    return bool(node.items) and all(
        name.text in PLURAL_FORMS and isinstance(value, Scalar) for name, value in node.items
    )


def _span(path: str, node: Node) -> Span:
    return Span(path, node.line, node.column, node.end_line, node.end_column)
