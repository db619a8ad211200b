"""What tests of commands share: one command in this process, with what it said and how it ended."""

from typing import Any

import pytest
from click.testing import CliRunner, Result

from hubgen.cli.group import hubgen
from tests.cli.running import Run
from tests.kit import Hub, site

SMALL = """
-- content/members/ada.yaml --
name: Ada
-- content/members/bo.yaml --
name: Bo
-- content/skills.yaml --
- name: Python
"""


@pytest.fixture
def run() -> Run:
    """Runs one command; `input` is typed into it."""

    def run(*arguments: object, **settings: Any) -> Result:
        result = CliRunner().invoke(hubgen, [str(each) for each in arguments], **settings)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def hub() -> Hub:
    """A hub of two members and a skill, without a mistake."""
    return site(SMALL)
