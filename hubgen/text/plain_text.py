"""Text that people typed: which characters it may hold, and how a line of it is tidied."""

from hubgen.text.decoding import FORBIDDEN, character_family, is_clean
from hubgen.text.reading import Reading, Remark


def one_line(text: str) -> Reading[str]:
    """The text without surrounding and doubled white space, its lines joined; nothing when it can't be shown."""
    if text.isascii() and text.isprintable():
        stripped = text.strip()
        return Reading(stripped if "  " not in stripped else " ".join(stripped.split()))
    problem = unshowable(text)
    return Reading(None, (problem,)) if problem else Reading(" ".join(text.split()))


def unshowable(text: str) -> Remark | None:
    """Why the text can't be shown, or None when it can."""
    if is_clean(text):
        return None
    character = FORBIDDEN.findall(text)[0]
    code, name, advice = character_family(character)
    return Remark(code, f"holds {name} (U+{ord(character):04X})", advice)
