"""Nobody can pass for somebody else, and who has left stays away."""

import pytest

from tests.kit import site
from tests.kit.making import quoted

ADA = "-- content/members/ada.yaml --\nname: Ada Lovelace\n"


@pytest.mark.parametrize(
    "path, text",
    [
        ("content/members/ada.md", "---\nname: Mallory\n---\n"),
        ("content/members/ADA.yaml", "name: Mallory\n"),
        ("content/members/ada/index.md", "---\nname: Mallory\n---\n"),
        ("content/members.yaml", "ada: {name: Mallory}\n"),
        ("content/members.csv", "slug,name\nada,Mallory\n"),
        ("content/members.json", '[{"slug": "ada", "name": "Mallory"}]\n'),
    ],
)
def test_an_entry_cannot_be_written_over_by_another_file(path: str, text: str) -> None:
    hub = site(ADA).edit(path, text)
    errors = [each for each in hub.check() if each.severity == "error"]
    assert errors
    assert {path, "content/members/ada.yaml"} & {each.span.path for each in errors}
    assert not hub.build().published


def test_one_file_cannot_hold_somebody_twice() -> None:
    hub = site(
        "-- content/members.yaml --\n- {slug: ada, name: Ada}\n- {slug: ada, name: Mallory}\n"
    )
    assert hub.codes() == ["HG141"]


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u2068", "\u202a", "\u202d"])
def test_names_cannot_be_turned_round(sign: str) -> None:
    hub = site("").edit("content/members/m.yaml", f"name: {quoted('Ada' + sign + 'ecalevoL')}\n")
    assert hub.codes() == ["HG114"]
    escaped = f'name: "Ada\\u{ord(sign):04x}ecalevoL"\n'
    assert site("").edit("content/members/m.yaml", escaped).codes() != []


def test_a_removed_person_comes_back_in_no_shape() -> None:
    for path, text in {
        "content/members/ada.md": "---\nname: Ada\n---\n",
        "content/members/Ada.yaml": "name: Ada\n",
        "content/members.yaml": "ada: {name: Ada}\n",
        "content/members.csv": "slug,name\nada,Ada\n",
        "content/members/ada/index.yaml": "name: Ada\n",
    }.items():
        hub = site(
            "-- content/pages/about.md --\n# About\n-- content/removed.yaml --\n- members/ada\n"
        )
        hub.edit(path, text)
        assert "HG209" in hub.codes(), path
        assert not hub.build().published


def test_a_removed_persons_mentor_page_goes_too() -> None:
    hub = site("""
        -- content/removed.yaml --
        - members/ada
        -- content/mentors/ada.yaml --
        member: ada
        topics: [x]
        contact: https://example.org/
    """)
    codes = hub.codes()
    assert "HG210" in codes
    assert not hub.build().published


PRIVATE = "private.person@secret.example"


def test_a_private_address_is_in_no_file() -> None:
    for public in ("", "email_public: false\n", "email_public: maybe\n"):
        hub = site("").edit("content/members/ada.yaml", f"name: Ada\nemail: {PRIVATE}\n{public}")
        hub.edit(
            "site.yaml", "title: A\nbase_url: https://hub.example/\ndiagnostics: {HG317: off}\n"
        )
        build = hub.build()
        assert build.published
        assert build.mentions("secret.example") == []
    opened = site("").edit(
        "content/members/ada.yaml", f"name: Ada\nemail: {PRIVATE}\nemail_public: true\n"
    )
    assert opened.build().mentions("secret.example")


def test_private_fields_of_the_hubs_own_are_in_no_file_nor_in_the_cache_of_pages() -> None:
    hub = site("""
        -- site.yaml --
        title: A
        base_url: https://hub.example/
        collections:
          members:
            fields:
              phone: {kind: text, private: true, filter: true}
              hats: {kind: list, of: {kind: record, fields: {name: text, price: {kind: text, private: true}}}}
          tools:
            fields:
              name: {kind: text, required: true}
              code: {kind: text, private: true, filter: true}
        -- content/members/ada.yaml --
        name: Ada
        phone: secret-1234
        hats: [{name: Fedora, price: secret-5678}]
        -- content/tools/hammer.yaml --
        name: Hammer
        code: secret-9999
    """)
    build = hub.build()
    assert build.published, build.diagnostics
    assert "Fedora" in build.text("members/ada/")
    assert build.mentions("secret-") == []
