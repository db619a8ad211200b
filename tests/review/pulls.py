"""A hub, and thirty pull requests to it: what people send in, good and bad, and what somebody might send in who means harm."""

from collections.abc import Callable
from typing import Final

from tests.kit import Hub
from tests.kit.versions import branched, committed, git

BASE: Final = """
-- site.yaml --
title: Test hub
base_url: https://hub.example/
timezone: Europe/Paris
-- content/members/ada.yaml --
name: Ada Lovelace
headline: Writes notes on engines
email: ada@mail.example
offers: [python]
links: [https://ada.example.org/, https://orcid.org/0000-0002-1825-0097]
owner: ada-l
-- content/members/bo.md --
---
name: Bo Lindqvist
seeks: [weaving]
---
Bo spins, and would like to weave.
-- content/members/cy.yaml --
name: Cy Okafor
offers: [pyhton]
-- content/mentors/ada.yaml --
member: ada
topics: [python]
contact: https://ada.example.org/ask
-- content/events/loom.yaml --
title: Loom night
start: 2027-03-02 18:00
timezone: Europe/Paris
mode: online
speakers: [ada]
-- content/resources/handbook.yaml --
title: The weaver's handbook
type: book
url: https://handbook.example.org/
skills: [weaving]
-- content/groups/weavers.md --
---
name: Weavers
members: [bo]
join: https://weavers.example.org/
---
Ask [Bo](/members/bo).
-- content/skills.yaml --
- name: Python
  aliases: [py]
- name: Weaving
- name: Dyeing
"""

Edit = Callable[[Hub], object]

NEW_MEMBER: Final = """\
name: Dee Nguyen
headline: Weaves baskets, and people together
offers: [weaving, dyeing]
seeks: [python]
links: [https://dee.example.net/, "@dee@weavers.example"]
bio: |
  I learned it from my grandmother, with [willow](https://willow.example.com/).
"""
BOMB: Final = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def wrote(*files: tuple[str, str]) -> Edit:
    """Files with this content, below `content/` where nothing else is said."""

    def edit(hub: Hub) -> None:
        for path, content in files:
            hub.edit(path if path in OUTSIDE else f"content/{path}", content)

    return edit


def changed(path: str, old: str, new: str) -> Edit:
    """One file of `content/`, with other words in it."""

    def edit(hub: Hub) -> None:
        text = hub.read(f"content/{path}")
        assert old in text
        hub.edit(f"content/{path}", text.replace(old, new))

    return edit


def deleted(path: str) -> Edit:
    return lambda hub: hub.delete(f"content/{path}")


def renamed(old: str, new: str, *more: Edit) -> Edit:
    def edit(hub: Hub) -> None:
        hub.rename(f"content/{old}", f"content/{new}")
        for each in more:
            each(hub)

    return edit


def _hostile(hub: Hub) -> None:
    """Everything at once that somebody could try with files."""
    hub.edit("content/members/bomb.yaml", f"name: Bomb\n{BOMB}")
    hub.edit(
        "content/members/eve.yaml",
        'name: "Eve\\n::error file=x::owned"\n'
        'headline: "##[group]%0A::set-output name=a::b \\x1b[31mred \\u202egnp.exe"\n'
        "offers: ['<script>alert(1)</script>', '[x](javascript:alert(1))', '@everyone `#1`']\n"
        "links: ['javascript:alert(1)', 'https://xn--d1acufc.example/', 'http://127.0.0.1/']\n"
        "bio: |\n  <script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7*7 }}\n"
        "  ![x](../../../etc/passwd) [x](javascript:alert(1))\n",
    )
    hub.edit("content/members/ada-two.yaml", "name: \u0410da L\u043evelace\n")
    hub.edit("content/members/../../.github/workflows/evil.yml", "on: pull_request_target\n")
    hub.edit("site.yaml", "title: Mine now\ntheme: evil\n")
    hub.edit("themes/evil/theme.yaml", "name: evil\nextends: commons\n")
    hub.edit("themes/evil/templates/pages/home.html", "{{ cycler.__init__.__globals__ }}\n")
    hub.edit(".gitattributes", "*.yaml diff=evil filter=evil\n*.md diff=evil\n")
    hub.edit("content/members/a\x1b[31m\n::error::b.yaml", "name: Odd\n")
    (hub.root / "content/members/passwd.yaml").symlink_to("/etc/passwd")
    (hub.root / "content/groups/out").symlink_to("../../../..")


