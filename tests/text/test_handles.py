"""Accounts: names, `@names` and addresses of profiles become one value; a bare word doesn't say where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.model.values import Handle
from hubgen.text.handles import SERVICE_NAMES, read_handle
from tests.text.readings import accepted, refused, settles

GITHUB = Handle("github", "ada", "https://github.com/ada")
MASTODON = Handle("mastodon", "@ada@social.example", "https://social.example/@ada")
BLUESKY = Handle("bluesky", "@ada.bsky.social", "https://bsky.app/profile/ada.bsky.social")
LINKEDIN = Handle("linkedin", "ada", "https://www.linkedin.com/in/ada")
ORCID = Handle("orcid", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097")
YOUTUBE = Handle("youtube", "@ada", "https://www.youtube.com/@ada")
MATRIX = Handle("matrix", "@ada:example.org", "")


@pytest.mark.parametrize(
    "text, service, value",
    [
        ("ada", "github", GITHUB),
        ("@ada", "github", GITHUB),
        ("https://github.com/ada", "github", GITHUB),
        ("github.com/ada", "github", GITHUB),
        ("https://github.com/ada/", "", GITHUB),
        ("github: ada", "", GITHUB),
        ("https://gitlab.com/ada", "", Handle("gitlab", "ada", "https://gitlab.com/ada")),
        ("@ada@social.example", "", MASTODON),
        ("ada@social.example", "mastodon", MASTODON),
        ("https://social.example/@ada", "", MASTODON),
        ("ada.bsky.social", "", BLUESKY),
        ("@ada.bsky.social", "", BLUESKY),
        ("https://bsky.app/profile/ada.bsky.social", "", BLUESKY),
        ("ada", "linkedin", LINKEDIN),
        ("in/ada", "linkedin", LINKEDIN),
        ("https://linkedin.com/in/ada/", "", LINKEDIN),
        ("0000-0002-1825-0097", "", ORCID),
        ("orcid.org/0000-0002-1825-0097", "", ORCID),
        ("https://orcid.org/0000-0002-1825-0097", "", ORCID),
        ("ada", "youtube", YOUTUBE),
        ("https://www.youtube.com/@ada/videos", "", YOUTUBE),
        ("@ada:example.org", "", MATRIX),
        ("https://matrix.to/#/@ada:example.org", "", MATRIX),
        ("https://ada.dev/", "", Handle("website", "ada.dev", "https://ada.dev/")),
        (
            "https://github.com/ada/x",
            "",
            Handle("website", "github.com/ada/x", "https://github.com/ada/x"),
        ),
        (
            "https://medium.com/@ada",
            "",
            Handle("website", "medium.com/@ada", "https://medium.com/@ada"),
        ),
    ],
)
def test_accounts_are_read(text: str, service: str, value: Handle) -> None:
    assert accepted(read_handle(text, service)) == value


@pytest.mark.parametrize(
    "text, service, code, advice",
    [
        ("ada", "", "HG346", "or the service before the name, such as github: ada"),
        ("@ada", "", "HG346", "or the service before the name, such as github: ada"),
        ("ada.dev", "", "HG346", "write https://ada.dev"),
        ("www.ada.dev", "", "HG340", "write https://www.ada.dev"),
        ("ada@example.org", "", "HG346", "an e-mail address belongs in email"),
        ("mailto:ada@example.org", "", "HG346", "an e-mail address belongs in email"),
        ("javascript:alert(1)", "", "HG346", "an e-mail address belongs in email"),
        ("javascript:alert(1)", "website", "HG340", "can be followed here"),
        ("javascript:alert(1)", "github", "HG346", "or the profile's address"),
        ("-ada-", "github", "HG346", "or the profile's address"),
        ("https://gitlab.com/ada", "github", "HG346", "such as https://github.com/ada"),
        ("ada", "mastodon", "HG346", "or the profile's address"),
        ("ada", "matrix", "HG346", "@ada:example.org"),
        ("0000-0002-1825-0098", "", "HG366", "the last one is 7"),
        ("ada", "facebook", "HG346", "matrix, website"),
        ("", "", "HG346", "such as github: ada"),
    ],
)
def test_other_texts_are_refused(text: str, service: str, code: str, advice: str) -> None:
    said = refused(read_handle(text, service))
    assert said[0] == code
    assert said[1].endswith(advice)


def test_hidden_characters_in_an_address_stay_quoted() -> None:
    for address in ("https://github.com/%E2%80%AEada", "https://ada.dev/%0A%E2%80%AE"):
        value = accepted(read_handle(address))
        assert value.name.isprintable()
        assert "%E2%80%AE" in value.name


_ANYTHING = st.text(max_size=60) | st.builds(
    "{}{}{}".format,
    st.sampled_from(
        ["", "@", "https://github.com/", "https://x.example/@", "matrix:u/", "github:"]
    ),
    st.text("aé.-_@:/%20A", max_size=15),
    st.sampled_from(["", "@social.example", ":example.org", ".bsky.social", "?utm_source=a"]),
)


@given(_ANYTHING, st.sampled_from(["", *SERVICE_NAMES]))
def test_any_text_is_read_or_refused(text: str, service: str) -> None:
    reading = read_handle(text, service)
    if reading.value is None:
        assert reading.remarks
        return
    assert reading.value.name.isprintable()
    assert (
        reading.value.url.startswith(("http://", "https://")) or reading.value.service == "matrix"
    )
    assert reading.value.url.isascii()


@given(_ANYTHING)
def test_the_address_of_an_account_is_the_account(text: str) -> None:
    settles(read_handle, text, lambda value: value.url or value.name)
