"""Content can't make a build run out of time or memory: each bomb is a problem with a place, said in seconds."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit import Hub, site
from tests.kit.hub import hub_of
from tests.kit.making import with_body

SECONDS = 30
MEMORY = 2_000_000_000


def checked(hub: Hub) -> list[str]:
    """The codes of a check in a process that may take neither long nor much."""

    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    run = subprocess.run(
        [sys.executable, "-m", "hubgen", "-C", str(hub.root), "check", "--format", "json"],
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        encoding="utf-8",
        preexec_fn=limits,
        check=False,
    )
    assert run.returncode in {0, 1}, run.stderr[-2000:]
    assert "Traceback" not in run.stderr
    return [each["code"] for each in json.loads(run.stdout)["diagnostics"]]


def alias_bomb(levels: int = 9) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, levels)
    ]
    return "\n".join(lines) + "\n"


BOMBS = {
    "aliases": ("content/members/ada.yaml", "name: Ada\n" + alias_bomb(), "HG124"),
    "aliases in settings": ("site.yaml", "title: A\n" + alias_bomb(), "HG124"),
    "merge keys": (
        "content/members/ada.yaml",
        "a: &a {name: A}\nb: {<<: *a}\nname: Ada\n",
        "HG124",
    ),
    "depth": ("content/members/ada.yaml", "name: " + "[" * 20_000 + "]" * 20_000, "HG127"),
    "depth of mappings": (
        "content/members/ada.yaml",
        "name: " + "{a: " * 5_000 + "}" * 5_000,
        "HG127",
    ),
    "depth by indentation": (
        "content/members/ada.yaml",
        "\n".join(" " * level + "a:" for level in range(900)),
        "HG127",
    ),
    "depth in JSON": ("content/members/ada.json", '{"name": ' + "[" * 100_000, "HG127"),
    "a huge value": ("content/members/ada.yaml", f"name: {'x' * 900_000}\n", "HG129"),
    "many values": (
        "content/members/ada.yaml",
        "name: Ada\ngoals: [" + "x, " * 200_000 + "x]\n",
        "HG128",
    ),
    "many keys": (
        "content/members/ada.yaml",
        "name: Ada\n" + "".join(f"k{number}: x\n" for number in range(60_000)),
        "HG128",
    ),
    "a huge file": ("content/members/ada.yaml", "name: Ada\n#" + "x" * 3_000_000, "HG105"),
    "many entries": (
        "content/members.yaml",
        "".join(f"- {{name: Person {number}}}\n" for number in range(100_001)),
        "HG139",
    ),
}


@pytest.mark.parametrize("path, text, code", BOMBS.values(), ids=BOMBS.keys())
def test_bombs_of_data(path: str, text: str, code: str) -> None:
    files = {"site.yaml": "title: A\n", "content/pages/about.md": "# About\n", path: text}
    assert code in checked(hub_of(files))


PATHOLOGIES = {
    "brackets": "[" * 50_000,
    "closed brackets": "[" * 25_000 + "]" * 25_000,
    "images": "![" * 30_000,
    "stars": "*" * 60_000 + "a" + "*" * 60_000,
    "alternating stars": "*_" * 30_000,
    "quotes": ">" * 50_000,
    "lists": "\n".join("  " * level + "- x" for level in range(2_000)),
    "backticks": "".join("`" * count + " " for count in range(700)),
    "links": "[a](" * 20_000,
    "angle brackets": "<a " * 30_000,
    "comments": "<!--" * 30_000,
    "references": "".join(f"[r{number}]: x\n" for number in range(20_000)),
    "footnotes": "".join(f"[^{number}] " for number in range(10_000)),
    "tables": "|" * 30_000 + "\n" + "|-" * 15_000,
    "entities": "&amp;" * 100_000,
    "attributes": "**a**{.x" * 10_000,
    "definitions": "a\n: " * 20_000,
    "admonitions": "!!! note\n    " * 3_000,
    "autolinks": "https://" * 30_000,
    "emphasis in links": "[*" * 20_000,
}


def test_markdown_pathologies_take_no_time() -> None:
    hub = site("")
    for number, text in enumerate(PATHOLOGIES.values()):
        hub.edit(f"content/pages/p{number}.md", with_body([f"title: Page {number}"], "", text))
    codes = checked(hub)
    assert "HG101" not in codes


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=1",
        "FREQ=DAILY",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=DAILY;UNTIL=99991231T000000Z",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=999999999",
        "FREQ=YEARLY;BYYEARDAY=366;BYDAY=MO;BYMONTH=1",
    ],
)
def test_a_series_without_end_ends(rule: str) -> None:
    hub = site(f"""
        -- content/events/e.yaml --
        title: E
        start: 2020-01-01 18:00
        timezone: Europe/Paris
        mode: online
        recurrence: {rule}
    """)
    build = hub.build()
    assert sum(map(len, build.tree().values())) < 5_000_000
    if build.published:
        assert len(build.elements("events/e/", "time")) < 100


def test_dates_at_the_ends_of_time() -> None:
    for day in ("0001-01-01", "9999-12-31"):
        hub = site(f"""
            -- content/events/e.yaml --
            title: E
            start: {day} 18:00
            end: {day} 19:00
            timezone: Pacific/Kiritimati
            mode: online
            recurrence: FREQ=DAILY
            -- content/events/a.yaml --
            title: A
            start: {day}
            all_day: true
            mode: online
            -- content/members/ada.yaml --
            name: Ada
            confirmed: {day}
            publish_on: {day}
            expires: {day}
            -- content/opportunities/o.yaml --
            title: O
            type: job
            url: https://example.org/
            posted: {day}
            deadline: {day}
        """)
        assert all(problem.message for problem in hub.check())
        hub.build()


def test_a_picture_that_would_fill_the_memory() -> None:
    from tests.stages.media.pictures import png_with_size

    hub = site(
        """
        -- content/members/ada/index.md --
        ---
        name: Ada
        image: {file: ada.png, alt: x}
        ---
        """,
        {"content/members/ada/ada.png": png_with_size(60_000, 60_000)},
    )
    codes = checked(hub)
    assert {"HG605", "HG606"} & set(codes)


def test_a_thousand_old_addresses() -> None:
    aliases = ", ".join(f"old/{number}" for number in range(1_000))
    hub = site(f"-- content/members/ada.yaml --\nname: Ada\naliases: [{aliases}]\n")
    assert len(hub.build().tree()) < 2_000
