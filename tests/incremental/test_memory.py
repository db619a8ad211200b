"""What a file gave is remembered by what it was made from, and by nothing that could mislead."""

import gc

import pytest

from hubgen.building import making
from hubgen.files.limits import ENTRY_FILE_LIMIT
from hubgen.files.reading import HubFolder
from hubgen.incremental.memory import Memory
from hubgen.incremental.press import Published
from hubgen.incremental.records import FileRecord, Shelf
from hubgen.model.source import Source
from hubgen.prepared import Prepared
from hubgen.workshop.reading import FileReader
from tests.kit import Hub, site
from tests.kit.hub import SITE


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are really read."""
    seen: list[str] = []
    real = FileReader.read

    def read(self: FileReader, source: Source) -> FileRecord:
        seen.append(source.path)
        return real(self, source)

    monkeypatch.setattr(FileReader, "read", read)
    return seen


def hub() -> Hub:
    return site("""
        -- content/members/ada.yaml --
        name: Ada
        offers: [pyhton]
        -- content/members/bob.yaml --
        name: Bob
        confirmed: 30/02/2026
        -- content/skills.yaml --
        python: {name: Python}
    """).edit("site.yaml", SITE + "diagnostics: {HG321: warning, HG320: warning}\n")


def test_only_what_changed_is_read_again(reads: list[str]) -> None:
    made = hub()
    made.build()
    assert sorted(reads) == [
        "content/members/ada.yaml",
        "content/members/bob.yaml",
        "content/skills.yaml",
    ]
    reads.clear()
    made.edit("content/members/ada.yaml", "name: Ada Lovelace\n").build()
    assert reads == ["content/members/ada.yaml"]


def test_what_was_said_about_a_file_is_remembered_with_it(reads: list[str]) -> None:
    made = hub()
    first = made.build()
    reads.clear()
    made.edit("content/pages/about.md", "# About\n")
    second = made.build()
    assert reads == ["content/pages/about.md"]
    assert second.diagnostics == first.diagnostics
    assert "HG203" in second.codes


def test_a_renamed_file_is_another_entry(reads: list[str]) -> None:
    made = hub()
    made.build()
    made.rename("content/members/ada.yaml", "content/members/eve.yaml")
    build = made.build()
    assert build.has("members/eve/")
    assert not build.has("members/ada/")


def test_another_schema_reads_everything_again(reads: list[str]) -> None:
    made = hub()
    made.build()
    reads.clear()
    made.edit(
        "site.yaml", made.read("site.yaml") + "collections: {members: {fields: {hat: text}}}\n"
    )
    made.build()
    assert len(reads) == 3


def test_a_new_title_of_the_site_reads_nothing_again(reads: list[str]) -> None:
    made = hub()
    made.build()
    reads.clear()
    made.edit("site.yaml", made.read("site.yaml").replace("Test hub", "Another"))
    made.build()
    assert reads == []


def test_what_was_read_is_kept_when_pages_fail(
    reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = hub()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(making, "publish", killed)
        with pytest.raises(KeyboardInterrupt):
            made.build()
    assert len(reads) == 3
    reads.clear()
    assert made.build().published
    assert reads == []


def test_pages_are_made_without_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[int] = []

    def publish(prepared: Prepared, *_: object) -> tuple[Published, ...]:
        held.append(len(prepared.readings.records))
        held.append(sum(isinstance(each, FileRecord) for each in gc.get_objects()))
        return ()

    monkeypatch.setattr(making, "publish", publish)
    gc.collect()
    before = sum(isinstance(each, FileRecord) for each in gc.get_objects())
    hub().build()
    assert held[0] == 0
    assert held[1] <= before


def test_an_entry_is_the_same_after_a_while_on_the_shelf() -> None:
    made = hub()
    prepared, _ = made.prepare()
    for path, record in prepared.readings.records.items():
        source = prepared.readings.sources[path]
        shelf = Shelf(prepared.site.collections[source.collection])
        fresh = FileReader(HubFolder(made.root), prepared.site).read(source)
        assert record == shelf.unpack(shelf.pack(record)) == fresh
        assert [dict(each.spans) for each in record.entries] == [
            each.spans for each in fresh.entries
        ]


def test_without_a_folder_nothing_is_remembered() -> None:
    memory = Memory(None)
    memory.save()
    assert memory.stamps == {}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of content files that were opened, as they are."""
    paths: list[str] = []
    real = HubFolder.read_stamped

    def read_stamped(self: HubFolder, path: str, limit: int) -> object:
        if path.startswith("content/"):
            paths.append(path)
        return real(self, path, limit)

    monkeypatch.setattr(HubFolder, "read_stamped", read_stamped)
    return paths


def test_a_first_build_opens_each_file_once(opened: list[str]) -> None:
    made = hub()
    made.build()
    assert sorted(opened) == sorted(set(opened))
    prepared, _ = made.prepare()
    assert set(opened) >= set(prepared.readings.sources)


def test_unchanged_files_are_not_even_opened(opened: list[str]) -> None:
    made = hub()
    made.build()
    made.edit("content/pages/about.md", "# About\n")
    opened.clear()
    made.build()
    assert set(opened) == {"content/pages/about.md"}


def test_a_new_file_is_opened_once(opened: list[str]) -> None:
    made = hub()
    made.build()
    made.edit("content/members/new.md", "---\nname: New\n---\n")
    opened.clear()
    made.build()
    assert opened == ["content/members/new.md"]


def test_a_file_that_cannot_be_read_is_told_of_each_time() -> None:
    made = hub()
    made.edit("content/members/big.yaml", "#" * (ENTRY_FILE_LIMIT + 1))
    for _ in range(3):
        assert made.build().codes.count("HG105") == 1
    made.edit("content/members/big.yaml", "name: Small\n")
    assert "HG105" not in made.build().codes
    made.edit("content/members/big.yaml", "#" * (ENTRY_FILE_LIMIT + 1))
    for _ in range(2):
        assert made.build().codes.count("HG105") == 1
