"""What people say of an entry, as quotes with their faces."""

from datetime import date
from typing import Any

from hubgen.model.entry import Entry
from hubgen.model.hub import Target
from hubgen.model.schema import Field
from hubgen.model.views import Review, Time
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.people import person_of
from hubgen.text.locales import format_date

REVIEWS = "reviews"


def reviews_of(entry: Entry, edition: Edition) -> tuple[Review, ...]:
    """The reviews in the order in which they are written down; those without a name say nothing that one could weigh."""
    field = edition.hub.collections[entry.collection].fields.get(REVIEWS)
    values: Any = entry.values.get(REVIEWS)
    inner = field.of if field is not None and isinstance(field.of, Field) else None
    if inner is None or "by" not in inner.fields or not isinstance(values, tuple):
        return ()
    records = (each for each in values if isinstance(each, dict))
    return tuple(
        _review(each, entry, edition) for each in records if isinstance(each.get("by"), Target)
    )


def _review(values: dict[str, Any], entry: Entry, edition: Edition) -> Review:
    day = values.get("date")
    return Review(
        by=person_of(values["by"], edition),
        text=str(values.get("text", "")),
        lang=edition.content_lang(entry.key),
        rating=int(values.get("rating", 0)),
        time=Time(day.isoformat(), format_date(day, edition.locale))
        if isinstance(day, date)
        else None,
    )
