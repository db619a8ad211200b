"""The catalogue of codes: what each means, why it matters, how to mend it. Codes are permanent."""

from hubgen.diagnostics.catalog.fields import FIELDS
from hubgen.diagnostics.catalog.files import FILES
from hubgen.diagnostics.catalog.links import LINKS
from hubgen.diagnostics.catalog.markdown import MARKDOWN
from hubgen.diagnostics.catalog.media import MEDIA
from hubgen.diagnostics.catalog.outside import OUTSIDE
from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.catalog.site import SITE
from hubgen.diagnostics.catalog.themes import THEMES
from hubgen.diagnostics.catalog.urls import URLS

CATALOG: dict[str, Rule] = {
    rule.code: rule
    for family in (FILES, LINKS, FIELDS, SITE, THEMES, MEDIA, URLS, OUTSIDE, MARKDOWN)
    for rule in family
}
"""Every code that hubgen can give, by code."""

__all__ = ["CATALOG", "Rule"]
