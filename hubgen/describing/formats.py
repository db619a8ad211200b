"""The formats in which other programs read what a hub's files may say, and who may change them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from hubgen.describing.cms import cms
from hubgen.describing.codeowners import codeowners
from hubgen.describing.description import Description, Subject
from hubgen.describing.issue_forms import issue_forms
from hubgen.describing.json_schema import json_schemas

FORMATS: Final[Mapping[str, Callable[[Subject], Iterator[Description]]]] = {
    "json-schema": lambda subject: json_schemas(subject.site),
    "issue-form": issue_forms,
    "cms": cms,
    "codeowners": codeowners,
}
"""Each makes its files from the settings of the hub; few ask for its entries."""
