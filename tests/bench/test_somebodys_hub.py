"""A hub that another hand made is measured like one of our own: read in all its manners, copied, edited, written for peers."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bench.__main__ import main
from bench.cases import edit_skills, edit_template, edit_text, welcome
from bench.content import Content, Entry, whom_to_edit
from bench.edited_files import list_in, with_field, words_in
from bench.hubs import Hub, change_settings, copy_hub, in_one_language, read_settings
from bench.peers.known import PEERS
from bench.peers.peer import Peer, write_site
from bench.processes import Failed
from bench.reading import read_content
from hubgen.diagnostics import Severity
from tests.kit import site
from tests.kit.hub import Hub as KitHub

THEIRS = """\
-- site.yaml --
title: "Die Werkstatt"
language: de
languages: [de, fr]
theme: {name: ours, options: {scheme: dark}}
search: {engine: minisearch}
translations: {fr: {tagline: Ensemble}}
collections:
  news: false
  tools:
    label: Tools & more
    singular: tool
    fields:
      title: text
      price: number
      for: {kind: skills, relation: about}
      secret: {kind: text, private: true}
      story: {kind: markdown, body: true}
-- themes/ours/theme.yaml --
name: ours
extends: commons
-- content/skills.yaml --
- {name: Knots, aliases: [knotting]}
- name: "Löten, 'kalt'"
- Weben
-- content/members/zoe.md --
---
# Who mends things.
"name": 'Zoë  "Z" Ødegård'
headline: >-
  Folded
  over two lines
