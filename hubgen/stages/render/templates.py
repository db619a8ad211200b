"""Jinja as hubgen uses it: each template compiled once, one environment for each locale, cards made once."""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, TemplateRuntimeError
from markupsafe import Markup

from hubgen.model.views import ROOT, CardView, Frame, Head
from hubgen.theme import Messages, Theme, code_of, environment, read_once


class CompiledOnce(BaseLoader):
    """Loads a theme's templates; the code of each is compiled once for all locales."""

    def __init__(self, theme: Theme) -> None:
        """Compile nothing yet."""
        self.theme = theme

    def load(
        self, environment: Environment, name: str, globals_: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template as that environment sees it."""
        if name not in self.theme.templates:
            raise TemplateNotFound(name)
        template = self.theme.templates[name]
        code = code_of(read_once(template.source, name, template.path).python, template.path)
        # Jinja hands over a chain of tables, in which a template that imports macros looks up every name one by one each time.
        return environment.template_class.from_code(environment, code, dict(globals_ or {}))


@dataclass(slots=True)
class TemplateRoom:
    """Renders templates of one theme for any locale."""

    theme: Theme
    _loader: CompiledOnce = field(init=False)
    _environments: dict[str, Environment] = field(default_factory=dict)
    _cards: list["Cards"] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Share the compiled code between locales."""
        self._loader = CompiledOnce(self.theme)

    def html(self, template: str, head: Head, view: Any, frame: Frame) -> str:
        """The page, with addresses that still begin with `ROOT`."""
        return (
            self.environment(frame.locale)
            .get_template(template)
            .render(page=head, view=view, frame=frame)
        )

    def environment(self, locale: str) -> Environment:
        """The environment whose functions speak that locale."""
        found = self._environments.get(locale)
        if found is None:
            found = self._environments[locale] = self._make(self.theme.messages_for(locale))
        return found

    def forget_cards(self) -> None:
        """Let go of the cards made so far."""
        for each in self._cards:
            each.made.clear()

    def _make(self, messages: Messages) -> Environment:
        env = environment()
        cards = Cards(env, self.theme)
        self._cards.append(cards)
        env.loader = self._loader
        env.globals.update(
            t=messages.text,
            forms=messages.forms,
            asset=_asset(self.theme),
            icon=_icon(self.theme),
            card=cards,
            options=self.theme.options,
        )
        return env


class Cards:
    """The HTML of cards in one locale, each made once however many lists it is in."""

    def __init__(self, env: Environment, theme: Theme) -> None:
        """Make no card yet."""
        self.env = env
        self.theme = theme
        # The card is kept beside its HTML, so that no other object can come to have its id.
        # As bytes it takes half the memory: one letter of Asia or of ours (`ROOT`) makes each letter of a text two bytes wide.
        self.made: dict[int, tuple[CardView, bytes]] = {}

    def __call__(self, view: CardView) -> Markup:
        """The card's HTML."""
        made = self.made.get(id(view))
        if made is None:
            own = f"cards/{view.collection}.html"
            name = own if self.theme.has(own) else "cards/card.html"
            html = self.env.get_template(name).render(view=view).strip()
            made = self.made[id(view)] = (view, html.encode("utf-8", "surrogatepass"))
        return Markup(made[1].decode("utf-8", "surrogatepass"))


def _asset(theme: Theme) -> Callable[[str], str]:
    addresses = {name: ROOT + asset.url for name, asset in theme.assets.items()}

    def asset(name: str) -> str:
        """The address of one of the theme's files."""
        if name not in addresses:
            raise TemplateRuntimeError(f"the theme has no file '{name}'")
        return addresses[name]

    return asset


def _icon(theme: Theme) -> Callable[[str], Markup]:
    icons = {name: Markup(_decorative(name, svg)) for name, svg in theme.icons.items()}

    def icon(name: str) -> Markup:
        """An icon as inline SVG, silent to screen readers: words stand beside it."""
        if name not in icons:
            raise TemplateRuntimeError(f"the theme has no icon '{name}'")
        return icons[name]

    return icon


def _decorative(name: str, svg: str) -> str:
    shown = f'<svg class="icon icon-{name}" aria-hidden="true" focusable="false" '
    return svg.replace("<svg ", shown, 1)
