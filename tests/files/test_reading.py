"""Reading inside a hub: what lies there is read, and nothing else by any way."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.files.limits import FOLDER_DEPTH_LIMIT
from hubgen.files.reading import FoundFile, HubFolder, Refused, Unreadable
from hubgen.files.stamps import digest_of

LIMIT = 1000
SECRET = b"secret"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A hub beside a folder that holds a secret."""
    root = tmp_path / "hub"
    (root / "content" / "members" / "ada").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Hub\n")
    (root / "content" / "members" / "ada" / "index.md").write_text("# Ada\n")
    (root / "content" / "members" / "bob.yaml").write_text("name: Bob\n")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yaml").write_bytes(SECRET)
    return root


def code_of(hub: Path, path: str, limit: int = LIMIT) -> str:
    """The code with which reading is refused."""
    with pytest.raises(Unreadable) as caught:
        HubFolder(hub).read(path, limit)
    assert caught.value.reason
    return caught.value.code


def found(hub: Path, folder: str = "content") -> list[str]:
    """The paths that a walk gives."""
    return [each.path for each in HubFolder(hub).walk(folder) if isinstance(each, FoundFile)]


def refused(hub: Path, folder: str = "content") -> dict[str, str]:
    """The codes that a walk gives, by path."""
    walk = HubFolder(hub).walk(folder)
    return {each.path: each.code for each in walk if isinstance(each, Refused)}


def test_files_of_the_hub_are_read(hub: Path) -> None:
    assert HubFolder(hub).read("site.yaml", LIMIT) == b"title: Hub\n"
    assert HubFolder(hub).read("content/members/ada/index.md", LIMIT) == b"# Ada\n"


def test_the_stamp_names_the_bytes_that_were_read(hub: Path) -> None:
    data, stamp = HubFolder(hub).read_stamped("content/members/bob.yaml", LIMIT)
    file = HubFolder(hub).find("content/members/bob.yaml")
    assert file is not None
    assert stamp.digest == digest_of(data)
    assert (stamp.size, stamp.mtime_ns, stamp.changed_ns) == (
        file.size,
        file.mtime_ns,
        file.changed_ns,
    )


@pytest.mark.parametrize(
    "path",
    [
        "../outside/secret.yaml",
        "content/../../outside/secret.yaml",
        "content/./members/bob.yaml",
        "content//members/bob.yaml",
        "/etc/passwd",
        "",
        ".",
        "content/",
        "C:/Windows/win.ini",
        "C:secret",
        "\\\\server\\share\\file",
        "..\\outside\\secret.yaml",
        "//server/share",
        "content/members/bob.yaml\0.png",
        "content/members/bob.yaml:stream",
    ],
)
def test_paths_that_could_leave_the_hub_are_refused(hub: Path, path: str) -> None:
    assert code_of(hub, path) == "HG103"
    assert HubFolder(hub).find(path) is None


def test_a_linked_file_is_refused(hub: Path) -> None:
    (hub / "content" / "members" / "eve.yaml").symlink_to(hub.parent / "outside" / "secret.yaml")
    assert code_of(hub, "content/members/eve.yaml") == "HG102"
    assert HubFolder(hub).find("content/members/eve.yaml") is None
    assert refused(hub) == {"content/members/eve.yaml": "HG102"}


def test_a_link_to_a_file_of_the_hub_is_refused_too(hub: Path) -> None:
    (hub / "content" / "members" / "twin.yaml").symlink_to("bob.yaml")
    assert code_of(hub, "content/members/twin.yaml") == "HG102"


@pytest.mark.parametrize("place", ["content/linked", "content/members/linked", "linked"])
def test_a_linked_folder_on_the_way_is_refused(hub: Path, place: str) -> None:
    (hub / place).symlink_to(hub.parent / "outside")
    assert code_of(hub, f"{place}/secret.yaml") == "HG102"


def test_a_walk_does_not_enter_linked_folders(hub: Path) -> None:
    (hub / "content" / "linked").symlink_to(hub.parent / "outside")
    assert refused(hub) == {"content/linked": "HG102"}
    assert not any("secret" in path for path in found(hub))


@pytest.mark.parametrize("top", ["content", "static", "themes"])
def test_a_top_folder_may_be_a_link_within_the_hub(hub: Path, top: str) -> None:
    (hub / "docs" / "members").mkdir(parents=True)
    (hub / "docs" / "members" / "cyd.yaml").write_text("name: Cyd\n")
    if (hub / top).exists():
        (hub / top).rename(hub / "old")
    (hub / top).symlink_to("docs")
    assert HubFolder(hub).read(f"{top}/members/cyd.yaml", LIMIT) == b"name: Cyd\n"
    assert found(hub, top) == [f"{top}/members/cyd.yaml"]


def test_a_top_folder_may_not_lead_out_of_the_hub(hub: Path) -> None:
    # A sibling whose name begins with the hub's is still another folder.
    sibling = hub.with_name("hub-secrets")
    (hub.parent / "outside").rename(sibling)
    (hub / "content").rename(hub / "old")
    (hub / "content").symlink_to(sibling)
    assert code_of(hub, "content/secret.yaml") == "HG102"
    assert refused(hub) == {"content": "HG102"}
    assert found(hub) == []


