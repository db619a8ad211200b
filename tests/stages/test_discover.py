"""Discover: which file is which entry, and what people hear of files that are none."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hubgen.diagnostics import Report
from hubgen.files.limits import ENTRY_FILE_LIMIT
from hubgen.files.reading import HubFolder
from hubgen.files.stamps import FileStamp, digest_of
from hubgen.model.schema import Collection
from hubgen.model.source import Source
from hubgen.stages.discover import discover, discover_stamped
from tests.kit import site

LONG_AGO = 1_000_000_000_000_000_000
"""In nanoseconds: 2001."""


@dataclass(frozen=True)
class Shape:
    """As much of a hub's settings as finding its files takes."""

    collections: Mapping[str, Collection]
    language: str = "en"
    languages: tuple[str, ...] = ("en", "fr", "pt-BR")


SITE = Shape(
    {
        name: Collection(name, name.title(), singular, {})
        for name, singular in [("members", "member"), ("pages", "page"), ("skills", "skill")]
    }
)


def hub(folder: Path, *paths: str) -> HubFolder:
    """A hub with these files below content/."""
    for path in paths:
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"name: {path}\n")
    return HubFolder(folder)


def found(folder: Path, *paths: str) -> tuple[list[Source], Report]:
    """The sources of such a hub, and what was said."""
    report = Report()
    return list(discover(hub(folder, *paths), SITE, {}, report)), report


def codes(report: Report) -> list[str]:
    """The codes by place."""
    return [each.code for each in report.diagnostics]


@pytest.mark.parametrize(
    "path, shape, slug, locale",
    [
        ("members/ada.yaml", "entry", "ada", "en"),
        ("members/ada.yml", "entry", "ada", "en"),
        ("members/ada.YAML", "entry", "ada", "en"),
        ("members/ada.md", "entry", "ada", "en"),
        ("members/ada.json", "entry", "ada", "en"),
        ("members/ada.fr.md", "entry", "ada", "fr"),
        ("members/ada.en.md", "entry", "ada", "en"),
        ("members/ada.pt_br.yaml", "entry", "ada", "pt-BR"),
        ("members/fr.md", "entry", "fr", "en"),
        ("members/ada/index.md", "folder", "ada", "en"),
        ("members/ada/index.yaml", "folder", "ada", "en"),
        ("members/ada/index.fr.md", "folder", "ada", "fr"),
        ("members/ada/Index.md", "folder", "ada", "en"),
        ("members.yaml", "many", "", "en"),
        ("members.json", "many", "", "en"),
        ("members.csv", "many", "", "en"),
        ("members.fr.yaml", "many", "", "fr"),
    ],
)
def test_names_say_what_a_file_is(
    tmp_path: Path, path: str, shape: str, slug: str, locale: str
) -> None:
    (source,), report = found(tmp_path, path)
    assert source.path == f"content/{path}"
    assert (source.collection, source.shape) == ("members", shape)
    assert (source.slug, source.locale) == (slug, locale)
    assert not report.diagnostics


def test_sources_come_by_path(tmp_path: Path) -> None:
    paths = [
        "pages/b.md",
        "members/z.yaml",
        "members/a/index.md",
        "members/a-b.yaml",
        "members.csv",
        "skills.yaml",
    ]
    sources, _ = found(tmp_path, *paths)
    assert [each.path for each in sources] == sorted(f"content/{path}" for path in paths)


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "members/README.md",
        "members/ada.jpg",
        "members/images/group.png",
        "images/logo.png",
        "removed.yaml",
        "removed.yml",
        "members/.ada.yaml.swp",
        "members/ada.yaml~",
    ],
)
def test_what_is_no_content_is_passed_over(tmp_path: Path, path: str) -> None:
    sources, report = found(tmp_path, "members/bob.yaml", path)
    assert [each.slug for each in sources] == ["bob"]
    assert not report.diagnostics


def test_an_entrys_own_files_are_no_entries(tmp_path: Path) -> None:
    paths = [
        "members/ada/index.md",
        "members/ada/data.yaml",
        "members/ada/slides/deck.pdf",
        "members/ada/a.jpg",
    ]
    sources, report = found(tmp_path, *paths)
    assert [each.path for each in sources] == ["content/members/ada/index.md"]
    assert not report.diagnostics


