"""`hubgen review`: what a pull request does to the hub, for somebody with ten minutes."""

import os
from typing import Any

import click

from hubgen.cli.options import Call, command, run_options
from hubgen.cli.running import Asked, reading_run
from hubgen.cli.stopping import CONTENT_ERRORS, FINE, Misuse
from hubgen.history import NoHistory, Repository
from hubgen.review.rendering.formats import FORMATS
from hubgen.review.review import review
from hubgen.review.versions import two_versions


@command(
    "review",
    examples="""
    hubgen review main
    hubgen review origin/main HEAD --author ada-lovelace
    hubgen review main proposal --format html > report.html
    """,
)
@click.argument("base", metavar="BASE")
@click.argument("head", metavar="[HEAD]", default="HEAD")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="markdown",
    show_default=True,
    help="For a comment or a job's summary, for programs, or for a browser.",
)
@click.option(
    "--author",
    default="",
    metavar="ACCOUNT",
    help="Who makes the change: said is when that is somebody else than an entry's owner.",
)
@click.option(
    "--trust-head",
    is_flag=True,
    help="Read HEAD with its own settings and theme, not with those of BASE.",
)
@run_options
def review_change(call: Call, **given: Any) -> int:
    """Say what a change does to the hub: entries, pages, skills, people, problems.

    Both versions are read out of git, and the change is what HEAD added since it left BASE. Nothing is written, nothing of
    HEAD is run, and words of its content can't act in the report. The exit code is 1 when the light is red.
    """
    base, head, form = given.pop("base"), given.pop("head"), given.pop("form")
    author, trust_head = given.pop("author"), given.pop("trust_head")
    run = reading_run(call, Asked(**given))
    try:
        repository = Repository.around(run.shop.folder.root, os.environ)
        with two_versions(repository, (base, head), run.shop, trust_head=trust_head) as versions:
            found = review(versions, repository, author)
    except NoHistory as problem:
        raise Misuse(str(problem)) from problem
    finally:
        run.progress.stop()
    call.voice.result(FORMATS[form](found).rstrip("\n"))
    return CONTENT_ERRORS if found.light == "red" else FINE