def test_the_hub_itself_may_lie_behind_a_link(hub: Path) -> None:
    link = hub.with_name("link")
    link.symlink_to(hub)
    assert HubFolder(link).read("site.yaml", LIMIT) == b"title: Hub\n"


def test_a_hard_link_is_refused(hub: Path) -> None:
    os.link(hub.parent / "outside" / "secret.yaml", hub / "content" / "members" / "eve.yaml")
    assert code_of(hub, "content/members/eve.yaml") == "HG102"
    assert refused(hub) == {"content/members/eve.yaml": "HG102"}


def test_a_pipe_is_refused_and_nobody_waits_for_it(hub: Path) -> None:
    os.mkfifo(hub / "content" / "members" / "pipe.yaml")
    assert code_of(hub, "content/members/pipe.yaml") == "HG104"
    assert refused(hub) == {"content/members/pipe.yaml": "HG104"}


def test_a_folder_is_no_file(hub: Path) -> None:
    assert code_of(hub, "content/members") == "HG104"
    assert HubFolder(hub).find("content/members") is None


@pytest.mark.parametrize(
    "path",
    [
        "content/gone.yaml",
        "gone/ada.yaml",
        "content/members/bob.yaml/x.yaml",
        "content/" + "a" * 300,
    ],
)
def test_what_is_not_there_is_a_value_too(hub: Path, path: str) -> None:
    assert code_of(hub, path) == "HG101"


def test_the_limit_is_exact(hub: Path) -> None:
    (hub / "content" / "big.yaml").write_bytes(b"x" * 100)
    assert len(HubFolder(hub).read("content/big.yaml", 100)) == 100
    assert code_of(hub, "content/big.yaml", 99) == "HG105"


def test_a_walk_is_sorted_and_passes_over_what_is_hidden(hub: Path) -> None:
    members = hub / "content" / "members"
    for name in [".git", ".bob.yaml.swp", "bob.yaml~", "#bob.yaml#", "4913", "x.swp", ".DS_Store"]:
        (members / name).write_text("x")
    (members / ".hidden").mkdir()
    (members / ".hidden" / "eve.yaml").write_text("x")
    (members / "#1.yaml").write_text("x")
    assert found(hub) == [
        "content/members/#1.yaml",
        "content/members/ada/index.md",
        "content/members/bob.yaml",
    ]
    assert refused(hub) == {}


@pytest.mark.parametrize(
    "name", [b"a\x1b[31m.yaml", b"a\n::error::.yaml", b"\xff.yaml", "a\u202e.md".encode()]
)
def test_names_that_could_mislead_a_log_are_refused_in_plain_letters(
    hub: Path, name: bytes
) -> None:
    Path(os.fsdecode(bytes(hub / "content") + b"/" + name)).write_text("x")
    (path,) = refused(hub)
    assert path.isprintable()
    assert path.isascii()


@pytest.mark.parametrize("name", ["a\\b.yaml", "C:.yaml"])
def test_names_that_only_some_systems_can_hold_are_refused(hub: Path, name: str) -> None:
    (hub / "content" / name).write_text("x")
    assert list(refused(hub).values()) == ["HG106"]


def test_names_in_any_script_are_found(hub: Path) -> None:
    (hub / "content" / "日本語 ñ.yaml").write_text("x")
    assert "content/日本語 ñ.yaml" in found(hub)


def test_deep_folders_end_the_walk_without_an_error(hub: Path) -> None:
    (hub / "content" / Path(*["a"] * 200)).mkdir(parents=True)
    assert list(refused(hub).values()) == ["HG107"]
    (path,) = refused(hub)
    assert path.count("/") == FOLDER_DEPTH_LIMIT


def test_no_content_is_an_empty_walk(tmp_path: Path) -> None:
    assert list(HubFolder(tmp_path).walk("content")) == []


@pytest.mark.parametrize(
    "folder, target, path",
    [
        ("content/members", "ada.jpg", "content/members/ada.jpg"),
        ("content/members/ada", "../bob.jpg", "content/members/bob.jpg"),
        ("content/members", "/static/logo.svg", "static/logo.svg"),
        ("content/members", "./a/./b.png", "content/members/a/b.png"),
        ("content/members", "../../../etc/passwd", None),
        ("content/members", "/../etc/passwd", None),
        ("content/members", "//host/x.png", None),
        ("content/members", "https://host/x.png", None),
        ("content/members", "C:\\x.png", None),
        ("content/members", "..\\x.png", None),
        ("content/members", "../..", None),
        ("content", "a\0b", None),
    ],
)
def test_targets_resolve_inside_the_hub(
    tmp_path: Path, folder: str, target: str, path: str | None
) -> None:
    assert HubFolder(tmp_path).resolve(folder, target) == path


@given(st.text(st.sampled_from("./\\:a\0 ~"), max_size=12))
def test_nothing_that_resolves_leaves_the_hub(target: str) -> None:
    root = Path("/hub")
    path = HubFolder(root).resolve("content/a", target)
    if path is not None:
        assert Path(os.path.normpath(root / path)).is_relative_to(root)
        assert ".." not in path.split("/")
