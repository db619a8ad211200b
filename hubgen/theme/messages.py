"""The words of the interface: messages by key, in the locale asked for or the nearest one that has them."""

import json
import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from hubgen.text.locales import format_number, plural_form
from hubgen.text.patterns import pattern

PLACEHOLDER = pattern(r"\{(\w+)\}")


class Message(Struct, frozen=True):
    """One message in one language."""

    locale: str
    """The language in which it is written: its plurals follow that one's rule."""
    forms: Mapping[str, str]
    """By plural form (CLDR: zero, one, two, few, many, other); a plain message has only `other`."""

    def fill(self, values: Mapping[str, Any]) -> str:
        """The text with `{name}` replaced; a name without a value stays as written."""
        if not values:
            return self.forms["other"]
        text = self._form(values.get("n"))
        return PLACEHOLDER.sub(lambda match: self._shown(match, values), text)

    def _form(self, n: Any) -> str:
        if isinstance(n, int | float) and len(self.forms) > 1:
            exact = self.forms.get("zero") if n == 0 else None
            return exact or self.forms.get(plural_form(n, self.locale), self.forms["other"])
        return self.forms["other"]

    def _shown(self, match: re.Match[str], values: Mapping[str, Any]) -> str:
        name = match[1]
        if name not in values:
            return match[0]
        value = values[name]
        if name == "n" and isinstance(value, int | float):
            return format_number(value, self.locale)
        return str(value)


class Messages(Struct, frozen=True):
    """All messages for one locale, those of its fallbacks included."""

    locale: str
    by_key: Mapping[str, Message] = field(default_factory=dict)
    digest: str = ""
    """Changes with any message."""

    def get(self, key: str, /, **values: Any) -> str | None:
        """The message, or None when neither the locale nor a fallback has it."""
        message = self.by_key.get(key)
        return None if message is None else message.fill(values)

    def text(self, key: str, /, **values: Any) -> str:
        """The message, its plural form chosen by `n`; the key itself where nobody wrote one."""
        message = self.by_key.get(key)
        return key if message is None else message.fill(values)

    def forms(self, key: str, /) -> str:
        """All plural forms of the message, and the language whose rule chooses among them, as JSON for scripts."""
        message = self.by_key.get(key)
        found = {"lang": self.locale, "other": key}
        if message is not None:
            found = {"lang": message.locale, **message.forms}
        return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
