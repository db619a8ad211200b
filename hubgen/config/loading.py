"""From `site.yaml` to a Site: every mistake is reported, and what is wrong or missing has its default."""

from collections.abc import Mapping as MappingOf
from typing import Any, Final
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from hubgen.config.base_url import read_base_url
from hubgen.config.hub_collections import hub_collections
from hubgen.config.links import read_links, read_sections
from hubgen.config.place import SITE_FILE
from hubgen.config.settings import parts_of, setting_fields
from hubgen.config.site import (
    DEFAULT_WIDTHS,
    ConsentSettings,
    FooterSettings,
    HomeSettings,
    Limits,
    Repository,
    SearchSettings,
    Site,
    SkillSettings,
    ThemeSettings,
    Translation,
)
from hubgen.diagnostics import Report, Severity, Span
from hubgen.diagnostics.catalog import CATALOG
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.files.limits import ENTRY_FILE_LIMIT
from hubgen.files.reading import HubFolder, Unreadable
from hubgen.kinds import Reader, read_record
from hubgen.kinds.filling import by_name
from hubgen.kinds.shapes import is_absent, wrong_shape
from hubgen.model.nodes import Mapping, Node, Scalar
from hubgen.model.schema import Collection
from hubgen.model.values import Markdown
from hubgen.text.decoding import decode
from hubgen.text.markdown import MarkdownOptions, MarkdownRenderer
from hubgen.text.reading import quoted
from hubgen.text.standing import standing_of
from hubgen.text.yaml_reader import read_yaml

_READ_BY_HAND: Final = ("theme", "collections", "menu", "footer", "home")
"""Settings whose places are needed later, or whose words are definitions."""
_KNOWN_HOSTS: Final = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "forgejo"}


def load_site(folder: HubFolder, report: Report) -> Site:
    """The hub's settings; whatever is wrong with them is in the report, and the rest can go on."""
    try:
        text = decode(folder.read(SITE_FILE, ENTRY_FILE_LIMIT), SITE_FILE, report)
    except Unreadable as problem:
        _report_unreadable(folder, problem, report)
        return Site(hub_collections(None, (), Reader(SITE_FILE, Report())))
    return read_site(text or "", report)


def read_site(text: str, report: Report) -> Site:
    """The settings that the text of a `site.yaml` makes."""
    node = read_yaml(text, SITE_FILE, report)
    if node is not None and not isinstance(node, Mapping):
        message = "site.yaml must hold settings: names with values"
        advice = "write title: The name of your hub"
        report.add("HG402", Reader(SITE_FILE, report).span(node), message, help=advice)
    # After broken syntax nothing is known of the settings: that they are missing would be untrue.
    reader = Reader(
        SITE_FILE, report if isinstance(node, Mapping) or not text.strip() else Report()
    )
    mapping = node if isinstance(node, Mapping) else Mapping((), 1, 1, 1, 1)
    return _Loading(by_name(mapping, setting_fields(), reader), reader).site()


def _report_unreadable(folder: HubFolder, problem: Unreadable, report: Report) -> None:
    if folder.holds(SITE_FILE):
        report.add(problem.code, Span(SITE_FILE), problem.reason, help=problem.help)
        return
    advice = "make a new hub here with: hubgen init"
    if folder.holds("site.yml"):
        advice = "there is a site.yml: call it site.yaml"
    report.add(
        "HG401", Span(SITE_FILE), "there is no site.yaml here, so this is no hub", help=advice
    )


