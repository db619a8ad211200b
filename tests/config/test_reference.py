"""The reference pages tell everything that the schema holds, as Markdown that shows it."""

from hubgen.config.collections import built_in
from hubgen.config.reference import collections_page, settings_page
from hubgen.config.settings import setting_fields
from hubgen.config.words import COLLECTION_WORDS, FIELD_WORDS
from hubgen.diagnostics import Report
from hubgen.text.markdown import MarkdownOptions, MarkdownRenderer
from hubgen.text.standing import Standing


def test_every_field_has_its_line() -> None:
    page = collections_page()
    for collection in built_in().values():
        assert f"\n## {collection.label}\n" in page
        assert [name for name in collection.fields if f"`{name}`" not in page] == []


def test_every_setting_and_word_is_explained() -> None:
    page = settings_page()
    assert [name for name in setting_fields() if f"\n## {name}\n" not in page] == []
    assert [name for name in (*FIELD_WORDS, *COLLECTION_WORDS) if f"`{name}`" not in page] == []


def test_tables_keep_their_columns() -> None:
    for page in (collections_page(), settings_page()):
        for line in page.splitlines():
            if line.startswith("|"):
                assert line.replace("\\|", "").count("|") == 5


def test_the_pages_are_sound_markdown() -> None:
    report = Report()
    for page in (collections_page(), settings_page()):
        html = (
            MarkdownRenderer(MarkdownOptions()).render(page, Standing("docs/page.md"), report).html
        )
        assert "<table" in html
        assert "| field |" not in html
