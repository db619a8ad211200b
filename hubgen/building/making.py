"""Make a site: plan it, publish it, take away what is no longer wanted, and remember what was done."""

from collections.abc import Iterable

from msgspec.structs import replace

from hubgen.building.account import Account
from hubgen.building.request import BuildRequest, BuildResult
from hubgen.building.standing import standing
from hubgen.incremental.facts import save_facts
from hubgen.incremental.inputs import input_names
from hubgen.incremental.manifest import Made, Manifest, save_manifest
from hubgen.incremental.press import LastTime, Published, ground_key
from hubgen.incremental.sight import save_sight
from hubgen.pipeline import prepare, publish
from hubgen.prepared import Prepared
from hubgen.stages.write import OutputFolder
from hubgen.workshop import Workshop
from hubgen.workshop.reading import FileReadings
from hubgen.workshop.wording import words_ahead


def make_site(
    request: BuildRequest, folder: OutputFolder, account: Account, shop: Workshop
) -> BuildResult:
    """The site in its folder; when there are errors, the folder is left as it was."""
    prepared = prepare(shop)
    if shop.report.has_errors or (request.strict and shop.report.has_warnings):
        return BuildResult(published=False)
    if request.clean:
        folder.clear()
    known = standing(account, prepared, shop)
    if account.path is not None:
        shop.memory.save()
        _leave_word(prepared, shop)
    # Pages are made of the hub: what was read would only lie beside it, in each process that makes them.
    shop.memory.forget()
    prepared = replace(prepared, readings=FileReadings({}, {}))
    words_ahead(prepared.plan, shop)
    results = publish(prepared, folder, LastTime(account.before, known.pages), shop)
    for result in results:
        shop.report.include(result.diagnostics)
    removed = folder.prune(result.path for result in results)
    if account.path is not None:
        sight = known.afterwards(results)
        save_sight(account.path, sight)
        manifest = replace(_manifest(results, prepared, account, shop), sight=sight.name)
        save_manifest(account.path, manifest)
    return _result(results, removed)


def _result(results: tuple[Published, ...], removed: int) -> BuildResult:
    failed = sum(result.made is None for result in results)
    rendered = sum(result.rendered for result in results)
    return BuildResult(
        published=not failed,
        rendered=rendered,
        unchanged=sum(bool(result.ground) for result in results) - rendered - failed,
        written=sum(result.written for result in results),
        removed=removed,
        pages=tuple(sorted(result.path for result in results if result.rendered)),
        slowest=_slowest(results),
    )


def _leave_word(prepared: Prepared, shop: Workshop) -> None:
    """What is known of entries without reading them, for whoever looks at a change."""
    readings = prepared.readings
    if shop.store is not None:
        files = (
            (source, readings.records[path].digest, readings.records[path].entries)
            for path, source in readings.sources.items()
        )
        save_facts(shop.store, prepared.site, files, shop.memory.stamps)


def _manifest(
    results: tuple[Published, ...], prepared: Prepared, account: Account, shop: Workshop
) -> Manifest:
    made: dict[str, Made] = {}
    for result in results:
        kept = result.made or account.before.made.get(result.path)
        if kept is not None:
            made[result.path] = kept
    grounds = dict.fromkeys(result.ground for result in results)
    places = input_names(prepared.site.static)
    whole = all(result.made is not None for result in results)
    # A digest that was taken of other places says nothing: the next build takes one of the right places.
    sound = whole and places == account.before.inputs_in
    return Manifest(
        inputs=account.digest if sound else "",
        inputs_in=places,
        built_on=shop.options.today,
        due=prepared.plan.due,
        made=made,
        grounds={ground_key(each): dict(each) for each in grounds if each},
        diagnostics=shop.report.diagnostics,
    )


def _slowest(results: Iterable[Published]) -> tuple[tuple[str, int, float], ...]:
    table: dict[str, tuple[int, float]] = {}
    for result in results:
        if result.rendered:
            count, seconds = table.get(result.template, (0, 0.0))
            table[result.template] = (count + 1, seconds + result.seconds)
    ranked = sorted(table.items(), key=lambda line: line[1][1], reverse=True)
    return tuple((template, count, seconds) for template, (count, seconds) in ranked[:10])
