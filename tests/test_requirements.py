"""The pins: every package by its hash, no registry's address, nothing missing."""

import json
import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
METADATA = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", ["run", "dev"])
def test_every_pin_has_a_hash_and_no_address(name: str) -> None:
    text = _text(name)
    pins = re.split(r"\n(?=[a-z])", re.sub(r"(?m)^\s*#.*\n", "", text))
    assert all("--hash=sha256:" in pin for pin in pins)
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text)


def test_what_runs_is_pinned_alike_for_developers() -> None:
    assert _pins("run").items() <= _pins("dev").items()


@pytest.mark.parametrize(
    "name, wanted",
    [
        ("run", METADATA["project"]["dependencies"]),
        ("run", METADATA["build-system"]["requires"]),
        ("dev", METADATA["project"]["optional-dependencies"]["dev"]),
    ],
)
def test_what_the_metadata_asks_for_is_pinned(name: str, wanted: list[str]) -> None:
    names = {re.split(r"[^\w.-]", requirement)[0] for requirement in wanted}
    assert names <= _pins(name).keys()


def test_the_html_checker_is_locked_by_hash_and_no_address() -> None:
    text = (CHECKOUT / "tests" / "html" / "package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]
    assert all(package["integrity"] for name, package in packages.items() if name)
    assert "://" not in text


def _text(name: str) -> str:
    return (CHECKOUT / "requirements" / f"{name}.txt").read_text("utf-8")


def _pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^([\w.-]+)==(\S+)", _text(name)))
