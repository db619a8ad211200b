"""What there is to ask, for programs: one JSON document, in ASCII, so that nothing in it acts on a terminal or a log."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from hubgen.tending.asks import Ask

VERSION = 1
"""Rises when a key changes its meaning or goes; new keys may come at any time."""


def render(asks: Iterable[Ask], today: date) -> str:
    """`{"version": 1, "today": "2026-11-17", "asks": [...], "summary": {"entries": 2, "unconfirmed": 2}}`"""
    listed = tuple(asks)
    names = Counter(reason.name for ask in listed for reason in ask.reasons)
    document = {
        "version": VERSION,
        "today": today.isoformat(),
        "asks": [_shape(each) for each in listed],
        "summary": {"entries": len(listed), **{name: names[name] for name in sorted(names)}},
    }
    return json.dumps(document, indent=2)


def _shape(ask: Ask) -> dict[str, Any]:
    return {
        "entry": ask.key,
        "title": ask.title,
        "path": ask.span.path,
        "line": ask.span.line,
        "reasons": [
            {
                "name": each.name,
                "since": each.since.isoformat() if each.since else None,
                "words": each.words,
                "question": each.question,
            }
            for each in ask.reasons
        ],
        "contact": {
            "name": ask.contact.name,
            "email": ask.contact.email,
            "account": ask.contact.account,
        },
        "page": ask.page,
        "edit": ask.edit,
    }
