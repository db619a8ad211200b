"""A theme stands on another one, and changes what it likes of it."""

from pathlib import Path

from tests.theme.workbench import PLAIN, good, read

CHILD = (
    PLAIN
    + """\
-- plain/templates/base.html --
plain base
-- plain/templates/partials/nav.html --
plain nav
-- plain/i18n/en.yaml --
hello: Hello
bye: Bye
-- child/theme.yaml --
extends: plain
-- child/templates/base.html --
{% include "plain/base.html" %} and more
-- child/i18n/en.yaml --
bye: Farewell
"""
)


def test_what_a_child_leaves_alone_comes_from_its_parent(tmp_path: Path) -> None:
    theme = good(tmp_path, CHILD, "child")
    assert theme.templates["partials/nav.html"].path.endswith("plain/templates/partials/nav.html")
    assert theme.templates["base.html"].path.endswith("child/templates/base.html")
    words = theme.messages_for("en")
    assert (words.text("hello"), words.text("bye")) == ("Hello", "Farewell")


def test_a_child_reaches_the_template_that_it_replaces(tmp_path: Path) -> None:
    theme = good(tmp_path, CHILD, "child")
    assert theme.templates["plain/base.html"].source.strip() == "plain base"
    assert theme.templates["base.html"].closure == ("base.html", "plain/base.html")


def test_the_parent_alone_is_not_changed_by_its_children(tmp_path: Path) -> None:
    theme = good(tmp_path, CHILD, "plain")
    assert theme.templates["base.html"].source.strip() == "plain base"
    assert theme.messages_for("en").text("bye") == "Bye"


def test_an_unknown_theme_is_no_theme(tmp_path: Path) -> None:
    theme, words = read(tmp_path, PLAIN, "plan")
    assert theme is None
    assert words == [":1 HG501 no theme is called 'plan' | did you mean 'plain'?"]


def test_a_theme_that_extends_an_unknown_one_says_so_at_its_line(tmp_path: Path) -> None:
    theme, words = read(tmp_path, "-- plain/theme.yaml --\nname: plain\nextends: comons\n")
    assert theme is None
    assert words == ["plain/theme.yaml:2 HG501 no theme is called 'comons' | there are: plain"]


def test_names_that_leave_the_folder_find_nothing(tmp_path: Path) -> None:
    (tmp_path / "theme.yaml").write_text("name: outside\n", "utf-8")
    for name in ("..", "../..", ".", "/", str(tmp_path), "plain/../plain", "", "PLAIN\n"):
        theme, words = read(tmp_path / "themes", PLAIN, name)
        assert theme is None, name
        assert len(words) == 1, name


def test_a_circle_is_named(tmp_path: Path) -> None:
    circle = "-- a/theme.yaml --\nextends: b\n-- b/theme.yaml --\nextends: c\n-- c/theme.yaml --\nextends: a\n"
    theme, words = read(tmp_path, circle, "a")
    assert theme is None
    assert words == [
        (
            "c/theme.yaml:1 HG502 themes extend each other in a circle: a -> b -> c -> a | "
            "remove 'extends' from the theme that the others should stand on"
        )
    ]


def test_a_link_out_of_the_theme_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", "utf-8")
    (tmp_path / "themes/plain/templates").mkdir(parents=True)
    (tmp_path / "themes/plain/templates/x.html").symlink_to(tmp_path / "secret")
    theme, words = read(tmp_path / "themes", PLAIN)
    assert [line.split()[1] for line in words] == ["HG516"]
    assert theme is not None
    assert not theme.has("x.html")


def test_a_template_that_is_not_utf_8_is_reported_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "plain/templates/x.html"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"<p>fine</p>\n<p>S\xe3o</p>\n")
    theme, words = read(tmp_path, PLAIN)
    assert words[0].startswith("plain/templates/x.html:2 HG516")
    assert theme is not None
