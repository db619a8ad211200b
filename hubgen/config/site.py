"""The hub's settings as values: what `site.yaml` says, and a sensible answer where it is silent."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct, field

from hubgen.diagnostics import Severity, Span
from hubgen.model.schema import Collection
from hubgen.model.values import Markdown
from hubgen.text.markdown import MarkdownOptions

DEFAULT_WIDTHS: Final = (320, 640, 1280)
"""Of pictures: a phone, a tablet, a screen."""


class ThemeSettings(Struct, frozen=True):
    """Which theme, and what the hub asks of it; the theme itself knows whether it has such options."""

    name: str = "commons"
    options: Mapping[str, str] = field(default_factory=dict)
    """Raw text by option."""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where each option's value stands."""
    span: Span = field(default_factory=lambda: Span("site.yaml"))
    """Where the theme is named."""


class MenuItem(Struct, frozen=True):
    """Something to follow in the menu, the footer or on the home page."""

    label: str = ""
    """Empty: the title of what it leads to."""
    to: str = ""
    """A collection (`members`), an entry (`pages/about`), or a page of the site's own: `home`, `search`."""
    url: str = ""
    """An address outside the hub; one of `to` and `url` is empty."""
    span: Span = field(default_factory=lambda: Span("site.yaml"))


class FooterSettings(Struct, frozen=True):
    """What stands below every page."""

    text: str = ""
    links: tuple[MenuItem, ...] = ()


class HomeSection(Struct, frozen=True):
    """A short list of a collection's entries on the home page: the next ones, the newest ones, or the first ones."""

    collection: str
    label: str = ""
    """Empty: the collection's own label."""
    count: int = 6
    span: Span = field(default_factory=lambda: Span("site.yaml"))


class HomeSettings(Struct, frozen=True):
    """What the first page says and shows."""

    intro: Markdown | None = None
    sections: tuple[HomeSection, ...] = ()
    actions: tuple[MenuItem, ...] = ()
    """What a newcomer can do first."""


class SkillSettings(Struct, frozen=True):
    """How strict the hub is about the names of skills."""

    unknown: Severity = Severity.WARNING
    """For a skill that no entry of the collection `skills` defines."""


class SearchSettings(Struct, frozen=True):
    """What finds things in the hub."""

    engine: str = "auto"
    """auto, minisearch, index, off"""


class ConsentSettings(Struct, frozen=True):
    """Whether members must have agreed to be shown, and to which version of the agreement."""

    required: bool = False
    version: str = ""
    """The current one; empty: any."""


class Repository(Struct, frozen=True):
    """Where the hub's sources live, for links to edit a page."""

    url: str
    """Without a trailing slash: `https://github.com/example/hub`."""
    branch: str = "main"
    host: str = ""
    """The software that it runs on: github, gitlab, gitea, forgejo; empty when unknown."""


class Limits(Struct, frozen=True):
    """The size beyond which a file is refused unread: the defence against a pull request that would exhaust the build."""

    content_kb: int = 1024
    """Of one content file."""
    image_mb: int = 20
    file_mb: int = 50
    """Of slides and other files beside entries."""
    entries: int = 100_000
    """Of the whole hub."""


class Translation(Struct, frozen=True):
    """The hub's own words in another of its languages."""

    title: str = ""
    tagline: str = ""
    description: str = ""
    footer: str = ""
    home: Markdown | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    """Any label of the menu, a collection or a field: how it stands in the default language -> here."""


class Site(Struct, frozen=True):
    """Every setting of the hub."""

    collections: Mapping[str, Collection]
    """Those that the hub uses, built-in ones first."""
    title: str = "A learning network"
    tagline: str = ""
    description: str = ""
    base_url: str = ""
    """With a trailing slash; empty when it isn't known."""
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    """The default one first."""
    timezone: str = "UTC"
    theme: ThemeSettings = field(default_factory=ThemeSettings)
    markdown: MarkdownOptions = field(default_factory=MarkdownOptions)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """By code, for `Report.overrides`."""
    skills: SkillSettings = field(default_factory=SkillSettings)
    search: SearchSettings = field(default_factory=SearchSettings)
    menu: tuple[MenuItem, ...] = ()
    """Empty: the directories that have entries."""
    footer: FooterSettings = field(default_factory=FooterSettings)
    home: HomeSettings = field(default_factory=HomeSettings)
    image_widths: tuple[int, ...] = DEFAULT_WIDTHS
    """In pixels, ascending."""
    feeds: tuple[str, ...] = ()
    """Collections that have an Atom feed."""
    feed_entries: int = 30
    keep_days: int = 30
    """How long something stays in lists after its deadline."""
    stale_after_months: int = 18
    consent: ConsentSettings = field(default_factory=ConsentSettings)
    repository: Repository | None = None
    static: str = "static"
    """The hub's folder whose files are copied as they are."""
    limits: Limits = field(default_factory=Limits)
    translations: Mapping[str, Translation] = field(default_factory=dict)
    """By language."""

    @property
    def texts(self) -> tuple[Markdown, ...]:
        """Every Markdown text of `site.yaml`."""
        homes = (self.home.intro, *(each.home for each in self.translations.values()))
        return tuple(text for text in homes if text is not None)

    def stale_after(self, collection: Collection) -> int:
        """Months after the last review when an entry of the collection may be out of date."""
        return collection.stale_after or self.stale_after_months

    def in_language(self, text: str, language: str) -> str:
        """A label of `site.yaml` or the schema in another of the hub's languages, or itself where nobody translated it."""
        translation = self.translations.get(language)
        return translation.labels.get(text, text) if translation else text
