"""Holds the house to its plan: which room may know which, and the limits of its style."""

import ast
import re
from collections.abc import Iterable, Iterator

import pytest

from tests.sources import (
    Module,
    arrows,
    broad_handlers,
    comments,
    functions,
    modules_of,
    uses,
)

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"diagnostics"}),
    frozenset({"model"}),
    frozenset({"text", "files"}),
    frozenset({"kinds", "history"}),
    frozenset({"config", "theme"}),
    frozenset({"stages"}),
    frozenset({"incremental", "parallel"}),
    frozenset({"workshop"}),
    frozenset({"prepared"}),
    frozenset({"pipeline"}),
    frozenset({"rework"}),
    frozenset({"building", "preview", "importing", "review", "authoring", "describing", "tending"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
"""The rooms, lowest floor first. Each part of `stages` is a room of its own."""

FILE_LINES = 400
PIPELINE_LINES = 80
FUNCTION_LINES = 60
POSITIONAL_PARAMETERS = 5
PARAMETERS = 8

VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "core", "manager", "misc"}

PRINTING = ("print", "input", "sys.stdout", "sys.stderr", "click.echo", "click.secho", "rich.print")

SURROUNDINGS = (
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.strftime",
    "time.ctime",
    "os.environ",
    "os.environb",
    "os.getenv",
    "os.getenvb",
    "locale.getlocale",
    "locale.setlocale",
)
"""The clock and the environment: they come in as arguments (`time.perf_counter` only measures)."""

CHANCE = ("random", "secrets", "uuid.uuid1", "uuid.uuid4")

NETWORK = ("socket", "http.client", "http.server", "socketserver", "urllib.request", "requests")

RUNS_CODE = (
    "pickle.load",
    "pickle.loads",
    "pickle.Unpickler",
    "marshal",
    "shelve",
    "dill",
    "eval",
    "exec",
    "yaml.load_all",
    "yaml.full_load",
    "yaml.full_load_all",
    "yaml.unsafe_load",
    "yaml.unsafe_load_all",
    "yaml.Loader",
    "yaml.FullLoader",
    "yaml.UnsafeLoader",
    "yaml.CLoader",
    "yaml.CFullLoader",
    "yaml.CUnsafeLoader",
)
"""What can turn data into running code: nothing that a pull request can write may reach it."""

HUBGEN = modules_of("hubgen")
EVERYTHING = modules_of("hubgen", "tests", "tools", "bench")


def floor_of(room: str) -> int | None:
    top = room.partition(".")[0]
    return next((number for number, rooms in enumerate(FLOORS) if top in rooms), None)


def wrong_arrows(modules: Iterable[Module]) -> Iterator[str]:
    """Each use of a room on a higher floor, or of another room on the same one."""
    by_name = {module.name: module for module in modules}
    for module in by_name.values():
        for place, target in arrows(module, by_name):
            here, there = module.room, by_name[target].room
            if there is None or here == there:
                continue
            if here is None:
                yield f"{place}: hubgen itself uses {there}: it holds the version only"
            elif (floor_of(there) or 0) > (floor_of(here) or 0):
                yield f"{place}: {here} uses {there}, which is upstairs"
            elif floor_of(there) == floor_of(here):
                yield f"{place}: {here} uses {there}, its neighbour"


def outside(modules: Iterable[Module], rooms: set[str]) -> Iterator[Module]:
    return (module for module in modules if module.room not in rooms)


def listed(findings: Iterable[str]) -> str:
    return "\n".join(["", *findings])


# ---------------------------------------------------------------- floors


def test_every_room_has_a_floor() -> None:
    rooms = {module.room for module in HUBGEN if module.room}
    assert {room for room in rooms if floor_of(room) is None} == set()


def test_no_arrow_goes_up_or_sideways() -> None:
    assert listed(wrong_arrows(HUBGEN)) == ""


def test_imports_are_absolute() -> None:
    relative = (
        module.place(node)
        for module in EVERYTHING
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and node.level > 0
    )
    assert listed(relative) == ""


# ---------------------------------------------------------------- sizes and names


def test_files_are_short() -> None:
    long = (f"{m.path}: {m.length} lines" for m in EVERYTHING if m.length > FILE_LINES)
    assert listed(long) == ""


def test_the_pipeline_fits_on_a_page() -> None:
    (pipeline,) = (module for module in HUBGEN if module.name == "hubgen.pipeline")
    assert pipeline.length <= PIPELINE_LINES


def test_functions_are_short() -> None:
    long = (
        f"{function.place}: {function.name} has {function.lines} lines"
        for module in HUBGEN
        for function in functions(module)
        if function.lines > FUNCTION_LINES
    )
    assert listed(long) == ""


def test_functions_take_few_parameters() -> None:
    wide = (
        f"{f.place}: {f.name} takes {f.parameters} parameters, {f.positional} by position"
        for module in HUBGEN
        for f in functions(module)
        if f.positional > POSITIONAL_PARAMETERS or f.parameters > PARAMETERS
    )
    assert listed(wide) == ""


def test_names_say_what_is_inside() -> None:
    vague = (m.path for m in EVERYTHING if VAGUE_NAMES & set(m.name.split(".")))
    assert listed(vague) == ""


def test_every_file_says_what_it_is_for() -> None:
    silent = (m.path for m in EVERYTHING if m.text.strip() and not ast.get_docstring(m.tree))
    assert listed(silent) == ""


def test_nothing_is_silenced_or_left_open() -> None:
    words = re.compile(r"\b(TODO|FIXME|XXX|HACK|noqa)\b|type:\s*ignore|(mypy|ruff):")
    open_ends = (
        f"{place}: {comment}"
        for module in EVERYTHING
        for place, comment in comments(module)
        if words.search(comment)
    )
    assert listed(open_ends) == ""


# ---------------------------------------------------------------- what only some rooms may do


def test_any_exception_is_caught_at_the_outer_doors_only() -> None:
    rooms = outside(HUBGEN, {"cli", "preview"})
    assert listed(place for module in rooms for place in broad_handlers(module)) == ""


@pytest.mark.parametrize(
    "names, rooms",
    [
        pytest.param(PRINTING, {"cli"}, id="printing"),
        pytest.param(SURROUNDINGS, {"cli"}, id="clock-and-environment"),
        pytest.param(CHANCE, {"cli", "preview"}, id="chance"),
        pytest.param(NETWORK, {"cli", "preview", "tending"}, id="network"),
        pytest.param(RUNS_CODE, set(), id="runs-code"),
    ],
)
def test_only_some_rooms_may(names: tuple[str, ...], rooms: set[str]) -> None:
    found = (use for module in outside(HUBGEN, rooms) for use in uses(module, names))
    assert listed(found) == ""


def test_two_files_ask_other_people_s_servers() -> None:
    """Whoever wants to know where hubgen connects to reads these."""
    rooms = (module for module in HUBGEN if module.room not in {"cli", "preview"})
    asking = {module.name for module in rooms if any(uses(module, NETWORK))}
    assert asking == {"hubgen.tending.links.addresses", "hubgen.tending.links.requests"}


# ---------------------------------------------------------------- the rules see what they look for


@pytest.mark.parametrize(
    "name, code, finding",
    [
        ("hubgen.model.a", "from hubgen.text import b", "upstairs"),
        ("hubgen.model.a", "import hubgen.text.b", "upstairs"),
        ("hubgen.model.a", "def f():\n    from hubgen.text.b import g", "upstairs"),
        ("hubgen.model.a", "if TYPE_CHECKING:\n    from hubgen.text.b import G", "upstairs"),
        ("hubgen.model.a", "LAZY = {'g': 'hubgen.text.b:g'}", "upstairs"),
        ("hubgen.model.a", "from ..text import b", "upstairs"),
        ("hubgen.files.a", "from hubgen.text.b import g", "neighbour"),
        ("hubgen.stages.link", "from hubgen.stages import parse", "neighbour"),
        ("hubgen.stages.link.a", "from hubgen.stages.parse import g", "neighbour"),
        ("hubgen", "from hubgen.text.b import g", "the version only"),
    ],
)
def test_a_wrong_arrow_is_seen(name: str, code: str, finding: str) -> None:
    others = (Module("hubgen.text.b", "b.py", ""), Module("hubgen.stages.parse", "c.py", ""))
    (found,) = wrong_arrows([*others, Module(name, "a.py", code)])
    assert finding in found


@pytest.mark.parametrize(
    "name, code",
    [
        ("hubgen.kinds.a", "from hubgen.text.b import g"),
        ("hubgen.text.a", "from hubgen.text.b import g"),
        ("hubgen.stages.parse.a", "from hubgen.stages.parse import g"),
        ("hubgen.model.a", "from hubgen import __version__"),
        ("hubgen.model.a", "NAMESPACE = 'hubgen.example'"),
    ],
)
def test_a_right_arrow_is_left_alone(name: str, code: str) -> None:
    others = ("hubgen", "hubgen.text.b", "hubgen.stages.parse")
    modules = [Module(other, "b.py", "") for other in others]
    assert list(wrong_arrows([*modules, Module(name, "a.py", code)])) == []


@pytest.mark.parametrize(
    "code, name",
    [
        ("from datetime import datetime\ndatetime.now()", "datetime.datetime.now"),
        ("import datetime as d\nd.date.today()", "datetime.date.today"),
        ("from time import time", "time.time"),
        ("import os\nx = os.environ.get('A')", "os.environ"),
        ("from os import environ as e\ne['A']", "os.environ"),
        ("print('a')", "print"),
        ("import sys\nsys.stderr.write('a')", "sys.stderr"),
        ("def f():\n    import pickle\n    pickle.loads(b'')", "pickle.loads"),
        ("import random", "random"),
        ("from urllib.request import urlopen", "urllib.request"),
    ],
)
def test_a_use_is_seen_under_any_name(code: str, name: str) -> None:
    every = (*PRINTING, *SURROUNDINGS, *CHANCE, *NETWORK, *RUNS_CODE)
    assert {use.rpartition(": ")[2] for use in uses(Module("m", "m.py", code), every)} == {name}


@pytest.mark.parametrize(
    "caught", ["", " Exception", " (OSError, BaseException)", " Exception as e"]
)
def test_a_broad_handler_is_seen(caught: str) -> None:
    code = f"try:\n    f()\nexcept{caught}:\n    "
    assert list(broad_handlers(Module("m", "m.py", code + "pass"))) == ["m.py:3"]
    assert list(broad_handlers(Module("m", "m.py", code + "raise"))) == []


def test_a_function_is_measured() -> None:
    code = "class A:\n    def f(self, a, /, b, *c, d=1, **e):\n        return (\n            a)\n"
    (function,) = functions(Module("m", "m.py", code))
    assert (function.lines, function.positional, function.parameters) == (3, 2, 5)
