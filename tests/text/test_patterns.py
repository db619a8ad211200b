"""Patterns that are compiled late: each can be, and answers as a compiled one."""

import gc
import importlib
import pkgutil
import re

import pytest

import hubgen
from hubgen.text import patterns
from hubgen.text.patterns import pattern


def test_every_pattern_of_hubgen_can_be_compiled() -> None:
    for module in pkgutil.walk_packages(hubgen.__path__, "hubgen."):
        if module.name != "hubgen.__main__":
            importlib.import_module(module.name)
    gc.unfreeze()  # Builds in this process set aside what there was.
    late = [each for each in gc.get_objects() if type(each) is patterns._Late]
    assert len(late) > 100
    for each in late:
        assert each.sub("", "") == ""


def test_nothing_is_compiled_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def compile_(text: str, flags: int) -> re.Pattern[str]:
        compiled.append(text)
        return at_once(text, flags)

    at_once = re.compile
    monkeypatch.setattr(re, "compile", compile_)
    word = pattern("[a-z]+")
    assert word.pattern == "[a-z]+"
    assert not compiled
    found = word.fullmatch("loom")
    assert found is not None
    assert found[0] == "loom"
    assert word.split("a1b", 1) == ["", "1b"]
    assert compiled == ["[a-z]+"]


def test_flags_hold() -> None:
    assert pattern("LOOM", re.IGNORECASE).match("loom")
    assert not pattern("LOOM").match("loom")


def test_a_mistake_shows_when_it_is_asked() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.match("")


def test_what_patterns_have_not_it_has_not_either() -> None:
    assert not hasattr(pattern("x"), "compile")
