"""The page of all codes: complete, and its links lead somewhere."""

import re

from hubgen.diagnostics.catalog import CATALOG
from hubgen.diagnostics.reference import diagnostics_page

PAGE = diagnostics_page()


def test_every_code_has_its_part_once() -> None:
    headings = re.findall(r"^### (HG\d+) ", PAGE, re.MULTILINE)
    assert sorted(headings) == sorted(CATALOG)


def test_links_inside_the_page_lead_to_headings() -> None:
    titles = re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors


def test_tables_have_the_columns_of_their_heads() -> None:
    for table in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE):
        columns = [len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()]
        assert len(set(columns)) == 1, table
