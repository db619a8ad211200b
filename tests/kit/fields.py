"""Makes up fields, and what may stand in them: Hypothesis strategies for the schema's words and for nodes of a file."""

from collections.abc import Mapping as MappingOf

from hypothesis import strategies as st

from hubgen.kinds import FIELD_KINDS
from hubgen.kinds.record import item_field
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.model.schema import Field

PLACE = (3, 5, 3, 9)

NAMES = """
    file alt path name city country latitude longitude every on until count interval except date version
    github doi isbn service url a b text 2026-03-03 2026-13-99 Name na-me
"""
KEYS = st.sampled_from(NAMES.split())
SAMPLES = (
    "2026-02-30", "2026-03-03", "03/04/2024", "2026-03-03T18:00", "THU, MAY 30, 2024", "12:30", "7 pm", "1h30",
    "P40M", "Europe/Paris", "CET", "+25:61", "fr", "French", "NO", "Norway", "MIT", "GPLv3", "10.1000/182",
    "978-0-306-40615-7", "0000-0002-1825-0097", "https://example.org/?utm_source=a", "javascript:alert(1)",
    "https://[::", "ada@example.org", "@ada@social.example", "FREQ=WEEKLY;BYDAY=TU", "week", "first tuesday",
    "a, b; c", ",,,", "yes", "-1", "1e999", "9" * 5000, "²", "٣", "\ud800", "\u202e", "\ufdd0/", "\x00", "{", "#",
    "null", "../../etc/passwd", "C:\\x", "x" * 6000, "a", "1.10",
)  # fmt: skip
WORDS = st.text(max_size=30) | st.sampled_from(SAMPLES)
SCALARS = st.builds(
    lambda text, quoted, block: Scalar(text, *PLACE, quoted=quoted, block_line=block),
    WORDS,
    st.booleans(),
    st.sampled_from([0, 4]),
)


def scalar(text: str, *, quoted: bool = False) -> Scalar:
    """A piece of text somewhere in a file."""
    return Scalar(text, *PLACE, quoted=quoted)


def mapping(parts: MappingOf[str, Node]) -> Mapping:
    """Named parts somewhere in a file."""
    return Mapping(tuple((scalar(key), value) for key, value in parts.items()), *PLACE)


def sequence(items: list[Node]) -> Sequence:
    """A list somewhere in a file."""
    return Sequence(tuple(items), *PLACE)


