"""A small hub of mentors: who fits whom can be told at a glance."""

from tests.kit.hub import Hub, site

MENTORS = """\
-- site.yaml --
title: A hub
language: en
languages: [en, ar, fr, de, es]
stale_after: 12
-- content/skills.yaml --
communication: {name: Communication}
public-speaking: {name: Public speaking, aliases: [giving talks], broader: [communication]}
sql: {name: SQL, aliases: [databases]}
weaving: {name: Weaving}
knots: {name: Knots}
-- content/mentors/ada.md --
---
name: Ada Stitch
topics: [sql, public-speaking]
levels: [beginner]
formats: [one-to-one]
languages: [en, fr]
timezone: Europe/Berlin
availability: [{days: [monday, thursday], from: "18:00", to: "21:00"}]
session_length: 45m
capacity: 3
mentee_count: 1
contact: https://ada.example.org/ask
confirmed: 2026-11-01
---
Bring one question.
-- content/mentors/bo.yaml --
name: Bo Loom
topics: [sql]
formats: [asynchronous]
languages: [en]
timezone: America/New_York
availability: [{days: [saturday], from: "09:00", to: "12:00"}]
capacity: 1
contact: https://bo.example.org/ask
confirmed: 2026-11-01
-- content/mentors/cy.yaml --
name: Cy Warp
topics: [sql, weaving]
languages: [de]
capacity: 1
mentee_count: 1
contact: https://cy.example.org/ask
confirmed: 2026-11-01
-- content/mentors/di.yaml --
name: Di Weft
topics: [sql]
languages: [en]
capacity: 4
contact: https://di.example.org/ask
confirmed: 2023-01-01
-- content/mentors/ed.yaml --
name: Ed Reed
topics: [communication]
languages: [en]
status: paused
contact: "@ed@social.example"
confirmed: 2026-11-01
-- content/mentors/flo.yaml --
name: Flo Heddle
topics: [weaving]
languages: [fr]
capacity: 2
until: 2026-11-30
contact: https://flo.example.org/ask
confirmed: 2026-11-01
"""


def mentors_hub() -> Hub:
    """Ada and Bo have time, Cy is full, Di wasn't heard of for years, Ed pauses, Flo stops at the end of November 2026."""
    return site(MENTORS)
