"""Which pages are looked at: one of each type, whatever a hub has; and the page that shows their pictures together."""

from tests.kit import TODAY, site
from tests.kit.page_types import page_types
from tools.contact_sheet import contact_sheet

HUB = """
-- content/members/ada.yaml --
name: Ada
-- content/members/bob.yaml --
name: Bob
headline: Says more about himself
-- content/mentors/ada.yaml --
member: ada
offers: [knitting]
languages: [en]
-- content/events/past.yaml --
title: Past
start: 2026-11-01 18:00
end: 2026-11-01 19:00
timezone: Europe/Paris
mode: online
-- content/events/next.yaml --
title: Next
start: 2026-12-01 18:00
end: 2026-12-01 19:00
timezone: Europe/Paris
mode: online
-- content/events/series.yaml --
title: Series
start: 2026-12-01 18:00
end: 2026-12-01 19:00
timezone: Europe/Paris
mode: online
recurrence: {every: week, until: 2027-01-31}
-- content/pages/about.md --
# About
"""


def test_one_page_of_each_type_is_found() -> None:
    types = page_types(site(HUB).prepare()[0], TODAY)
    expected = {
        "home": "",
        "member-without-photo": "members/bob/",
        "mentor-without-photo": "mentors/ada/",
        "event-past": "events/past/",
        "event-upcoming": "events/next/",
        "event-recurring": "events/series/",
        "members-directory": "members/",
        "page": "about/",
        "skill": "skills/knitting/",
        "skills": "skills/",
        "search": "search/",
        "missing": "404.html",
    }
    assert {name: types.get(name) for name in expected} == expected


def test_a_contact_sheet_shows_each_picture_in_the_row_of_its_type() -> None:
    files = [
        f"{name}-{width}-light-ltr.png" for name in ("skill", "skills") for width in (390, 1440)
    ]
    sheet = contact_sheet(files)
    assert all(sheet.count(f'src="{file}"') == 1 for file in files)
    first, second = sheet.split("<section ")[1:]
    assert [part.count("skills-390") for part in (first, second)] == [0, 2]
    assert first.startswith('id="skill"')
