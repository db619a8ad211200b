"""A hub that is kept in memory shows, after any edits, what a first reading of it shows."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.kit.hub import SITE, hub_of
from tests.kit.making import bodies, entry_paths, files, hubs
from tests.kit.reworking import Kept, differences

Edit = tuple[str, str]


@st.composite
def rewordings(draw: st.DrawFn) -> Edit:
    """Another text under what stands above it: an empty path stands for the hub's first file that has a text."""
    return "", draw(bodies())


@settings(max_examples=15, phases=(Phase.explicit, Phase.reuse, Phase.generate), deadline=None)
@given(
    made=hubs(), edits=st.lists(files() | rewordings(), min_size=1, max_size=6), gone=entry_paths()
)
def test_memory_and_disk_agree(made: dict[str, str], edits: list[Edit], gone: str) -> None:
    hub = hub_of(made)
    kept = Kept(hub)
    for path, text in edits:
        place, content = (path, text) if path else _reworded(kept, text)
        hub.edit(place, content)
        kept.follow(place)
        assert differences(kept) == []
    if (hub.root / gone).exists():
        hub.delete(gone)
        kept.follow(gone)
        assert differences(kept) == []


def _reworded(kept: Kept, text: str) -> Edit:
    """The edit that gives a Markdown file of the hub this text."""
    paths = [path for path in kept.prepared.readings.sources if path.endswith(".md")]
    path = paths[0] if paths else "content/pages/ada.md"
    head = kept.hub.read(path).rpartition("---\n")[0] if paths else "---\ntitle: A\n"
    return path, f"{head}---\n{text}\n"


def test_a_year_in_a_text_is_more_than_words() -> None:
    """Feeds go by it: without one, the only book in a feed takes the feed with it."""
    book = "title: A book\nurl: https://example.org/\ntype: book\npublished: {}\n"
    path = "content/resources/book.yaml"
    kept = Kept(
        hub_of(
            {"site.yaml": f"{SITE}base_url: https://example.org/\n", path: book.format("'2019'")}
        )
    )
    feeds = set()
    for published in ("long ago", "'2020'", "'2021-05'", "lately"):
        kept.hub.edit(path, book.format(published))
        feeds.add("resources/feed.xml" in kept.follow(path).plan.pages)
        assert differences(kept) == []
    assert feeds == {True, False}
