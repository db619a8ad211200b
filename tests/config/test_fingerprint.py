"""What decides the meaning of an entry changes the digest; what doesn't, doesn't."""

import subprocess
import sys

import pytest

from hubgen.config.fingerprint import schema_digest, site_digest
from tests.config.reading import sound

TOOLS = "title: T\ncollections: {tools: {fields: {name: text, price: number}}}\n"


@pytest.mark.parametrize(
    "changed",
    [
        TOOLS.replace("price: number", "price: integer"),
        TOOLS.replace("name: text, price: number", "price: number, name: text"),
        TOOLS.replace("name: text", "name: {kind: text, max_length: 9}"),
        TOOLS + "markdown: {html: sanitize}\n",
        TOOLS + "language: fr\n",
    ],
)
def test_a_change_of_meaning_is_seen(changed: str) -> None:
    assert schema_digest(sound(changed)) != schema_digest(sound(TOOLS))


def test_a_change_of_looks_leaves_what_entries_mean() -> None:
    changed = "\n\n# a comment\n" + TOOLS + "tagline: New\n"
    assert schema_digest(sound(changed)) == schema_digest(sound(TOOLS))
    assert site_digest(sound(changed)) != site_digest(sound(TOOLS))


def test_places_in_the_file_do_not_count() -> None:
    text = TOOLS + "menu: [members]\n"
    assert site_digest(sound("# moved\n" + text)) == site_digest(sound(text))


def test_another_process_finds_the_same_digest() -> None:
    program = (
        "from hubgen.config.loading import read_site; from hubgen.config.fingerprint import site_digest;"
        "from hubgen.diagnostics import Report; import sys;"
        "print(site_digest(read_site(sys.argv[1], Report())))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program, TOOLS], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == site_digest(sound(TOOLS))
