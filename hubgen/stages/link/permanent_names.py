"""The permanent names of what has a calendar: by them calendars elsewhere tell events apart, so each is used once."""

from hubgen.diagnostics import Related, Report
from hubgen.model.entry import Entry
from hubgen.model.hub import Hub


def check_permanent_names(hub: Hub, report: Report) -> None:
    """Report each event whose permanent name is another one's already."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in hub.entries.values():
        if not hub.collections[entry.collection].keeps_calendar:
            continue
        name = str(entry.values.get("id") or entry.slug)
        other = first.setdefault((entry.collection, name), entry)
        if other is not entry:
            report.add(
                "HG215",
                entry.place_of("id"),
                f"'{name}' is the permanent name of '{other.key}' already",
                help="give this one another `id`, or take the line out",
                related=(Related(other.place_of("id"), "the other one"),),
            )
