"""Did you mean: the likely word for an unlikely one."""

from collections.abc import Iterable
from difflib import SequenceMatcher

CLOSE_ENOUGH = 0.7
"""Share of common letters from which a guess helps more than it confuses."""


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that most resembles the word, letter case aside, or None when nothing is near."""
    wanted = word.casefold().strip()
    scored = (
        (_likeness(wanted, candidate.casefold()), candidate) for candidate in sorted(candidates)
    )
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= CLOSE_ENOUGH else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """`did you mean 'python'?`, or empty text when no candidate is near."""
    guess = closest(word, candidates)
    return f"did you mean '{guess}'?" if guess is not None else ""


def _likeness(wanted: str, candidate: str) -> float:
    if _same_letters(wanted) == _same_letters(candidate):
        return 1.0
    matcher = SequenceMatcher(None, wanted, candidate, autojunk=False)
    if matcher.real_quick_ratio() < CLOSE_ENOUGH or matcher.quick_ratio() < CLOSE_ENOUGH:
        return 0.0
    return matcher.ratio()


def _same_letters(word: str) -> str:
    return "".join(character for character in word if character.isalnum())
