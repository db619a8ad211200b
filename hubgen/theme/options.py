"""What a hub may set of a theme: the kinds of options, and the hub's values checked against them."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from hubgen.diagnostics import Report, Span
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.text.patterns import pattern
from hubgen.theme.values import Option, OptionValue

COLOR = pattern(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def read_options(
    options: Mapping[str, Option],
    settings: Mapping[str, Any],
    places: Mapping[str, Span],
    report: Report,
) -> dict[str, OptionValue]:
    """Every option's value: the hub's where it suits, else the theme's own."""
    values = {name: option.default for name, option in options.items()}
    for name, given in settings.items():
        span = places.get(name, places[""])
        if name not in options:
            hint = did_you_mean(name, options) or f"it has: {', '.join(sorted(options)) or 'none'}"
            report.add("HG504", span, f"the theme has no option '{name}'", help=hint)
            continue
        value = read_value(options[name], given)
        if value is None:
            report.add(
                "HG505", span, f"'{given}' is no value for '{name}'", help=wanted(options[name])
            )
        else:
            values[name] = value
    return values


def read_value(option: Option, given: Any) -> OptionValue | None:
    """The value that an option takes from what was written, or None when it doesn't suit."""
    return OPTION_TYPES[option.type](given, option)


def wanted(option: Option) -> str:
    """What the option takes, in words."""
    if option.type == "choice":
        return f"one of: {', '.join(option.choices)}"
    return WANTED[option.type]


def _text(given: Any, _option: Option) -> str | None:
    return (
        given if isinstance(given, str) else str(given) if isinstance(given, int | float) else None
    )


def _choice(given: Any, option: Option) -> str | None:
    text = str(given).lower() if isinstance(given, bool) else str(given)
    return text if text in option.choices else None


def _boolean(given: Any, _option: Option) -> bool | None:
    return given if isinstance(given, bool) else TRUTHS.get(str(given).lower())


def _integer(given: Any, _option: Option) -> int | None:
    text = str(given)
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else None


def _number(given: Any, _option: Option) -> float | None:
    text = str(given)
    return float(text) if re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", text) else None


def _color(given: Any, _option: Option) -> str | None:
    # Only this form goes into the stylesheet, so no value can end the rule that it stands in.
    text = str(given).strip()
    return text.lower() if COLOR.fullmatch(text) else None


OPTION_TYPES: Mapping[str, Callable[[Any, Option], OptionValue | None]] = {
    "text": _text,
    "choice": _choice,
    "boolean": _boolean,
    "integer": _integer,
    "number": _number,
    "color": _color,
}
"""How each type of option reads what a hub wrote."""

WANTED: Mapping[str, str] = {
    "text": "text",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "color": "a colour such as '#1f6f5c'",
}
