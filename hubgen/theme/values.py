"""A theme as a value: everything that pages need of it, read once and never changed."""

from collections.abc import Mapping

from msgspec import Struct, field

from hubgen.diagnostics import Span
from hubgen.theme.messages import Messages

OptionValue = str | int | float | bool


class Option(Struct, frozen=True):
    """Something that a hub may set in `site.yaml` to make the theme its own."""

    name: str
    type: str
    """A key of `OPTION_TYPES`: text, choice, boolean, integer, number, color."""
    default: OptionValue
    choices: tuple[str, ...] = ()
    """For type choice."""
    token: str = ""
    """The custom property that the option sets, such as `--accent`; empty when only templates read it."""
    help: str = ""


class Template(Struct, frozen=True):
    """One template, and what else its pages are made of."""

    name: str
    """`pages/home.html`; `commons/pages/home.html` for the version of an extended theme."""
    path: str
    """The file, for messages."""
    source: str
    digest: str
    closure: tuple[str, ...] = ()
    """The names of all templates that it can reach, itself included, sorted."""

    def place(self, line: int, word: str = "") -> Span:
        """Where the word stands in that line, or the line's beginning."""
        lines = self.source.split("\n")
        column = lines[line - 1].find(word) if word and 0 < line <= len(lines) else -1
        if column < 0:
            return Span(self.path, line)
        return Span(self.path, line, column + 1, line, column + 1 + len(word))


class ThemeAsset(Struct, frozen=True):
    """One file that the site carries for its looks; its address changes with its bytes."""

    name: str
    """What templates call it: `css/site.css`."""
    path: str
    """The file, for messages; of a bundle, its first."""
    url: str
    """Relative to the site's root: `assets/css/site.3f9a1c2b.css`."""
    digest: str
    data: bytes


class Theme(Struct, frozen=True):
    """A theme with all that it extends, and the hub's own settings."""

    name: str
    manifest: Span
    """Where to point when something of the whole theme is wrong."""
    options: Mapping[str, OptionValue]
    templates: Mapping[str, Template]
    assets: Mapping[str, ThemeAsset]
    icons: Mapping[str, str]
    """Inline SVG by name."""
    messages: Mapping[str, Messages]
    surface: str
    """Digest of all that templates may call beside other templates: options, addresses of assets, icons."""
    closures: Mapping[str, str] = field(default_factory=dict)

    def has(self, template: str) -> bool:
        """Whether the theme has a template of that name."""
        return template in self.templates

    def closure_digest(self, template: str) -> str:
        """Changes exactly when a template that pages of this one can reach is edited, added or removed."""
        return self.closures[template]

    def messages_for(self, locale: str) -> Messages:
        """The words in that locale, or in the nearest one that the theme speaks."""
        for candidate in (locale, locale.split("-", maxsplit=1)[0], "en"):
            if candidate in self.messages:
                return self.messages[candidate]
        return Messages(locale)
