"""What an open page is told of itself: enough to know whether it is current, and what to do when it isn't."""

import json
from hashlib import blake2b

from hubgen.diagnostics import Severity
from hubgen.preview.given import Given
from hubgen.preview.snapshot import Snapshot

FEW = 6
"""Files that a page names as its sources; of more it names none."""


def state_of(
    given: Given, snapshot: Snapshot, change: str = "patch", before: str = ""
) -> dict[str, object]:
    """The newest state of a page; `change` is what leads a tab there that shows the page with the digest `before`."""
    problems = snapshot.problems
    digest = blake2b(repr(problems).encode("utf-8", "backslashreplace"), digest_size=8).hexdigest()
    return {
        "revision": snapshot.revision,
        "digest": given.digest,
        "before": before,
        "change": change,
        "errors": sum(each.severity is Severity.ERROR for each in problems),
        "warnings": sum(each.severity is Severity.WARNING for each in problems),
        "problems": digest,
        "failure": snapshot.failure,
        "sources": list(given.sources) if len(given.sources) <= FEW else [],
        "template": given.template,
    }


def packed(state: dict[str, object]) -> str:
    """The state on one line, as an event carries it."""
    return json.dumps(state, ensure_ascii=True)