def _lists(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.lists(inner, max_size=4).map(sequence)


def _mappings(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.dictionaries(KEYS | WORDS, inner, max_size=4).map(mapping)


NODES: st.SearchStrategy[Node] = st.recursive(
    SCALARS, lambda inner: _lists(inner) | _mappings(inner), max_leaves=8
)
"""Whatever may stand in a file."""

PARTS = {
    "a": Field("a", "text", required=True, synonyms=("A",)),
    "name": Field("name", "reference", to=("members",), default="ada"),
    "date": Field("date", "date", required_unless=("a",)),
}
FIELDS = st.builds(
    lambda kind, of, parts, rest: Field("x", kind, of=of, fields=parts, **rest),
    st.sampled_from(sorted(FIELD_KINDS)),
    st.none()
    | st.just(("week", "fr", "a"))
    | st.sampled_from(sorted(FIELD_KINDS)).map(lambda kind: Field("y", kind, fields=PARTS)),
    st.sampled_from([{}, PARTS]),
    st.fixed_dictionaries(
        {},
        optional={
            "required": st.booleans(),
            "minimum": st.just(0.0),
            "maximum": st.just(10.0),
            "max_length": st.just(3),
            "keys": st.sampled_from(["date", "month", "locale", "text"]),
            "shorthand": st.just("a"),
            "service": st.sampled_from(["github", "mastodon", "nonsense"]),
        },
    ),
)
"""Fields of every kind."""

LINES = ("Ada", " two  words ", "1.10", "NO", "12:30", "2026-03-03", "\n", "007", "林 美咲")
GOOD: MappingOf[str, tuple[str, ...]] = {
    "text": LINES,
    "markdown": (*LINES, "# One\n\n*two*"),
    "file": ("ada.jpg", "/images/ada.png"),
    "integer": ("1", "12", "007", "+3", " 2 "),
    "number": ("1", "1.5", "5.", ".5", "-0.25", "100"),
    "boolean": ("true", "yes", "NO", "On", "oﬀ", "False"),
    "date": ("2026-03-03", " 2026-12-31 "),
    "month": ("2026-03",),
    "datetime": ("2026-03-03T18:00", "2026-03-03 9:05:10", "2026-03-03", "2026-03-03t00:00:00.5"),
    "time": ("12:30", "09:05", "7:00:00", "23:59:59.0"),
    "duration": ("40m", "1h30", "1:30", "PT40M", "2 hours"),
    "timezone": ("Europe/Paris", "utc", "America/New York"),
    "language": ("fr", "no", "NO", "pt-BR", "French"),
    "locale": ("fr", "en"),
    "country": ("NO", "no", "Norway", "FRA"),
    "license": ("MIT", "CC-BY-4.0"),
    "url": ("https://example.org/", "HTTP://example.org/a?b=c#d", " https://münchen.example "),
    "email": ("ada@example.org", " a.b+c@sub.example.org "),
    "handle": ("github: ada", "https://github.com/ada", "@ada@social.example"),
    "identifier": ("10.1000/182", "9780306406157", "doi:10.1000/182"),
    "recurrence": ("weekly", "FREQ=WEEKLY;BYDAY=TU"),
    "place": LINES,
    "image": ("ada.jpg",),
    "severity": ("error", "off", "Warning"),
    "visibility": ("public", "Unlisted"),
    "reference": ("ada", "members/ada", "12"),
    "tags": ("a", "a, b", "#c", "12", "1.10"),
    "references": ("ada", "members/ada; bob"),
    "skills": ("python", "C++, C#"),
}
"""What people write that is right, by kind."""
PARTED: MappingOf[str, tuple[MappingOf[str, str], ...]] = {
    "handle": ({"GitHub": "ada"}, {"service": "github", "name": "ada", "label": "me"}),
    "identifier": ({"doi": "10.1000/182"}, {"ISBN": "978-0-306-40615-7"}),
    "recurrence": ({"every": "week", "on": "tuesday", "until": "2026-12-31"}, {"freq": "day"}),
    "place": ({"city": "Oslo", "country": "NO", "lat": "59.9"}, {"Venue": "Library"}),
    "image": ({"file": "ada.jpg", "alt": "Ada"}, {"src": "ada.jpg"}),
    "consent": ({"date": "2026-03-03", "version": "1.10"}, {"Date": "2026-03-03", "version": "2"}),
}
"""The same in named parts."""


@st.composite
def good_nodes(draw: st.DrawFn, field: Field) -> Node:
    """What somebody might write into a field who knows it."""
    if field.kind == "list":
        items = draw(st.lists(good_nodes(item_field(field)), min_size=1, max_size=3))
        return items[0] if draw(st.booleans()) else sequence([*items, *draw(_nothing())])
    if field.kind == "record":
        return draw(good_parts(field.fields))
    if field.kind == "mapping":
        keys = GOOD[field.keys or "text"]
        item = item_field(field)
        return mapping(draw(st.dictionaries(st.sampled_from(keys), good_nodes(item), max_size=2)))
    if field.kind in PARTED and (field.kind not in GOOD or draw(st.booleans())):
        parts = draw(st.sampled_from(PARTED[field.kind]))
        return mapping({key: scalar(text) for key, text in parts.items()})
    texts = _choices(field) if field.kind in {"choice", "status"} else GOOD[field.kind]
    text = scalar(draw(st.sampled_from(texts)), quoted=draw(st.booleans()))
    return sequence([text, *draw(_nothing())]) if draw(st.integers(0, 3)) == 0 else text


@st.composite
def good_parts(draw: st.DrawFn, fields: MappingOf[str, Field]) -> Mapping:
    """Named parts as somebody might write them who knows the fields, but not always their names."""
    parts: dict[str, Node] = {}
    for name, field in fields.items():
        if field.required or field.required_unless or draw(st.integers(0, 3)) == 0:
            names = (name, name, name, *field.synonyms, field.label, name.upper().replace("_", " "))
            key = draw(st.sampled_from([each for each in names if each]))
            parts[key] = draw(good_nodes(field))
        elif draw(st.integers(0, 9)) == 0:
            parts[name] = scalar("")
    return mapping(parts)


@st.composite
def damaged_parts(draw: st.DrawFn, fields: MappingOf[str, Field]) -> Mapping:
    """The same, where somebody who doesn't know them was at work."""
    parts = {key.text: node for key, node in draw(good_parts(fields)).items}
    for _ in range(draw(st.integers(0, 2))):
        match draw(st.integers(0, 2)):
            case 0 if parts:
                del parts[draw(st.sampled_from(sorted(parts)))]
            case 1:
                parts[draw(st.sampled_from(sorted(fields)))] = draw(NODES)
            case _:
                parts[draw(KEYS)] = draw(SCALARS)
    return mapping(parts)


def _choices(field: Field) -> tuple[str, ...]:
    choices = field.of if isinstance(field.of, tuple) else ()
    return tuple(each for one in choices for each in (one, one.upper(), one.replace("-", " ")))


def _nothing() -> st.SearchStrategy[list[Node]]:
    return st.sampled_from([[], [], [scalar("")], [scalar("null"), sequence([])]])
