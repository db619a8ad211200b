"""Every page of the example hub is valid HTML, as an offline checker understands the standard."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

import pytest

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
SHOWN = 30


@pytest.fixture(scope="module")
def node() -> str:
    """Node's program, where the checker is installed; in CI it must be."""
    found = shutil.which("node")
    if found and PROGRAM.exists():
        return found
    lacking = "the HTML checker is not installed: it needs Node 20.19 or newer, then ./dev test"
    if os.environ.get("CI"):
        pytest.fail(lacking)
    pytest.skip(lacking)


def test_every_page_is_valid(node: str, example_site: Path) -> None:
    messages = list(_messages(node, example_site))
    shown = "\n".join(messages[:SHOWN])
    assert not messages, f"{len(messages)} messages, of which the first are:\n{shown}"


@pytest.mark.parametrize(
    "body, rule",
    [
        ("<p>one<div>two</div></p>", "no-implicit-close"),
        ('<p id="a">one</p><p id="a">two</p>', "no-dup-id"),
        ('<p style="color: red">one</p>', "no-inline-style"),
        ('<img src="a.png">', "wcag/h37"),
        ('<label for="b">one</label>', "no-missing-references"),
    ],
)
def test_the_checker_sees_mistakes(node: str, tmp_path: Path, body: str, rule: str) -> None:
    page = (
        f'<!doctype html>\n<html lang="en"><head><title>a</title></head><body>{body}</body></html>'
    )
    (tmp_path / "index.html").write_text(page, "utf-8")
    assert any(message.endswith(f"({rule})") for message in _messages(node, tmp_path))


def _messages(node: str, site: Path) -> Iterator[str]:
    """Each message as "page:line:column: what (rule)"."""
    assert any(site.rglob("*.html")), f"{site} holds no page"
    config = HERE / "html-validate.config.cjs"
    arguments = ["--config", str(config), "--formatter", "json", "--ext", "html", str(site)]
    # Into a file, not a pipe: the checker ends without waiting until a full pipe is read.
    with TemporaryFile("w+", encoding="utf-8") as answer:
        run = subprocess.run(
            [node, str(PROGRAM), *arguments], stdout=answer, stderr=subprocess.PIPE, check=False
        )
        assert run.returncode in {0, 1}, run.stderr
        answer.seek(0)
        pages = json.load(answer)
    for page in pages:
        path = Path(page["filePath"]).relative_to(site.resolve()).as_posix()
        for message in page["messages"]:
            place = f"{path}:{message['line']}:{message['column']}"
            yield f"{place}: {message['message']} ({message['ruleId']})"
