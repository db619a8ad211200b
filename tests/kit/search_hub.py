"""A hub to search in: people, things, and words that try to be more."""

from tests.kit import Hub, site

WILD = "<img src=x onerror=alert(1)>"


def hub_with(engine: str) -> Hub:
    """People, things, and words that try to be more."""
    made = site(
        f"""
        -- site.yaml --
        title: Test hub
        languages: [en, ar]
        search: {engine}
        diagnostics: {{HG203: off, HG205: off}}
        -- content/skills.yaml --
        - name: Public speaking
          aliases: [giving talks]
        - name: Weaving
        -- content/members/jose.md --
        ---
        name: José Ibáñez
        headline: Straße, façade and more
        offers: [public-speaking]
        languages: [es, en]
        ---
        A lantern hangs over the river, and nobody knows who lights it.
        -- content/members/wild.md --
        ---
        name: "Wild {WILD}"
        headline: "<b>bold</b> {WILD}"
        offers: [weaving]
        seeks: [public-speaking]
        languages: [de]
        ---
        Some {WILD} words.
        -- content/members/lee.yaml --
        name: Lee Weaver
        visibility: unlisted
        headline: zzunlisted
        -- content/members/may.yaml --
        name: May Weaver
        visibility: hidden
        headline: zzhidden
        -- content/members/kim.yaml --
        name: Kim Weaver
        draft: true
        headline: zzdraft
        -- content/events/night.yaml --
        title: Night kitchen
        start: 2026-12-01 18:00
        timezone: Europe/Paris
        mode: online
        -- content/resources/loom.yaml --
        title: The loom, a beginning
        url: https://example.org/loom
        type: book
        level: beginner
        language: en
        topics: [weaving]
        authors: [Zoë Łukasz]
        -- content/resources/knots.yaml --
        title: مُعَلِّمٌ العقد
        url: https://example.org/knots
        type: book
        level: advanced
        language: ar
        topics: [weaving]
        """
    )
    for number in range(40):
        made.edit(
            f"content/news/n{number:02}.yaml",
            f"title: Weekly letter {number}\ndate: 2026-10-01\nsummary: Threads and yarn.\n",
        )
    build = made.build()
    assert build.published, build.diagnostics
    return made
