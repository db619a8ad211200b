"""`hubgen stale`: what to ask people about, so that a hub stays true."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from hubgen.cli.numbers import counted
from hubgen.cli.options import Call, command, run_options
from hubgen.cli.running import CACHE, Asked, Run, reading_run
from hubgen.cli.stopping import CONTENT_ERRORS, FINE, Misuse
from hubgen.diagnostics.rendering.findings import no_line
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.pipeline import prepare
from hubgen.prepared import Prepared
from hubgen.tending.asks import Ask
from hubgen.tending.contacts import Contacts
from hubgen.tending.gathering import gather, undated
from hubgen.tending.links.complaints import dead_links
from hubgen.tending.links.ledger import open_ledger
from hubgen.tending.links.outgoing import outgoing_links
from hubgen.tending.reasons import Outlook
from hubgen.tending.telling import json, letters, text


@command(
    "stale",
    examples="""
    hubgen stale
    hubgen stale members mentors --undated
    hubgen stale --format csv > letters.csv
    """,
)
@click.argument("collections", nargs=-1, metavar="[COLLECTION]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    help="For people, for programs, or a table for mail merge.",
)
@click.option(
    "--full-after",
    type=click.IntRange(0, 240),
    default=6,
    show_default=True,
    metavar="MONTHS",
    help="How long a mentor can be full before somebody asks.",
)
@click.option("--undated", "with_undated", is_flag=True, help="Also what nobody ever confirmed.")
@click.option("--strict", is_flag=True, help="End with 1 when there is something to ask.")
@run_options
def stale(call: Call, **given: Any) -> int:
    """List what to ask people about, and whom.

    Entries that nobody has confirmed for longer than `stale_after`, mentors without a free place for long, series and
    programs without an end, what is over, and links that hubgen links found dead. Only members of the hub should see the
    result: it names addresses that aren't published.
    """
    wanted, form = given.pop("collections"), given.pop("form")
    full_after, with_undated = given.pop("full_after"), given.pop("with_undated")
    strict = given.pop("strict")
    run = reading_run(call, Asked(**given))
    try:
        prepared = prepare(run.shop)
    finally:
        run.progress.stop()
    _refuse_unknown(wanted, prepared)
    outlook = Outlook(
        *(prepared.site, run.shop.options.today, full_after, with_undated),
        dead_links=_dead_links(prepared, run),
    )
    contacts = Contacts(prepared.hub, run.shop.folder, prepared.readings.sources)
    asks = tuple(
        each
        for each in gather(prepared, outlook, contacts)
        if not wanted or each.key.partition("/")[0] in wanted
    )
    _show(asks, form, run, call)
    _notes(prepared, call, with_undated=with_undated)
    return CONTENT_ERRORS if strict and asks else FINE


def _dead_links(prepared: Prepared, run: Run) -> Mapping[str, tuple[tuple[str, date], ...]]:
    """What hubgen links remembers; nothing is asked now."""
    ledger = open_ledger(run.shop.folder.root / CACHE)
    if not ledger.verdicts:
        return {}
    found = outgoing_links(prepared, no_line)
    return dead_links(found, ledger.verdicts)


def _show(asks: tuple[Ask, ...], form: str, run: Run, call: Call) -> None:
    if form == "json":
        call.voice.result(json.render(asks, run.shop.options.today))
    elif form == "csv":
        call.voice.result(letters.render(asks).removesuffix("\r\n"))
    else:
        if asks:
            call.voice.result(text.render(asks) + "\n")
        call.voice.say(f"{counted(len(asks), 'entry', 'entries')} to ask about")


def _notes(prepared: Prepared, call: Call, *, with_undated: bool) -> None:
    if not with_undated and (number := undated(prepared)):
        call.voice.note(
            f"{counted(number, 'entry', 'entries')} never said when somebody last confirmed them;"
            " --undated lists them, too"
        )


def _refuse_unknown(wanted: tuple[str, ...], prepared: Prepared) -> None:
    for name in wanted:
        if name not in prepared.hub.collections:
            known = prepared.hub.collections
            advice = did_you_mean(name, known) or f"there are {', '.join(known)}"
            message = f"no collection of this hub is called '{name}'; {advice}"
            raise Misuse(message)