class _Loading(Struct, frozen=True):
    mapping: Mapping
    reader: Reader

    def site(self) -> Site:
        """Every setting of the file."""
        values = read_record(_without(self.mapping, _READ_BY_HAND), setting_fields(), self.reader)
        languages = _languages(values)
        options = MarkdownOptions(**values.get("markdown", {}))
        collections = hub_collections(self.mapping.get("collections"), languages, self.reader)
        consent = ConsentSettings(**values.get("consent", {}))
        if consent.required:
            collections = _with_consent(collections)
        rich = _Loading(self.mapping, replace(self.reader, markdown=self._renderer(options)))
        return Site(
            collections,
            base_url=self._base_url(),
            language=languages[0],
            languages=languages,
            theme=self._theme(),
            markdown=options,
            severities=self._severities(values.get("diagnostics", {})),
            skills=SkillSettings(Severity(values.get("skills", {}).get("unknown", "warning"))),
            search=SearchSettings(**values.get("search", {})),
            menu=read_links(
                self.mapping.get("menu"), setting_fields()["menu"], collections, self.reader
            ),
            footer=self._footer(collections),
            home=rich._home(collections),
            image_widths=_widths(values.get("images", {})),
            feeds=self._feeds(values.get("feeds"), collections),
            consent=consent,
            repository=_repository(values.get("repository")),
            static=self._static(values.get("static", "")),
            limits=Limits(**values.get("limits", {})),
            translations=rich._translations(languages),
            stale_after_months=values.get("stale_after", 18),
            **_plain(values),
        )

    def _span(self, name: str) -> Span:
        """Where a setting stands, or the file's beginning."""
        node = self.mapping.get(name)
        return self.reader.span(node) if node is not None else Span(SITE_FILE)

    def _renderer(self, options: MarkdownOptions) -> Any:
        def markdown(scalar: Scalar) -> Markdown:
            renderer = MarkdownRenderer(options)
            standing = standing_of(scalar, SITE_FILE)
            return renderer.render(scalar.text, standing, self.reader.report)

        return markdown

    def _base_url(self) -> str:
        node = self.mapping.get("base_url")
        if not isinstance(node, Scalar) or node.is_empty:
            return ""
        reading = read_base_url(node.text)
        for remark in reading.remarks:
            self.reader.complain(remark.code, node, remark.message, remark.help)
        return reading.value or ""

    def _theme(self) -> ThemeSettings:
        node = self._node("theme", "name")
        if node is None:
            return ThemeSettings()
        fields, reader = parts_of("theme"), self.reader.inside("theme")
        node = by_name(node, fields, reader)
        values = read_record(_without(node, ("options",)), fields, reader)
        options = self._options(node.get("options"))
        name = node.get("name")
        return ThemeSettings(
            values.get("name", "commons"),
            {key: value.text for key, value in options.items()},
            {key: self.reader.span(value) for key, value in options.items()},
            self.reader.span(name or node),
        )

    def _options(self, node: Node | None) -> dict[str, Scalar]:
        options = {}
        if node is not None and not isinstance(node, Mapping) and not is_absent(node):
            field = parts_of("theme")["options"]
            wrong_shape(node, field, self.reader.inside("theme"), "names with a value each")
        for key, value in node.items if isinstance(node, Mapping) else ():
            if isinstance(value, Scalar):
                options[key.text] = value
            else:
                message = f"the theme's option {quoted(key.text)} takes one value"
                self.reader.complain(
                    "HG406", value, message, f"write {key.text}: a word or a number"
                )
        return {name: value for name, value in options.items() if not value.is_empty}

    def _footer(self, collections: MappingOf[str, Collection]) -> FooterSettings:
        node = self._node("footer", "text")
        if node is None:
            return FooterSettings()
        fields = parts_of("footer")
        reader = self.reader.inside("footer")
        node = by_name(node, fields, reader)
        values = read_record(_without(node, ("links",)), fields, reader)
        links = read_links(node.get("links"), fields["links"], collections, reader)
        return FooterSettings(values.get("text", ""), links)

    def _home(self, collections: MappingOf[str, Collection]) -> HomeSettings:
        node = self._node("home", "intro")
        if node is None:
            return HomeSettings()
        fields = parts_of("home")
        reader = self.reader.inside("home")
        node = by_name(node, fields, reader)
        values = read_record(_without(node, ("sections", "actions")), fields, reader)
        return HomeSettings(
            values.get("intro"),
            read_sections(node.get("sections"), fields["sections"], collections, reader),
            read_links(node.get("actions"), fields["actions"], collections, reader),
        )

    def _translations(self, languages: tuple[str, ...]) -> dict[str, Translation]:
        node = self._node("translations", "")
        translations = {}
        for key, value in node.items if node else ():
            if key.text not in languages[1:]:
                message = f"{quoted(key.text)} is no further language of the hub"
                advice = (
                    did_you_mean(key.text, languages[1:])
                    or f"add it: languages: [{', '.join((*languages, key.text))}]"
                )
                self.reader.complain("HG420", key, message, advice)
            elif isinstance(value, Mapping):
                reader = self.reader.inside("translations").inside(key.text)
                words = read_record(value, parts_of("translations"), reader)
                translations[key.text] = Translation(**words)
        return translations

    def _severities(self, given: MappingOf[str, str]) -> dict[str, Severity]:
        node = self.mapping.get("diagnostics")
        for key, _ in node.items if isinstance(node, Mapping) else ():
            if key.text not in CATALOG:
                message = f"no diagnostic has the code {quoted(key.text)}"
                self.reader.complain("HG404", key, message, did_you_mean(key.text, CATALOG))
        return {code: Severity(given[code]) for code in sorted(given) if code in CATALOG}

    def _feeds(
        self, given: tuple[str, ...] | None, collections: MappingOf[str, Collection]
    ) -> tuple[str, ...]:
        if given is None:
            return tuple(name for name, collection in collections.items() if collection.feed)
        for name in given:
            if name not in collections:
                place = self.mapping.get("feeds") or self.mapping
                message = f"no collection is called {quoted(name)}"
                self.reader.complain("HG408", place, message, did_you_mean(name, collections))
        return tuple(name for name in dict.fromkeys(given) if name in collections)

    def _static(self, folder: str) -> str:
        name = folder.strip("/")
        parts = name.split("/")
        if not name or name == "static":
            return "static"
        if (
            ".." in parts
            or "\\" in name
            or ":" in name
            or parts[0] in {"content", "_site", ".hubgen"}
        ):
            place = self.mapping.get("static") or self.mapping
            message = f"{quoted(folder)} isn't a folder of files to copy"
            self.reader.complain(
                "HG419", place, message, "name a folder of the hub, such as static"
            )
            return "static"
        return name

    def _node(self, name: str, meant: str) -> Mapping | None:
        """A setting as a record; plain text is the part that is `meant`."""
        node = self.mapping.get(name)
        if node is None or is_absent(node):
            return None
        if isinstance(node, Mapping):
            return node
        if isinstance(node, Scalar) and meant:
            place = (node.line, node.column, node.end_line, node.end_column)
            return Mapping(((Scalar(meant, *place), node),), *place)
        if meant:
            wrong_shape(node, setting_fields()[name], self.reader, "named parts")
        return None