expertise: knotting   # by another name
email: zoe@example.org
---
Ask [[members/jun|the one]] or [[members/jun]] or [me](zoe#rope-and-all); see `{{ this }}` and {% that %}.

## Rope and all
-- content/members/zoe.fr.md --
---
headline: En français
---
-- content/members/jun/index.md --
---
name: 佐藤 純
offers:
- Knots
- weben
joined: 2024-03
---
Words of [knots](skills/knots).
-- content/members/quiet.md --
---
name: Hidden
visibility: hidden
---
Nobody reads this.
-- content/members.csv --
slug,name,offers,location.city
ada,"Ada, Countess",knots;weben,Łódź
-- content/mentors/jun.yml --
member: jun
topics: [knots]
contact: https://example.org/ask
expectations: |
  Bring rope.

  Two meters.
-- content/tools/awl.json --
{"title": "Awl", "price": 12.5, "for": ["Knots"], "secret": "under the mat", "story": "Sharp."}
"""


@pytest.fixture
def theirs() -> KitHub:
    return site(THEIRS)


@pytest.fixture
def content(theirs: KitHub) -> Content:
    return read_content(theirs.root)


@pytest.fixture
def hub(theirs: KitHub, tmp_path: Path) -> Hub:
    return copy_hub(theirs.root, tmp_path / "hub")


def named(content: Content, slug: str, collection: str = "members") -> Entry:
    (found,) = (entry for entry in content.of(collection) if entry.slug == slug)
    return found


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_manner_of_writing_is_read(content: Content) -> None:
    zoe, jun, ada = (named(content, slug) for slug in ("zoe", "jun", "ada"))
    assert (zoe.title, zoe.summary) == ('Zoë "Z" Ødegård', "Folded over two lines")
    assert (jun.title, jun.fields["offers"], jun.fields["joined"]) == (
        *("佐藤 純", "Knots, Weben"),
        "2024-03",
    )
    assert (ada.title, ada.fields["location"]) == ("Ada, Countess", "Łódź")
    mentor = named(content, "jun", "mentors")
    assert (mentor.title, mentor.body) == ("佐藤 純", "Bring rope.\n\nTwo meters.")
    awl = named(content, "awl", "tools")
    assert (awl.kind, awl.fields, awl.body) == ("tool", {"price": "12.5", "for": "Knots"}, "Sharp.")


def test_links_lead_somewhere_and_nothing_is_a_template(content: Content) -> None:
    assert named(content, "zoe").body == (
        "Ask [the one](/members/jun/) or [佐藤 純](/members/jun/) or [me](/members/zoe/#rope-and-all);"
        " see `{ { this }}` and { % that %}.\n\n## Rope and all"
    )
    assert named(content, "jun").body == "Words of [knots](/skills/knots/)."


def test_what_nobody_finds_is_left_out(content: Content) -> None:
    assert {entry.slug for entry in content.of("members")} == {"zoe", "jun", "ada"}
    assert content.translations == ("content/members/zoe.fr.md",)
    said = str(content)
    assert all(word not in said for word in ("under the mat", "zoe@example.org", "Hidden"))


def test_collections_of_its_own_and_the_best_known_skill(content: Content) -> None:
    assert content.collections["tools"] == "Tools & more"
    assert "groups" not in content.collections
    assert "news" in content.collections, "every peer makes a feed of it"
    assert [skill.name for skill in content.skills] == ["Knots", "Weben", "Löten, 'kalt'"]


def test_their_hub_is_only_read(theirs: KitHub, tmp_path: Path) -> None:
    theirs.edit("_site/index.html", "old").edit(".git/HEAD", "x").edit(".hubgen/cache", "x")
    before = files(theirs.root)
    hub = copy_hub(theirs.root, tmp_path / "hub")
    edit_text(hub, 1)
    edit_template(hub, 1)
    assert files(theirs.root) == before
    assert hub.entries == 5
    assert not [name for name in ("_site", ".git", ".hubgen") if (hub.folder / name).exists()]


@pytest.mark.parametrize("edit", [edit_text, edit_skills, edit_template])
def test_each_edit_finds_its_file(edit: Callable[[Hub, int], None], hub: Hub) -> None:
    before = files(hub.folder)
    edit(hub, 1)
    after = files(hub.folder)
    (path,) = (path for path in after if after[path] != before[path])
    assert path.name == {"edit_template": "base.html"}.get(edit.__name__, path.name)
    read_content(hub.folder)  # It is still a hub without mistakes.


def test_somebody_new_comes_to_it(hub: Hub) -> None:
    before = files(hub.folder)
    welcome(hub, 1)
    after = files(hub.folder)
    assert len(after.keys() - before.keys()) == 1
    assert after | before == after
    assert len(read_content(hub.folder).entries) == hub.entries + 1


def test_who_learns_has_another_skill_then(hub: Hub, content: Content) -> None:
    _, learner = whom_to_edit(content)
    edit_skills(hub, 1)
    edited = named(read_content(hub.folder), learner.slug)
    assert len(edited.skills) == len(learner.skills) + 1
    assert set(learner.skills) < set(edited.skills)


@pytest.mark.parametrize(
    "written",
    [
        "offers: [a, 'b']",
        "offers: [a, b,]  # both",
        "offers:\n  - a\n  # and\n  - b",
        "offers:\n- a\n- b",
        "offers: [a,\n  b]",
        '"offers": a, b',
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_list_grows_in_any_style(written: str, ends: str) -> None:
    text = f"\ufeff---\nname: Ö\n{written}\nlast: '---'\n---\nBody\n---\n".replace("\n", ends)
    assert list_in(text, "offers") == ("a", "b")
    more = with_field(text, "offers", ("a", "b", "ç"))
    fields = yaml.safe_load(more.removeprefix("\ufeff").split(f"---{ends}")[1])
    assert fields == {"name": "Ö", "offers": ["a", "b", "ç"], "last": "---"}
    assert more.endswith(text[text.index("last") :])


@pytest.mark.parametrize(
    "written",
    ["bio: 'A  b'", "bio: |\n  A\n\n  b", "bio: >-\n  A\n  b # no comment", "bio: A\n  b  # one"],
)
def test_a_text_grows_in_any_style(written: str) -> None:
    text = f"# Of Ö\n{written}\nname: 'Ö'\n"
    said = words_in(text, "bio")
    more = with_field(text, "bio", f'{said}\n\nMore: "this".\n')
    assert yaml.safe_load(more) == {"bio": f'{said}\n\nMore: "this".\n', "name": "Ö"}


def test_a_hub_without_markdown_is_edited_too(tmp_path: Path) -> None:
    theirs = site(
        """
        -- content/skills.yaml --
        [Knots, Weben]
        -- content/events/a.json --
        {"title": "A", "start": "2027-01-01", "all_day": true, "mode": "online", "skills": ["knots"], "description": "D"}
        -- content/events/b.yaml --
        title: B
        start: 2027-01-01
        all_day: true
        mode: online
        about: |
          First.
        """
    )
    hub = copy_hub(theirs.root, tmp_path / "hub")
    edit_text(hub, 7)
    edit_skills(hub, 7)
    after = read_content(hub.folder)
    assert named(after, "b", "events").body == "First.\n\n\nBy now I have answered 7 letters."
    assert [skill.slug for skill in named(after, "a", "events").skills] == ["knots", "weben"]


def test_settings_take_the_place_of_theirs(hub: Hub) -> None:
    assert hub.frame == hub.folder / "themes/commons/templates/base.html"
    change_settings(hub, {"theme": "evening", "search": "off"})
    settings = read_settings(hub.folder / "site.yaml")
    assert (settings["theme"], settings["search"], settings["title"]) == (
        *("evening", "off"),
        "Die Werkstatt",
    )
    assert [
        each.code for each in KitHub(hub.folder).check() if each.severity is Severity.ERROR
    ] == []


def test_in_one_language_it_is_half_as_large(hub: Hub) -> None:
    in_one_language(hub)
    assert KitHub(hub.folder).codes() == site(THEIRS).codes()
    assert read_content(hub.folder).translations == ()


@pytest.mark.parametrize("peer", PEERS, ids=[peer.pins for peer in PEERS])
def test_every_peer_gets_all_of_it(peer: Peer, content: Content, tmp_path: Path) -> None:
    write_site(peer, content, tmp_path)
    for entry in content.entries:
        path, text = peer.source(entry)
        assert (tmp_path / path).read_text("utf-8") == text
    frame = (tmp_path / peer.frame).read_text("utf-8")
    assert "Tools &amp; more" in frame or "site.Sections" in frame


def test_what_cannot_be_measured_is_told(theirs: KitHub, tmp_path: Path) -> None:
    small = site("-- content/pages/a.md --\n---\ntitle: A\n---\nB\n")
    theirs.edit("content/members/jun/index.md", "---\nname: [broken\n---\n")
    with pytest.raises(Failed, match=r"mistakes, the first in .*jun"):
        copy_hub(theirs.root, tmp_path / "broken")
    with pytest.raises(Failed, match="skills"):
        copy_hub(small.root, tmp_path / "small")


@pytest.mark.parametrize("told", [("--hub", "."), ("--hub", "{}", "--write")])
def test_only_hubs_and_nothing_for_the_docs(
    told: tuple[str, ...], theirs: KitHub, capsys: pytest.CaptureFixture[str]
) -> None:
    where = [each.format(theirs.root) if each == "{}" else each for each in told]
    where = ["/nowhere" if each == "." else each for each in where]
    with pytest.raises(SystemExit):
        main(where)
    said = capsys.readouterr().err
    assert "no hub" in said or "everybody can make again" in said