@pytest.mark.parametrize(
    "path, code, words",
    [
        ("member/ada.yaml", "HG151", "'members'"),
        ("Members/ada.yaml", "HG151", "'members'"),
        ("membres/ada.yaml", "HG151", "'members'"),
        ("gizmos/ada.yaml", "HG151", "site.yaml"),
        ("skill.yaml", "HG151", "'skills'"),
        ("about.md", "HG152", "content/pages/about.md"),
        ("notes.txt", "HG152", ".md"),
        ("members/ada.markdown", "HG152", ".md"),
        ("members/ada.docx", "HG152", ".md"),
        ("members/list.csv", "HG152", "content/members.csv"),
        ("members/ada/ada.md", "HG153", "rename ada.md to index.md"),
        ("members/ada/photo.jpg", "HG153", "content/members/ada/index.md"),
        ("pages/guide/part/index.md", "HG157", "content/pages/part/index.md"),
        ("members/con.yaml", "HG155", "rename"),
        ("members/日本語.yaml", "HG155", "letters from a to z"),
        ("members/index.yaml", "HG155", "rename"),
    ],
)
def test_files_that_are_not_read_are_told(tmp_path: Path, path: str, code: str, words: str) -> None:
    sources, report = found(tmp_path, path)
    assert sources == []
    (said,) = report.diagnostics
    assert (said.code, said.span.path) == (code, f"content/{path}")
    assert words in said.help


def test_content_of_a_hidden_collection_is_told_where_it_is_hidden() -> None:
    hub = site("""
        -- site.yaml --
        title: A hub without thanks
        collections:
          thanks: false
        -- content/thanks/loom.yaml --
        to: [ada]
    """)
    (said,) = hub.check()
    assert (said.code, said.span.path) == ("HG151", "content/thanks/loom.yaml")
    assert "site.yaml hides 'thanks'" in said.message
    assert "`thanks: false`" in said.help


def test_an_unknown_collection_is_told_once(tmp_path: Path) -> None:
    _, report = found(tmp_path, *[f"gizmos/{number}.yaml" for number in range(5)])
    assert codes(report) == ["HG151"]


def test_texts_beside_an_index_are_told(tmp_path: Path) -> None:
    sources, report = found(tmp_path, "pages/guide/index.md", "pages/guide/two.md")
    assert len(sources) == 1
    assert codes(report) == ["HG157"]


@pytest.mark.parametrize(
    "name, slug",
    [
        ("Python_Developers_Community.yaml", "python-developers-community"),
        ("baïkal.yml", "baikal"),
        ("0-a.d..yml", "0-a-d"),
        ("Ada Lovelace.md", "ada-lovelace"),
        ("ada.it.md", "ada-it"),
        ("x" * 90 + ".md", "x" * 80),
    ],
)
def test_odd_names_get_a_slug_and_a_hint(tmp_path: Path, name: str, slug: str) -> None:
    (source,), report = found(tmp_path, f"members/{name}")
    assert source.slug == slug
    (said,) = report.diagnostics
    assert (said.code, said.severity) == ("HG156", "hint")
    assert f"{slug}.{name.rpartition('.')[2]}" in said.help


def test_a_name_that_looks_like_a_translation_says_how_to_make_it_one(tmp_path: Path) -> None:
    _, report = found(tmp_path, "members/ada.md", "members/ada.it.md")
    assert "add it to `languages`" in report.diagnostics[0].help


@pytest.mark.parametrize(
    "first, second",
    [
        ("members/ada.md", "members/ada.yaml"),
        ("members/ada/index.md", "members/ada.yaml"),
        ("members/Ada.yaml", "members/ada.yaml"),
        ("members/jose\u0301.yaml", "members/jos\u00e9.yaml"),
        ("members/a_b.yaml", "members/a-b.yaml"),
        ("members/ada.en.md", "members/ada.md"),
        ("members/ada.fr.md", "members/ada.fr.yaml"),
        ("members/ada/index.md", "members/ada/index.yaml"),
    ],
)
def test_two_files_for_one_entry_are_an_error_that_names_both(
    tmp_path: Path, first: str, second: str
) -> None:
    sources, report = found(tmp_path, first, second)
    assert len(sources) == 1
    (said,) = [each for each in report.diagnostics if each.code == "HG154"]
    assert {said.span.path, said.related[0].span.path} == {f"content/{first}", f"content/{second}"}
    assert said.related[0].span.path == sources[0].path


def test_translations_and_other_collections_do_not_collide(tmp_path: Path) -> None:
    sources, report = found(tmp_path, "members/ada.md", "members/ada.fr.md", "pages/ada.md")
    assert len(sources) == 3
    assert not report.diagnostics


def test_refused_files_become_diagnostics(tmp_path: Path) -> None:
    folder = hub(tmp_path, "members/bob.yaml")
    (tmp_path / "secret.yaml").write_text("x")
    (tmp_path / "content" / "members" / "eve.yaml").symlink_to(tmp_path / "secret.yaml")
    report = Report()
    sources = discover(folder, SITE, {}, report)
    assert [each.slug for each in sources] == ["bob"]
    assert [(each.code, each.span.path) for each in report.diagnostics] == [
        ("HG102", "content/members/eve.yaml"),
    ]


