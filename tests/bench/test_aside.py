"""What is cleared away for a cold build is out of the way, and still there."""

from pathlib import Path

from bench.aside import ASIDE, put_aside


def test_the_path_is_free_and_nothing_was_removed(tmp_path: Path) -> None:
    site = tmp_path / "hub" / "_site"
    for number in range(3):
        put_aside(site)
        site.mkdir(parents=True)
        (site / "page").write_text(str(number), "utf-8")
    put_aside(site)
    assert not site.exists()
    assert list(site.parent.iterdir()) == []
    kept = sorted((tmp_path / ASIDE).glob("*/page"))
    assert [page.read_text("utf-8") for page in kept] == ["0", "1", "2"]


def test_a_link_is_put_aside_itself(tmp_path: Path) -> None:
    (tmp_path / "hub").mkdir()
    link = tmp_path / "hub" / "_site"
    link.symlink_to("nowhere")
    put_aside(link)
    assert not link.is_symlink()
