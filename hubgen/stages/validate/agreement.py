"""What one field can't tell alone: whether the dates and times of an entry agree with each other."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from hubgen.model.nodes import Scalar
from hubgen.model.values import Recurrence
from hubgen.stages.validate.whole import Whole, spoken
from hubgen.text.calendar_words import WEEKDAYS
from hubgen.text.dates import day_of
from hubgen.text.moments import has_time, is_before
from hubgen.text.series import occurrences
from hubgen.text.timezones import wall_time_problem


def end_follows_start(whole: Whole) -> None:
    """An end lies at or after its start."""
    start, end = whole.start, whole.end
    if start is not None and end is not None and is_before(end, start):
        message = f"{spoken(end)} lies before the start, {spoken(start)}"
        whole.refuse(whole.collection.end_field, "HG370", message, "correct one of the two dates")


def deadline_comes_in_time(whole: Whole) -> None:
    """Nobody can register for what is over; what has no end is over when it has begun."""
    last, name_of_last = (whole.end, "end") if whole.end is not None else (whole.start, "start")
    for name, deadline in _deadlines(whole):
        if last is not None and day_of(deadline) > day_of(last):
            message = f"{spoken(deadline)} lies after the {name_of_last}, {spoken(last)}"
            advice = "correct one of the two dates, if it isn't meant so"
            whole.refuse(name, "HG371", message, advice)


def opening_precedes_deadline(whole: Whole) -> None:
    """What closes has opened before."""
    for name in _records(whole):
        opens = whole.values[name].get("opens")
        deadline = whole.values[name].get("deadline")
        if isinstance(opens, date) and isinstance(deadline, date) and is_before(deadline, opens):
            message = f"{spoken(deadline)} lies before it opens, {spoken(opens)}"
            whole.refuse(f"{name}.deadline", "HG370", message, "correct one of the two dates")


def times_exist(whole: Whole) -> None:
    """The clock of the place shows each time once."""
    zone = whole.first_of_kind("timezone")
    if zone is None or whole.is_all_day:
        return
    for field in whole.collection.fields_of_kind("datetime"):
        moment = whole.values.get(field.name)
        if moment is None:
            continue
        match wall_time_problem(moment, zone):
            case "skipped":
                message = f"{spoken(moment)} never comes in {zone}: the clocks go forward over it"
                whole.refuse(
                    field.name, "HG328", message, "write the time an hour earlier or later"
                )
            case "twice":
                message = f"{spoken(moment)} comes twice in {zone}: the clocks go back over it"
                whole.refuse(
                    field.name, "HG329", message, "the first is taken; another hour is safer"
                )
            case _:
                pass


def start_has_time(whole: Whole) -> None:
    """A day alone means that it takes the whole day, and must say so."""
    start, node = whole.start, whole.nodes.get(whole.collection.start_field)
    if not isinstance(start, datetime) or whole.is_all_day or not isinstance(node, Scalar):
        return
    if not has_time(node.text):
        advice = (
            f"write {start:%Y-%m-%d}T18:00 with the hour at which it begins, or add all_day: true"
        )
        whole.refuse(whole.collection.start_field, "HG373", "it has no time of day", advice)


def end_and_duration_agree(whole: Whole) -> None:
    """An end and a duration, where both are given, say the same."""
    start, end, duration = whole.start, whole.end, whole.values.get("duration")
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return
    if isinstance(duration, timedelta) and start + duration != end:
        message = f"it would last until {spoken(start + duration)}, and the end is {spoken(end)}"
        whole.refuse("duration", "HG374", message, "remove the duration or the end")


def days_belong_to_series(whole: Whole) -> None:
    """A series begins on a day of its own, and its exceptions are days of it."""
    for field in whole.collection.fields_of_kind("recurrence"):
        rule, start = whole.values.get(field.name), whole.start
        if isinstance(rule, Recurrence) and start is not None:
            _check_series(whole, field.name, rule, start)


def _check_series(whole: Whole, name: str, rule: Recurrence, start: date) -> None:
    first = start if isinstance(start, datetime) else datetime.combine(start, datetime.min.time())
    days = {moment.date() for moment in occurrences(Recurrence(rule.rule), first)}
    if not days:
        advice = "correct until, or the start"
        whole.refuse(name, "HG370", f"the series ends before its start, {spoken(start)}", advice)
        return
    if day_of(start) not in days:
        message = f"{spoken(start)}, a {_weekday(start)}, isn't a day of the series"
        advice = f"begin on {min(days).isoformat()}, a {_weekday(min(days))}, or change the rule"
        whole.refuse(whole.collection.start_field, "HG375", message, advice)
    last = max(days)
    for part, day in _exceptions(whole, name, rule):
        if day not in days and day <= last:
            message = f"{day.isoformat()}, a {_weekday(day)}, isn't a day of the series"
            whole.refuse(part, "HG375", message, "compare it with a calendar")


def _exceptions(whole: Whole, name: str, rule: Recurrence) -> Iterator[tuple[str, date]]:
    yield from ((f"{name}.except", date.fromisoformat(day)) for day in rule.excluded)
    for field in whole.collection.fields_of_kind("mapping"):
        if field.keys == "date":
            days = whole.values.get(field.name, ())
            yield from ((f"{field.name}.{day}", date.fromisoformat(day)) for day in days)


def _deadlines(whole: Whole) -> Iterator[tuple[str, date]]:
    name = whole.collection.deadline_field
    deadline = whole.day(name)
    if deadline is not None:
        yield name, deadline
    for record in _records(whole):
        inner = whole.values[record].get("deadline")
        if isinstance(inner, date):
            yield f"{record}.deadline", inner


def _records(whole: Whole) -> Iterator[str]:
    return (
        field.name
        for field in whole.collection.fields_of_kind("record")
        if field.name in whole.values
    )


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


ENTRY_CHECKS: tuple[Callable[[Whole], None], ...] = (
    end_follows_start,
    deadline_comes_in_time,
    opening_precedes_deadline,
    times_exist,
    start_has_time,
    end_and_duration_agree,
    days_belong_to_series,
)
"""Each looks at a whole entry and reports."""