def test_a_hub_without_content_says_so(tmp_path: Path) -> None:
    sources, report = found(tmp_path)
    assert sources == []
    assert codes(report) == ["HG150"]


def age(folder: Path) -> int:
    """A moment long after the files were last changed, as far as they can tell."""
    times = [each.stat().st_ctime_ns for each in folder.rglob("*") if each.is_file()]
    return max(times) + 10**10


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of files that were opened, as they are."""
    paths: list[str] = []
    real = HubFolder.read_stamped

    def spy(self: HubFolder, path: str, limit: int) -> tuple[bytes, FileStamp]:
        paths.append(path)
        return real(self, path, limit)

    monkeypatch.setattr(HubFolder, "read_stamped", spy)
    return paths


def with_digests(folder: HubFolder, stamps: Mapping[str, FileStamp]) -> dict[str, FileStamp]:
    """The same after the files were read."""
    digests = {path: digest_of((folder.root / path).read_bytes()) for path in stamps}
    return {path: replace(stamp, digest=digests[path]) for path, stamp in stamps.items()}


def test_nobody_opens_a_file_that_was_never_read(tmp_path: Path, read: list[str]) -> None:
    folder = hub(tmp_path, "members/ada.yaml", "members/bob.yaml")
    found = discover_stamped(folder, SITE, {}, Report(), now_ns=age(tmp_path))
    assert read == []
    assert [each.digest for each in found.sources] == ["", ""]
    stamps = with_digests(folder, found.stamps)
    for path, stamp in stamps.items():
        assert stamp == replace(folder.read_stamped(path, 10_000)[1], taken_ns=stamp.taken_ns)


def test_unchanged_files_are_not_read_again(tmp_path: Path, read: list[str]) -> None:
    folder = hub(tmp_path, "members/ada.yaml", "members/bob.yaml")
    first = discover_stamped(folder, SITE, {}, Report(), now_ns=age(tmp_path))
    known = with_digests(folder, first.stamps)
    before = discover_stamped(folder, SITE, known, Report())
    assert before.stamps == known
    assert [each.digest for each in before.sources] == [known[s.path].digest for s in first.sources]
    assert read == []
    # Another text of the same length and date, as an unpacked archive may bring it.
    path = tmp_path / "content" / "members" / "ada.yaml"
    status = path.stat()
    path.write_text(path.read_text().replace("name", "same"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    after = discover_stamped(folder, SITE, known, Report())
    assert read == ["content/members/ada.yaml"]
    assert after.sources[0].digest == digest_of(path.read_bytes())


def test_young_files_are_read_again(tmp_path: Path) -> None:
    folder = hub(tmp_path, "members/ada.yaml")
    moment = (tmp_path / "content/members/ada.yaml").stat().st_mtime_ns
    stamps = discover_stamped(folder, SITE, {}, Report(), now_ns=moment).stamps
    lies = {path: replace(stamp, digest="lie") for path, stamp in stamps.items()}
    (source,) = discover(folder, SITE, lies, Report())
    assert source.digest == digest_of((tmp_path / "content/members/ada.yaml").read_bytes())


def test_what_can_no_longer_be_read_is_left_to_whoever_reads_it(tmp_path: Path) -> None:
    folder = hub(tmp_path, "members/ada.yaml")
    known = with_digests(folder, discover_stamped(folder, SITE, {}, Report()).stamps)
    (tmp_path / "content/members/ada.yaml").write_bytes(b"#" * (ENTRY_FILE_LIMIT + 1))
    report = Report()
    (source,) = discover(folder, SITE, known, report)
    assert source.digest == ""
    assert not report.diagnostics


NAMES = st.lists(
    st.sampled_from(
        ["members", "pages", "ada", "index", "a", "é", "_", ".", "fr", "~", "con", " ", "#"]
    ),
    min_size=1,
    max_size=4,
).map("".join)


@given(
    st.lists(
        st.tuples(
            st.lists(NAMES, max_size=3), NAMES, st.sampled_from([".md", ".yaml", ".csv", ""])
        ),
        max_size=6,
    )
)
def test_any_tree_gives_sources_that_can_be_told_apart(
    tmp_path_factory: pytest.TempPathFactory, tree: list[tuple[list[str], str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("hub")
    for folders, name, suffix in tree:
        path = folder.joinpath("content", *folders, name + suffix)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("x")
        except OSError:
            continue
    report = Report()
    sources = discover(HubFolder(folder), SITE, {}, report)
    names = [(each.collection, each.slug, each.locale) for each in sources if each.shape != "many"]
    assert len(names) == len(set(names))
    assert all((folder / each.path).is_file() for each in sources)
    assert all(each.message and each.help for each in report.diagnostics)
