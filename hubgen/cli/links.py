"""`hubgen links`: whether the links that lead out of the hub still lead anywhere."""

from pathlib import Path
from typing import Any

import click

from hubgen import __version__
from hubgen.cli.numbers import counted
from hubgen.cli.options import Call, command, run_options
from hubgen.cli.paths import in_hub, lies_in
from hubgen.cli.reporting import Reported, report, report_options, reporting_of
from hubgen.cli.running import Asked, cache_of, reading_run
from hubgen.cli.stopping import Stop
from hubgen.diagnostics import Report
from hubgen.diagnostics.rendering.cells import shown
from hubgen.pipeline import prepare
from hubgen.prepared import Prepared
from hubgen.tending.links.complaints import complain
from hubgen.tending.links.ledger import BELIEVED, keep_ledger, open_ledger
from hubgen.tending.links.outgoing import outgoing_links
from hubgen.tending.links.round import CONNECTIONS
from hubgen.tending.links.trip import Manners, Trip, hosts_of
from hubgen.tending.links.verdicts import Verdict
from hubgen.workshop.excerpts import Excerpts


@command(
    "links",
    examples="""
    hubgen links
    hubgen links content/members/ada.yaml
    hubgen links --max-age 0 --format github
    """,
)
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--max-age",
    type=click.IntRange(0, 365),
    default=BELIEVED,
    show_default=True,
    metavar="DAYS",
    help="How long a link that was fine isn't followed again; what was wrong is asked about again on the next day.",
)
@click.option(
    "--gap",
    type=click.FloatRange(0, 60),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="How long a host is left alone between two questions.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(1, 120),
    default=15.0,
    show_default=True,
    metavar="SECONDS",
    help="How long each step of an answer may take.",
)
@click.option(
    "--connections",
    type=click.IntRange(1, 64),
    default=CONNECTIONS,
    show_default=True,
    metavar="N",
    help="How many hosts are asked at the same time; each of them has one connection.",
)
@report_options
@run_options
def links(call: Call, **given: Any) -> int:
    """Follow every link that leads out of the hub, and say which lead nowhere, have moved, or don't answer.

    It is the only command that asks other people's servers; build, serve and check never do. Addresses that belong to private
    networks are refused, at once and after each redirect. With PATHs, only the links of these files and folders are followed.
    """
    names = ("max_age", "gap", "timeout", "connections")
    return follow_links(call, given, Manners(**{name: given.pop(name) for name in names}))


def follow_links(call: Call, given: dict[str, Any], manners: Manners) -> int:
    """The command with its manners; the exit code."""
    paths, asked = given.pop("paths"), reporting_of(given)
    run = reading_run(call, Asked(**given))
    wanted = tuple(in_hub(path, call.hub) for path in paths)
    try:
        prepared = prepare(run.shop)
    finally:
        run.progress.stop()
    folder = run.shop.folder
    every = tuple(outgoing_links(prepared, Excerpts(folder).line))
    found = tuple(each for each in every if not wanted or lies_in(each.span.path, wanted))
    cache = cache_of(folder, call.voice)
    urls = frozenset(each.url for each in found)
    ledger = open_ledger(cache).only(each.url for each in every)
    trip = Trip(urls, ledger, run.shop.options.today, manners, _agent(prepared))
    try:
        _follow(trip, call)
    finally:
        keep_ledger(trip.learned, cache)
    if trip.is_offline:
        raise Stop("no host of any link can be found: this computer seems to have no network")
    told = Report(prepared.site.severities)
    complain(found, trip.verdicts, told)
    hosts = len(hosts_of(urls))
    sound = f" in {counted(len(urls), 'link')} to {counted(hosts, 'host')}"
    numbers = {"links": len(urls), "hosts": hosts}
    return report(Reported(told.diagnostics, "links", numbers, sound), asked, call, folder)


def _follow(trip: Trip, call: Call) -> None:
    known = trip.known
    due = sorted(trip.urls - known.keys())
    call.voice.note(f"{counted(len(due), 'link')} to follow, {len(known):,} remembered")

    def watch(url: str, verdict: Verdict) -> None:
        call.voice.detail(shown(f"{verdict.fate}: {url} {verdict.words}".strip()))

    trip.follow(due, watch)


def _agent(prepared: Prepared) -> str:
    """How hubgen introduces itself, so that whoever wonders can ask."""
    base = prepared.options.base_url or prepared.site.base_url
    return f"hubgen/{__version__} (checks links of {base or 'a learning network'})"
