"""Regular expressions that are compiled when they are first asked: most runs of hubgen never ask most of them."""

import re
from typing import Any, cast

ASKED = ("fullmatch", "match", "search", "sub", "subn", "split", "finditer", "findall")
"""What hubgen wants to know of a pattern."""


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, at no cost yet; a mistake in it, which is a mistake in hubgen, shows when it is first asked."""
    return cast("re.Pattern[str]", _Late(text, flags))


class _Late:
    """A pattern until it is asked; from then on its own attributes are those of the compiled one."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({each: getattr(compiled, each) for each in ASKED})
        return self.__dict__[name]
