"""What forms suggest while one types: names of the hub's own entries, and codes of the world's."""

from collections.abc import Callable, Iterator
from functools import partial

from hubgen.model.addresses import CONTRIBUTE
from hubgen.model.machine_views import DataView
from hubgen.model.plan import Page
from hubgen.stages.plan.edition import Edition
from hubgen.text.countries import country_codes
from hubgen.text.languages import language_codes
from hubgen.text.licenses import license_names
from hubgen.text.timezones import zone_abbreviations, zone_names

SKILLS = "skills"


def contribute_data(edition: Edition) -> Iterator[Page]:
    """`contribute/members/names.json` for each collection that has lists, and `contribute/codes.json` once."""
    names = [each.name for each in edition.hub.collections.values() if each.listed]
    for name in dict.fromkeys((*names, SKILLS)):
        yield _file(
            f"{edition.prefix}{CONTRIBUTE}/{name}/names.json",
            edition,
            partial(_names, name),
            f"content/{name}/",
        )
    if not edition.prefix:
        yield _file(f"{CONTRIBUTE}/codes.json", edition, _codes, "site.yaml")


def _file(path: str, edition: Edition, view: Callable[[Edition], DataView], source: str) -> Page:
    return Page(url=path, renderer="json", view=view, locale=edition.locale, sources=(source,))


def _names(collection: str, edition: Edition) -> DataView:
    """By row: an entry's slug, its title, and the other names by which it can be meant."""
    if collection == SKILLS:
        known = (skill for skill in edition.hub.skills.values() if skill.known)
        return DataView(
            [[each.slug, edition.skill_name(each.slug), *each.aliases] for each in known]
        )
    entries = edition.desk.listed(collection)
    return DataView([[each.slug, edition.title(each.key)] for each in entries])


def _codes(_: Edition) -> DataView:
    languages, others = language_codes()
    return DataView(
        {
            "zones": list(zone_names()),
            "shortZones": list(zone_abbreviations()),
            "languages": list(languages),
            "otherLanguages": " ".join(others),
            "countries": list(country_codes()),
            "licenses": list(license_names()),
        }
    )
