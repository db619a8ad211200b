"""Names of months and weekdays in the languages in which people most often write dates, for guessing what was meant."""

from functools import cache

from hubgen.text.names import fold

_MONTH_WORDS = (
    "january jan janvier janv januar janner januari enero ene gennaio gen janeiro",
    "february feb fevrier fevr februar februari febrero febbraio fevereiro fev",
    "march mar mars marz maerz maart marzo marco",
    "april apr avril avr abril abr aprile",
    "may mai mei mayo maggio mag maio",
    "june jun juin juni junio giugno giu junho",
    "july jul juillet juil juli julio luglio lug julho",
    "august aug aout augustus agosto ago",
    "september sep sept septembre septiembre settembre set setembro",
    "october oct octobre oktober okt octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec decembre dezember dez diciembre dic dicembre dezembro",
)
_WEEKDAY_WORDS = (
    "monday mon lundi lun montag maandag lunes lunedi segunda",
    "tuesday tue tues mardi dienstag dinsdag martes martedi terca",
    "wednesday wed mercredi mer mittwoch woensdag miercoles mercoledi quarta",
    "thursday thu thur thurs jeudi jeu donnerstag donderdag jueves giovedi quinta",
    "friday fri vendredi ven freitag vrijdag viernes venerdi sexta",
    "saturday sat samedi sam samstag sonnabend zaterdag sabado sabato",
    "sunday sun dimanche dim sonntag zondag domingo domenica",
)

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def month_called(word: str) -> int | None:
    """The month's number, from 1; None for other words."""
    return _numbers(_MONTH_WORDS).get(fold(word))


def weekday_called(word: str) -> int | None:
    """The weekday's number, Monday is 0; None for other words."""
    return _numbers(_WEEKDAY_WORDS, 0).get(fold(word))


@cache
def _numbers(names: tuple[str, ...], first: int = 1) -> dict[str, int]:
    return {word: number for number, line in enumerate(names, first) for word in line.split()}
