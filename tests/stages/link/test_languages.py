"""Translations: laid over the entry, and only where they may be."""

from tests.kit import Hub, site

HUB = """
    -- site.yaml --
    title: A hub
    base_url: https://hub.example/
    languages: [en, fr, ar]
    -- content/pages/guide.md --
    ---
    title: A guide
    order: 1
    ---
    Words in English.
    -- content/pages/guide.fr.md --
    ---
    title: Un guide
    ---
    Des mots en français.
    -- content/pages/about.md --
    # About

    Never translated.
"""


def hub() -> Hub:
    return site(HUB)


def test_each_language_has_its_own_words() -> None:
    build = hub().build()
    assert build.diagnostics == ()
    assert "Words in English." in build.text("guide/")
    assert "Des mots en français." in build.text("fr/guide/")
    assert "Words in English." in build.text("ar/guide/")


def html_of(build_html: str, name: str) -> str:
    start = build_html[build_html.index("<html") : build_html.index(">", build_html.index("<html"))]
    return start.partition(f'{name}="')[2].partition('"')[0]


def test_pages_say_their_language_and_direction() -> None:
    build = hub().build()
    shown = {url: build.html(url) for url in ("guide/", "fr/guide/", "ar/guide/")}
    assert {url: html_of(html, "lang") for url, html in shown.items()} == {
        "guide/": "en",
        "fr/guide/": "fr",
        "ar/guide/": "ar",
    }
    assert html_of(shown["ar/guide/"], "dir") == "rtl"


def test_foreign_words_on_a_page_are_marked() -> None:
    build = hub().build()
    assert any(each.attributes.get("lang") == "en" for each in build.elements("fr/about/"))


def test_hreflang_and_sitemap_name_translated_pages_only() -> None:
    build = hub().build()
    alternates = {
        each.attributes["hreflang"]: each.attributes["href"]
        for each in build.elements("guide/", "link")
        if "hreflang" in each.attributes
    }
    assert alternates["fr"] == "https://hub.example/fr/guide/"
    assert alternates["en"] == "https://hub.example/guide/"
    assert "ar" not in alternates
    sitemap = build.html("sitemap.xml")
    assert "https://hub.example/fr/guide/" in sitemap
    assert "https://hub.example/ar/guide/" not in sitemap
    assert "https://hub.example/fr/about/" not in sitemap


def test_a_page_that_is_not_translated_points_to_the_one_that_counts() -> None:
    build = hub().build()
    (canonical,) = [
        each.attributes["href"]
        for each in build.elements("fr/about/", "link")
        if each.attributes.get("rel") == "canonical"
    ]
    assert canonical == "https://hub.example/about/"


def test_a_translation_of_nothing() -> None:
    (problem,) = hub().edit("content/pages/lost.fr.md", "# Perdu\n").check()
    assert (problem.code, problem.span.path) == ("HG207", "content/pages/lost.fr.md")


def test_what_is_not_translatable_comes_from_the_entry() -> None:
    changed = hub().edit(
        "content/pages/guide.fr.md", "---\ntitle: Un guide\norder: 7\n---\nMots.\n"
    )
    (problem,) = changed.check()
    assert (problem.code, problem.span.line) == ("HG208", 3)


def test_a_translation_needs_no_required_fields() -> None:
    changed = hub().edit("content/members/ada.yaml", "name: Ada\nheadline: Weaves\n")
    changed.edit("content/members/ada.fr.yaml", "headline: Tisse\n")
    build = changed.build()
    assert build.diagnostics == ()
    assert "Tisse" in build.text("fr/members/ada/")
    assert "Ada" in build.text("fr/members/ada/")


def test_a_name_like_a_language_is_one_only_where_the_hub_says_so() -> None:
    changed = hub().edit("content/pages/talk.it.md", "# Talk\n")
    assert changed.check() != ()
    changed.edit("site.yaml", "title: A hub\nlanguages: [en, fr, ar, it]\n")
    assert changed.codes() == ["HG207"]


def test_a_remembered_file_is_read_again_when_its_name_means_something_else() -> None:
    changed = hub()
    changed.build()
    changed.edit("site.yaml", "title: A hub\nbase_url: https://hub.example/\n")
    assert changed.build().tree() == changed.clean_copy().build().tree()
