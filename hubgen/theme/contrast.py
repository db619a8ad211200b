"""Refuses a hub's own colours where people could not read with them: below WCAG's level AA."""

import math
from collections.abc import Iterator, Mapping

from msgspec import Struct

from hubgen.diagnostics import Report, Span
from hubgen.theme.colours import READABLE, contrast, nearest
from hubgen.theme.tokens import SCHEMES, Scheme, Tokens
from hubgen.theme.values import Option, OptionValue

READ = (
    ("--accent", "--paper"),
    ("--accent", "--paper-raised"),
    ("--accent", "--paper-sunk"),
    ("--accent", "--accent-wash"),
    ("--accent-ink", "--accent"),
)
"""Letters and their ground, wherever a theme writes with a colour that a hub can choose."""


class Meeting(Struct, frozen=True):
    """Letters on a ground, by day or by night."""

    letters: str
    ground: str
    scheme: Scheme

    def ratio(self, tokens: Tokens) -> float:
        """Their contrast; as good as it gets where the theme has no such colours."""
        one, other = (tokens.colour(name, self.scheme) for name in (self.letters, self.ground))
        return contrast(one, other) if one and other else 21.0

    def touches(self, token: str, tokens: Tokens) -> bool:
        """Whether a change of that token changes one of the two."""
        marked = tokens.with_values({token: "#010203"})
        return any(
            marked.colour(name, self.scheme) != tokens.colour(name, self.scheme)
            for name in (self.letters, self.ground)
        )


MEETINGS = tuple(Meeting(*pair, scheme) for pair in READ for scheme in SCHEMES)


def check_contrast(
    options: Mapping[str, Option],
    values: Mapping[str, OptionValue],
    places: Mapping[str, Span],
    tokens: Tokens,
    report: Report,
) -> None:
    """Report each colour of `site.yaml` that can't be read, with the nearest one that can."""
    chosen = dict(_chosen(options, values))
    own = tokens.with_values({options[name].token: colour for name, colour in chosen.items()})
    for name, colour in chosen.items():
        token = options[name].token
        faint = (each for each in MEETINGS if each.ratio(own) < READABLE)
        first = next((each for each in faint if each.touches(token, own)), None)
        if first is not None:
            span = places.get(name, places[""])
            report.add("HG518", span, _message(first, colour, own), help=_help(token, colour, own))


def _message(met: Meeting, colour: str, tokens: Tokens) -> str:
    other = met.ground if tokens.colour(met.letters, met.scheme) == colour else met.letters
    # Down, never up: 4.49 is not 4.5.
    ratio = math.floor(met.ratio(tokens) * 100) / 100
    return f"'{colour}' has a contrast of {ratio} to 1 with '{other}' in {met.scheme}, and {READABLE} is needed"


def _help(token: str, colour: str, tokens: Tokens) -> str:
    """The nearest colour that can be read wherever this one is met."""

    def is_enough(other: str) -> bool:
        tried = tokens.with_values({token: other})
        touched = (each for each in MEETINGS if each.touches(token, tokens))
        return all(each.ratio(tried) >= READABLE for each in touched)

    found = nearest(colour, is_enough)
    return f"'{found}' is the nearest that has enough" if found else ""


def _chosen(
    options: Mapping[str, Option], values: Mapping[str, OptionValue]
) -> Iterator[tuple[str, str]]:
    for name, option in sorted(options.items()):
        if option.type == "color" and option.token and values[name] not in {"", option.default}:
            yield name, str(values[name])