OUTSIDE: Final = ("site.yaml", "README.md", ".github/workflows/site.yml", "static/robots.txt")

PULLS: Final[dict[str, Edit]] = {
    # Good ones.
    "a-new-member": wrote(("members/dee.yaml", NEW_MEMBER)),
    "a-new-resource": wrote(
        (
            "resources/knots.yaml",
            "title: Knots\ntype: article\nurl: https://knots.example.org/\nskills: [weaving]\n",
        )
    ),
    "a-new-event": wrote(
        (
            "events/dye.yaml",
            "title: Dye day\nstart: 2027-05-01 10:00\ntimezone: Europe/Paris\nmode: online\n",
        )
    ),
    "other-words": changed("members/bo.md", "would like to weave", "wants to weave by spring"),
    "another-skill": changed("members/ada.yaml", "offers: [python]", "offers: [python, weaving]"),
    "nothing-of-the-hub": wrote(("README.md", "Read me.\n")),
    "a-mistake-mended": changed("members/cy.yaml", "pyhton", "python"),
    "a-rename-with-a-redirect": renamed(
        "members/cy.yaml",
        "members/cy-okafor.yaml",
        wrote(
            ("members/cy-okafor.yaml", "name: Cy Okafor\noffers: [pyhton]\naliases: [members/cy]\n")
        ),
    ),
    # Mistakes.
    "broken-syntax": wrote(("members/dee.yaml", "name: [Dee\nheadline: x\n")),
    "no-name": wrote(("members/dee.yaml", "headline: Nobody\n")),
    "a-misspelled-key": wrote(("members/dee.yaml", "name: Dee\nofers: [weaving]\n")),
    "an-unknown-skill": wrote(("members/dee.yaml", "name: Dee\noffers: [weavng]\n")),
    "an-unclear-date": wrote(("events/dye.yaml", "title: Dye day\nstart: 03/04/2027\n")),
    "an-address-without-a-scheme": wrote(("resources/x.yaml", "title: X\nurl: example\n")),
    "in-the-wrong-folder": wrote(("people/dee.yaml", "name: Dee\n")),
    "a-broken-reference": wrote(("mentors/dee.yaml", "member: nobody\ntopics: [python]\n")),
    "a-broken-link": changed("groups/weavers.md", "/members/bo", "/members/bob"),
    "not-a-file-for-hubs": wrote(("members/dee.docx", "PK")),
    "bytes-of-another-encoding": lambda hub: hub.edit(
        "content/members/dee.yaml", b"name: Ren\xe9e\n"
    ),
    "two-files-of-one-entry": wrote(("members/ada.md", "---\nname: Ada too\n---\n")),
    # What somebody should look at.
    "a-rename": renamed("members/cy.yaml", "members/cy-okafor.yaml"),
    "a-deletion-that-breaks-references": deleted("members/ada.yaml"),
    "a-duplicate": wrote(
        (
            "members/a-lovelace.yaml",
            "name: Ada  lovelace\nlinks: [https://www.ada.example.org, https://orcid.org/0000-0002-1825-0097]\n",
        )
    ),
    "somebody-elses-entry": changed("members/ada.yaml", "Writes notes", "Sells notes"),
    "other-settings": wrote(("site.yaml", "title: Another title\nlanguage: fr\n")),
    "a-workflow": wrote((".github/workflows/site.yml", "on: push\n"), ("static/robots.txt", "x\n")),
    # Harm.
    "a-name-in-other-letters": wrote(("members/dee.yaml", "name: \u0412\u043e Lindqvist\n")),
    "writing-that-turns-round": wrote(("members/dee.yaml", 'name: "Dee \\u202exe.gnp"\n')),
    "an-alias-bomb": wrote(("members/bomb.yaml", f"name: Bomb\n{BOMB}")),
    "everything-hostile": _hostile,
}
"""By the name of the branch: what it does to the hub."""

AUTHOR: Final = "dee-n"


def with_pulls(hub: Hub) -> Hub:
    """The hub with a branch for each of them."""
    for name, edit in PULLS.items():
        branched(hub, name)
        edit(hub)
        committed(hub, name)
    git(hub.root, "checkout", "-q", "-f", "main")
    return hub
