"""`hubgen new`: begins an entry with what it can't do without."""

import shlex
import sys
from collections.abc import Mapping

import click
from click.shell_completion import CompletionItem

from hubgen.authoring.writing import BadSlug, EntryExists, write_entry
from hubgen.cli.asking import ask
from hubgen.cli.options import Call, command, hub_of
from hubgen.cli.stopping import FINE, Misuse, Stop
from hubgen.config.loading import load_site
from hubgen.diagnostics import Report
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.files.reading import HubFolder
from hubgen.files.writing import Unwritable
from hubgen.kinds.answers import Answer, answer_in
from hubgen.kinds.questions import Question, required_questions, slug_for
from hubgen.model.nodes import Mapping as MappingNode
from hubgen.model.schema import Collection
from hubgen.text.json_reader import read_json
from hubgen.text.yaml_reader import read_yaml


def _complete(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    found = _collections(HubFolder(hub_of(context.params, context))).values()
    return [
        CompletionItem(each.name, help=each.label)
        for each in found
        if each.name.startswith(incomplete)
    ]


@command(
    "new",
    examples="""
    hubgen new member
    hubgen new members ada --set name="Ada Lovelace"
    hubgen new event --set title="Reading aloud" --set start=2026-12-03T18:00 --set timezone=Europe/Lisbon
    hubgen new member --comments
    hubgen new member --answers answers.yaml
    """,
)
@click.argument("collection", shell_complete=_complete)
@click.argument("slug", required=False, default="")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="The value of a field; may be given often.",
)
@click.option(
    "--answers",
    "file",
    metavar="FILE",
    help="A file of values by field, in YAML or JSON; - reads what is piped in.",
)
@click.option(
    "--comments",
    is_flag=True,
    help="Every other field as a comment, with what it is for.",
)
def new(
    call: Call, collection: str, slug: str, settings: tuple[str, ...], *, file: str, comments: bool
) -> int:
    """Begin a new entry of a COLLECTION: asks for what it can't do without, and writes what the form on the site writes.

    SLUG is the name of the file and the end of the address; without it, the title suggests one. No file is overwritten.
    """
    folder = HubFolder(call.hub)
    wanted = _collection(collection, _collections(folder))
    values = _answers(wanted, {**(_in_file(file) if file else {}), **_given(settings)})
    name = slug or slug_for(wanted, values) or _asked_slug()
    try:
        path = write_entry(folder, wanted, name, values, suggestions=comments)
    except EntryExists as problem:
        advice = "choose another SLUG, or edit that file"
        raise Misuse(f"{problem}, and nothing is overwritten; {advice}") from problem
    except BadSlug as problem:
        raise Misuse(str(problem)) from problem
    except Unwritable as problem:
        raise Stop(str(problem)) from problem
    call.voice.say(f"{call.hub / path} is begun; what to do next:")
    call.voice.say(f"  write into it what else there is to say{_what_else(comments=comments)}")
    call.voice.say(f"  hubgen check {call.hub / path}" + _place(call))
    return FINE


def _what_else(*, comments: bool) -> str:
    return ", and remove what isn't needed" if comments else "; --comments would have listed it"


def _place(call: Call) -> str:
    return f" -C {call.hub}" if str(call.hub) != "." else ""


def _collections(folder: HubFolder) -> Mapping[str, Collection]:
    """Those of the hub; mistakes in its settings are for `check` to tell."""
    return load_site(folder, Report()).collections


def _collection(name: str, known: Mapping[str, Collection]) -> Collection:
    """The collection of that name, in the singular or the plural."""
    for collection in known.values():
        if name.casefold() in {collection.name, collection.singular.casefold()}:
            return collection
    singulars = (each.singular for each in known.values())
    advice = did_you_mean(name, [*known, *singulars]) or f"there are {', '.join(known)}"
    raise Misuse(f"no collection is called '{name}'; {advice}")


def _in_file(file: str) -> Mapping[str, Answer]:
    """The answers that a file holds."""
    try:
        with click.open_file(file, encoding="utf-8") as opened:
            text = opened.read()
    except (OSError, UnicodeDecodeError) as problem:
        raise Misuse(f"{file} can't be read: {problem}") from problem
    read = read_json if file.endswith(".json") else read_yaml
    node = read(text, file, report := Report())
    if report.diagnostics or not isinstance(node, MappingNode):
        first = next((f": {each.message}" for each in report.diagnostics), "")
        raise Misuse(f"{file} holds no values by field, such as name: Ada{first}")
    found = answer_in(node)
    return found if isinstance(found, Mapping) else {}


def _given(settings: tuple[str, ...]) -> dict[str, str]:
    values = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key.strip():
            message = f"--set {setting} has no value; write it like --set name=Ada"
            raise Misuse(message)
        values[key.strip()] = value
    return values


def _answers(collection: Collection, given: Mapping[str, Answer]) -> dict[str, Answer]:
    """What was given, and the answers to what wasn't; without a terminal nobody can be asked."""
    answers = dict(given)
    for question in required_questions(collection):
        if question.name in answers or any(answers.get(name) for name in question.unless):
            continue
        if sys.stdin.isatty():
            answer = ask(question)
            if answer:
                answers[question.name] = answer
        elif not question.optional:
            raise Misuse(_missing(question, collection))
    return answers


def _missing(question: Question, collection: Collection) -> str:
    example = question.example or (question.choices[0] if question.choices else "...")
    instead = "".join(f", or --set {name}=..." for name in question.unless)
    return (
        f"a new {collection.singular.lower()} needs `{question.name}`: "
        f"add --set {question.name}={shlex.quote(example)}{instead}"
    )


def _asked_slug() -> str:
    if not sys.stdin.isatty():
        raise Misuse("the entry needs a name for its file: give a SLUG")
    return str(click.prompt("Name of the file, in small letters and hyphens", err=True))
