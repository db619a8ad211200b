"""How to add something: a page for each collection with a file to begin with, and a way to each entry's file."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from hubgen.config.code_host import LONGEST, edit_url, new_file
from hubgen.config.site import Repository
from tests.kit import site
from tests.kit.hub import Build

SETTINGS = """
    -- site.yaml --
    title: Test hub
    repository: {url: https://code.example/weavers/hub, branch: main, host: HOST}
    diagnostics: {HG203: error}
"""
HUB = """
    -- content/skills.yaml --
    looms: {name: Looms}
    -- content/members/ada.yaml --
    name: Ada Lovelace
    offers: [looms]
    -- content/resources/looms.md --
    ---
    title: On looms
    type: book
    url: https://looms.example/
    ---
    A book.
"""


def hub(host: str) -> str:
    return SETTINGS.replace("HOST", host) + HUB


def begun(build: Build, collection: str) -> tuple[str, dict[str, list[str]]]:
    """The path and the query of the button that begins a file."""
    (button,) = [
        each.attributes["href"]
        for each in build.elements(f"contribute/{collection}/", "a")
        if each.attributes.get("class") == "button"
    ]
    parts = urlsplit(button)
    return parts.path, parse_qs(parts.query)


def test_a_hub_without_a_repository_asks_for_nothing() -> None:
    build = site(HUB).build()
    assert not build.has("contribute/")
    assert "contribute/" not in build.html("members/ada/")
    assert "Edit this page" not in build.text("members/ada/")


def test_everything_that_has_a_directory_can_be_added() -> None:
    build = site(hub("github")).build()
    links = build.links("contribute/")
    for name in ("members", "mentors", "resources", "events", "thanks"):
        assert any(link.endswith(f"contribute/{name}/") for link in links) or f"{name}/" in links
        assert build.has(f"contribute/{name}/")
    assert not build.has("contribute/pages/")
    assert any(link.endswith("contribute/") for link in build.links("members/ada/"))


@pytest.mark.parametrize(
    "host, path, name",
    [
        ("github", "/weavers/hub/new/main/content/resources", "filename"),
        ("gitea", "/weavers/hub/_new/main/content/resources", "filename"),
        ("forgejo", "/weavers/hub/_new/main/content/resources", "filename"),
        ("gitlab", "/weavers/hub/-/new/main/content/resources", "file_name"),
    ],
)
def test_the_hosts_editor_opens_with_the_file(host: str, path: str, name: str) -> None:
    where, query = begun(site(hub(host)).build(), "resources")
    assert where == path
    assert query[name] == ["how-to-ask-good-questions.md"]
    assert ("value" in query) == (host != "gitlab")


@pytest.mark.parametrize(
    "collection", ["members", "mentors", "resources", "events", "news", "skills"]
)
def test_what_the_editor_holds_is_a_sound_entry(collection: str) -> None:
    source = hub("github")
    _, query = begun(site(source).build(), collection)
    (file,), (text,) = query["filename"], query["value"]
    again = site(source).edit(f"content/{collection}/{file}", text)
    assert again.codes() == []
    assert text.count("#") == 1, "only the line that editors read"


def test_the_whole_file_is_shown_to_copy() -> None:
    build = site(hub("gitlab")).build()
    text = build.text("contribute/members/")
    assert "name: Ada Lovelace" in text
    assert "# headline: " in text
    assert "content/members/" in text
    assert "an empty file" in text


def test_a_host_that_nobody_knows_still_says_where_files_go() -> None:
    source = hub("github").replace(", host: github", "")
    build = site(source).build()
    assert 'class="button" href' not in build.html("contribute/members/")
    assert "https://code.example/weavers/hub" in build.links("contribute/members/")
    assert "Edit this page" not in build.text("members/ada/")


@pytest.mark.parametrize(
    "host, way",
    [("github", "edit"), ("gitea", "_edit"), ("forgejo", "_edit"), ("gitlab", "-/edit")],
)
def test_each_entry_leads_to_its_file(host: str, way: str) -> None:
    links = site(hub(host)).build().links("members/ada/")
    assert f"https://code.example/weavers/hub/{way}/main/content/members/ada.yaml" in links


def test_a_page_of_the_hubs_own_stands_in_its_place() -> None:
    own = hub("github") + "    -- content/pages/contribute.md --\n    # Bring a chair\n"
    build = site(own).build()
    assert "Bring a chair" in build.text("contribute/")
    assert not build.has("contribute/members/")


def test_what_is_asked_is_asked_in_the_language_of_the_page() -> None:
    """All that hubgen's own collections say of their fields, and of the parts of these."""
    languages = "title: Test hub\n    languages: [en, ar, de, es, fr]"
    build = site(hub("github").replace("title: Test hub", languages)).build()
    forms = [
        url for url in build.files if re.fullmatch("(ar|de|es|fr)/contribute/.+/index.html", url)
    ]
    assert len(forms) > 40
    for url in forms:
        page = build.files[url].decode()
        assert 'class="form-help"' in page
        assert re.findall(r'<span lang="en" dir="auto">([^<]*)', page) == [], url
        if url.startswith("ar/"):
            # No name of a field, and no word to choose, is in letters of another script.
            named = re.findall(
                r'class="form-label[^>]*>([^<]+)|<option value="[^"]+">([^<]+)', page
            )
            assert [each for each in named if re.search("[a-z]", "".join(each))] == [], url


def test_an_address_never_grows_longer_than_hosts_read() -> None:
    repository = Repository("https://code.example/hub", "main", "github")
    short = new_file(repository, "content/members/é.yaml", "name: É\n")
    long = new_file(repository, "content/members/é.yaml", "é" * 2000)
    assert short is not None
    assert long is not None
    assert (short.filled, long.filled) == (True, False)
    assert max(len(short.url), len(long.url)) <= LONGEST
    assert "é" not in short.url
    assert short.url.endswith("&value=name%3A+%C3%89%0A")
    assert edit_url(repository, "content/a b.yaml").endswith("/edit/main/content/a%20b.yaml")


def test_a_menu_may_lead_to_it_and_leaves_it_out_where_there_is_none() -> None:
    settings = "title: Hub\nmenu: [members, {label: Join in, to: contribute}]\n"
    hub = site("-- content/members/ada.yaml --\nname: Ada\n").edit("site.yaml", settings)
    assert hub.build().codes == []
    assert "Join in" not in hub.build().html("")
    hub.edit("site.yaml", settings + "repository: https://github.com/example/hub\n")
    assert '<a href="contribute/">Join in</a>' in hub.build().html("").replace(
        "./contribute", "contribute"
    )


def test_the_way_to_an_entrys_form_names_the_file_in_which_the_form_finds_it() -> None:
    """What is over is left out of its directory, and is changed with the form all the same."""
    files = site(hub("github"))
    for number in range(100):
        day = "2020-01-01" if number % 2 else "2030-01-01"
        files.edit(
            f"content/opportunities/job-{number}.yaml",
            f"title: Job {number}\nurl: https://jobs.example/{number}\n"
            f"type: job\nposted: 2019-12-01\ndeadline: {day}\n",
        )
    build = files.build()
    assert build.published, build.diagnostics
    for number in range(100):
        (way,) = (each for each in build.links(f"opportunities/job-{number}/") if "#edit=" in each)
        slug, _, drawer = way.partition("#edit=")[2].partition("/")
        found = json.loads(build.html(f"contribute/opportunities/values/{drawer}.json"))
        assert slug in found
