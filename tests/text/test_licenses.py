"""Licences: SPDX identifiers, and the ways in which people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.licenses import read_license
from tests.text.readings import accepted, noted, refused, settles


@pytest.mark.parametrize(
    "text, license",
    [
        ("MIT", "MIT"),
        ("mit", "MIT"),
        ("cc-by-4.0", "CC-BY-4.0"),
        ("GPL-3.0-or-later", "GPL-3.0-or-later"),
        ("MIT OR Apache-2.0", "MIT OR Apache-2.0"),
        ("(MIT AND CC-BY-4.0)", "MIT AND CC-BY-4.0"),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("LicenseRef-Proprietary", "LicenseRef-Proprietary"),
    ],
)
def test_identifiers_are_read(text: str, license: str) -> None:
    assert accepted(read_license(text)) == license


@pytest.mark.parametrize(
    "text, license",
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("CC-BY-SA 3.0", "CC-BY-SA-3.0"),
        ("CC BY-NC-ND 4.0", "CC-BY-NC-ND-4.0"),
        ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("MIT License", "MIT"),
        ("CC BY-NC-ND 3.0 DEED", "CC-BY-NC-ND-3.0"),
        ('BSD 3-Clause "New" or "Revised" License', "BSD-3-Clause"),
        ("GPLv3", "GPL-3.0-only"),
        ("GPL-3.0", "GPL-3.0-only"),
        ("GPL-3.0+", "GPL-3.0-or-later"),
        ("AGPL-3.0", "AGPL-3.0-only"),
        ("LGPL 2.1", "LGPL-2.1-only"),
        ("GNU General Public License v3", "GPL-3.0-only"),
        ("Apache License, Version 2.0", "Apache-2.0"),
    ],
)
def test_other_names_get_the_identifier(text: str, license: str) -> None:
    assert noted(read_license(text)) == (license, "HG364", f"write {license}")


@pytest.mark.parametrize("text, license", [("cc-by", "CC-BY-4.0"), ("BSD", "BSD-3-Clause")])
def test_a_version_that_was_not_named_is_a_guess(text: str, license: str) -> None:
    advice = f"write {license}, if that version is meant"
    assert noted(read_license(text)) == (license, "HG364", advice)


@pytest.mark.parametrize(
    "text, advice",
    [
        ("MITT", "did you mean 'MIT'?"),
        ("all rights reserved", "or write LicenseRef-Proprietary"),
        ("UNLICENSED", "or write LicenseRef-Proprietary"),
        ("public domain", "LicenseRef-PublicDomain where its time is over"),
        ("CC", "such as CC-BY-4.0 or MIT"),
        ("MIT OR whatever", "such as CC-BY-4.0 or MIT"),
        ("MIT OR", "such as CC-BY-4.0 or MIT"),
        ("", "such as CC-BY-4.0 or MIT"),
    ],
)
def test_other_texts_are_refused(text: str, advice: str) -> None:
    code, said = refused(read_license(text))
    assert code == "HG363"
    assert said.endswith(advice)


@given(st.text(max_size=60) | st.text("CBYNDSAGPLcc-. 01234+orOR", max_size=25))
def test_any_text_is_read_or_refused(text: str) -> None:
    settles(read_license, text, str)
