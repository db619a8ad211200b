"""How to reach a mentor, and what to say first."""

from msgspec import Struct

from hubgen.model.views.parts import FieldView


class FreeTime(Struct, frozen=True):
    """A stretch of the week in which somebody usually has time."""

    day: str
    """`Monday`, in the page's language."""
    text: str
    """`19:00 – 21:00`, on that person's clock."""
    stretch: str
    """For scripts: `0 1140 1260`, the weekday (0 is Monday) and minutes after its midnight."""


class FirstMessage(Struct, frozen=True):
    """A first message to a mentor, in the page's language, paragraph by paragraph; what only its writer knows stands in brackets."""

    opening: str
    asking: str
    """What they could help with. A script puts what the reader looks for in its place."""
    trying: str
    proposal: str
    """A time, if they said when they have some. A script finds one that suits both."""
    shared: str
    """The same for a script that found one: `{time}`, `{zone}` and `{mine}` are left to fill in."""
    suits: str
    """And for readers whose clock is the mentor's: `{time}` is left."""
    closing: str


class Reach(Struct, frozen=True):
    """How to reach a mentor."""

    state: str
    """A sentence: whether new people may ask."""
    ways: FieldView | None
    """Where to write to."""
    facts: tuple[FieldView, ...]
    """How they work: formats, levels, length of a session, until when."""
    zone: str
    """IANA name; empty when they don't say."""
    times: tuple[FreeTime, ...]
    message: FirstMessage
    data_url: str
    """The finder's data, which knows what a reader and this mentor share."""