def _plain(values: MappingOf[str, Any]) -> dict[str, Any]:
    """The settings that are taken as they were read."""
    names = ("title", "tagline", "description", "timezone", "keep_days", "feed_entries")
    return {name: values[name] for name in names if name in values}


def _languages(values: MappingOf[str, Any]) -> tuple[str, ...]:
    default = values.get("language", "en")
    return tuple(dict.fromkeys((default, *values.get("languages", ()))))


def _with_consent(collections: dict[str, Collection]) -> dict[str, Collection]:
    """The same collections, where nobody is shown who has not agreed: who may agree, must."""
    return {
        name: replace(
            collection,
            fields={
                key: replace(field, required=True) if key == "consent" else field
                for key, field in collection.fields.items()
            },
        )
        for name, collection in collections.items()
    }


def _widths(values: MappingOf[str, Any]) -> tuple[int, ...]:
    return tuple(sorted(set(values.get("widths") or DEFAULT_WIDTHS)))


def _repository(values: MappingOf[str, Any] | None) -> Repository | None:
    if not values or "url" not in values:
        return None
    url = values["url"].rstrip("/").removesuffix(".git")
    host = values.get("host") or _KNOWN_HOSTS.get(urlsplit(url).hostname or "", "")
    return Repository(url, values.get("branch", "main"), host)


def _without(mapping: Mapping, names: tuple[str, ...]) -> Mapping:
    """The same keys, where those that are read by hand say nothing."""
    items = tuple(
        (key, _nothing(value) if key.text in names else value) for key, value in mapping.items
    )
    return Mapping(items, mapping.line, mapping.column, mapping.end_line, mapping.end_column)


def _nothing(node: Node) -> Scalar:
    return Scalar("", node.line, node.column, node.end_line, node.end_column)
