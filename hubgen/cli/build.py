"""`hubgen build`: content to a site that can be deployed."""

import gc
import time
from pathlib import Path
from typing import Any

import click

from hubgen.building import AlreadyBuilding, BuildRequest, BuildResult, build_site
from hubgen.cli.finder_sizes import finder_sizes
from hubgen.cli.numbers import counted, seconds
from hubgen.cli.options import Call, command, run_options
from hubgen.cli.profiling import profiling
from hubgen.cli.running import OUTPUT, Asked, Run, building_run, output_of, processors
from hubgen.cli.stopping import CONTENT_ERRORS, FINE, Misuse, Stop
from hubgen.cli.summary import problems, serious
from hubgen.diagnostics import Severity
from hubgen.files.writing import Unwritable
from hubgen.parallel import WorkerDied
from hubgen.stages.write import OutputRefused

HINTS = {Severity.HINT}


@command(
    "build",
    examples="""
    hubgen build
    hubgen build --base-url https://example.org/our-hub/ --strict
    hubgen build --drafts --future --out _preview
    hubgen build --clean --jobs 1 --stats
    hubgen build --clean --profile build.prof
    """,
)
@click.option(
    "--out",
    default=OUTPUT,
    metavar="DIR",
    help=f"Where the site goes, seen from the hub; {OUTPUT} otherwise.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that work at the same time; as many as there are processors otherwise.",
)
@click.option("--clean", is_flag=True, help="Forget earlier builds, and make every file again.")
@click.option("--strict", is_flag=True, help="Let warnings stop the build as errors do.")
@click.option(
    "--stats",
    is_flag=True,
    help="Show the time of each stage, the slowest templates, and the size of what directories load.",
)
@click.option(
    "--profile",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write which functions took how long, in Python's own format: look at it with `python -m pstats FILE`, or in a browser with "
    "SnakeViz (`pip install snakeviz`, `snakeviz FILE`). Everything is then done in one process, and takes about twice as long.",
)
@run_options
def build(call: Call, **given: Any) -> int:
    """Turn the hub into a site.

    Only what changed is made again. When there are errors nothing is written, and the site stays as it was.
    """
    profile: Path | None = given.pop("profile")
    if profile is None:
        return _build(call, given)
    if (given["jobs"] or 1) > 1:
        raise Misuse("a profile is of one process: leave out --jobs, or --profile")
    given["jobs"] = 1
    with profiling(profile, call.hub, call.hub / given["out"]):
        return _build(call, given)


def _build(call: Call, given: dict[str, Any]) -> int:
    out, jobs, stats = given.pop("out"), given.pop("jobs"), given.pop("stats")
    clean, strict = given.pop("clean"), given.pop("strict")
    # A build keeps nearly all that it makes until it ends: looking for garbage costs a tenth of its time and finds none.
    gc.disable()
    run = building_run(call, Asked(**given), jobs or processors())
    request = BuildRequest(output_of(run, out), time.time_ns(), clean=clean, strict=strict)
    try:
        result = _built(request, run)
    finally:
        run.progress.stop()
    _show_problems(run, call, serious(strict=strict))
    _tell(result, run, call, out)
    if stats:
        _show_stats(result, run, call, output_of(run, out))
    return FINE if result.published else CONTENT_ERRORS


def _built(request: BuildRequest, run: Run) -> BuildResult:
    try:
        return build_site(request, run.shop)
    except OutputRefused as problem:
        raise Misuse(str(problem)) from problem
    except (AlreadyBuilding, Unwritable, WorkerDied) as problem:
        raise Stop(str(problem)) from problem


def _show_problems(run: Run, call: Call, bad: frozenset[Severity]) -> None:
    """What must be seen now; hints are for `check`, and for whoever wants to hear more."""
    voice = call.voice
    said = bad if voice.quiet else frozenset(Severity) - (set() if voice.verbose else HINTS)
    shown = (each for each in run.shop.report.diagnostics if each.severity in said)
    if words := run.diagnostics(shown, colored=voice.colored_err):
        voice.alarm(words)


def _tell(result: BuildResult, run: Run, call: Call, out: str) -> None:
    voice, report = call.voice, run.shop.report
    for path in result.pages:
        voice.detail(f"rendered {path}")
    if result.published:
        voice.say(_outcome(result, run))
    elif result.rendered or result.unchanged:
        voice.alarm(f"{problems(report.diagnostics)}; some pages could not be made: see above")
    else:
        voice.alarm(f"{problems(report.diagnostics)}; nothing was written, {_left(out, run)}")


def _outcome(result: BuildResult, run: Run) -> str:
    parts = [
        counted(result.rendered, "page") + " rendered",
        counted(result.unchanged, "page") + " unchanged",
        counted(result.removed, "file") + " removed",
        counted(run.shop.report.count(Severity.WARNING), "warning"),
        seconds(run.progress.seconds),
    ]
    return ("nothing has changed: " if result.skipped else "") + ", ".join(parts)


def _left(out: str, run: Run) -> str:
    there = output_of(run, out).is_dir()
    return f"and the site in {out} is as it was" if there else f"and there is no {out}"


def _show_stats(result: BuildResult, run: Run, call: Call, site: Path) -> None:
    lines = ["", "seconds  stage"]
    lines += (f"{spent:7.2f}  {name}" for name, spent in run.progress.times.items())
    lines += (f"{run.progress.seconds:7.2f}  altogether",)
    if result.slowest:
        lines += ["", "seconds  pages  template"]
        lines += (f"{spent:7.2f}  {count:5}  {name}" for name, count, spent in result.slowest)
    lines += finder_sizes(site)
    call.voice.result("\n".join(lines))
