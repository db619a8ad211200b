"""Who knows about an entry: its own address, or that of a person whom it names; addresses that aren't published count, too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from hubgen.diagnostics import Report
from hubgen.files.limits import SIZE_LIMITS
from hubgen.files.reading import HubFolder, Unreadable
from hubgen.model.entry import Entry
from hubgen.model.hub import Hub, Target
from hubgen.model.nodes import Scalar
from hubgen.model.source import Source
from hubgen.stages.parse import parse
from hubgen.tending.asks import Contact
from hubgen.text.email_addresses import read_email

KEEPERS: Final = frozenset(
    {"member", "organizers", "hosts", "facilitators", "leads", "maintainers", "posted_by"}
    | {"recommended_by", "owner"}
)
"""Fields that name who looks after an entry; a mentee or a speaker isn't asked about it."""


@dataclass(frozen=True)
class Contacts:
    """Finds addresses in the files themselves, since what isn't published is in no entry."""

    hub: Hub
    folder: HubFolder
    sources: Mapping[str, Source]
    """By path."""
    _known: dict[str, dict[str, str]] = field(default_factory=dict)
    """By path, by slug: the address that the file names."""

    def of(self, entry: Entry) -> Contact:
        """The entry's own address, or that of the first person whom it names and who has one."""
        account = str(entry.values.get("owner", ""))
        for each in (entry, *self._named_by(entry)):
            if email := self._email(each):
                return Contact(self.hub.title(each), email, account)
        return Contact("", "", account)

    def _named_by(self, entry: Entry) -> Iterator[Entry]:
        """The people and groups who look after it, in the schema's order."""
        collection = self.hub.collections[entry.collection]
        for each in collection.fields_of_kind("reference", "references"):
            if not collection.custom and each.name not in KEEPERS:
                continue
            value = entry.values.get(each.name, ())
            for target in value if isinstance(value, tuple) else (value,):
                if isinstance(target, Target) and target.key in self.hub.entries:
                    yield self.hub.entries[target.key]

    def _email(self, entry: Entry) -> str:
        path = entry.span.path
        if path not in self._known:
            self._known[path] = dict(self._emails(path))
        return self._known[path].get(entry.slug, "")

    def _emails(self, path: str) -> Iterator[tuple[str, str]]:
        source = self.sources.get(path)
        if source is None:
            return
        collection = self.hub.collections[source.collection]
        names = [each.name for each in collection.fields_of_kind("email")]
        if not names:
            return
        try:
            data = self.folder.read(path, SIZE_LIMITS[source.shape])
        except Unreadable:
            return
        for document in parse(source, data, collection, Report()):
            for name in names:
                node = document.fields.get(name)
                email = read_email(node.text).value if isinstance(node, Scalar) else None
                if email:
                    yield document.slug, email
                    break
