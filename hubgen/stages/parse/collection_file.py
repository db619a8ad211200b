"""A whole collection in one file: a list of entries, or a mapping from slugs to entries."""

from collections.abc import Iterator
from itertools import islice

from hubgen.diagnostics import Related, Report, Span
from hubgen.model.document import Document
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.model.schema import Collection
from hubgen.model.source import Source
from hubgen.text.slugs import slug_problem, suggested_slug
from hubgen.text.yaml_reader import MANY_LIMITS

_SLUG_KEYS = ("slug", "id")
"""Keys that give an entry's slug, the first one that is there."""


def documents_of(
    node: Node, source: Source, collection: Collection, report: Report
) -> tuple[Document, ...]:
    """The entries in the file's order; each mistake costs one entry and no more."""
    node = _unwrapped(node, source)
    maker = _Maker(source, collection, report)
    if isinstance(node, Scalar):
        maker.refuse(node, "this file holds a text, and a list of entries is expected")
        return ()
    limit = MANY_LIMITS.entries
    if len(node.items) > limit:
        message = f"this file holds more than {limit:,} entries, and the rest isn't read"
        advice = "split it into files of one entry each"
        report.add("HG139", Span(source.path, node.line, node.column), message, help=advice)
    made = maker.from_list(node) if isinstance(node, Sequence) else maker.from_mapping(node)
    return tuple(maker.unique(islice(made, limit)))


def _unwrapped(node: Node, source: Source) -> Node:
    """The list under a key that only names the collection: `members: [...]`."""
    if not isinstance(node, Mapping):
        return node
    inner = node.get(source.collection)
    if inner is None and len(node.items) == 1:
        inner = node.items[0][1]
    others = [value for _, value in node.items if value is not inner]
    is_wrapper = isinstance(inner, Sequence) and all(isinstance(each, Scalar) for each in others)
    return inner if inner is not None and is_wrapper else node


class _Maker:
    def __init__(self, source: Source, collection: Collection, report: Report) -> None:
        self.source = source
        self.collection = collection
        self.report = report
        field = collection.fields.get(collection.title_field)
        self.title_names = (collection.title_field, *(field.synonyms if field else ()))
        self.title_is_text = field is not None and field.kind == "text"

    def from_list(self, node: Sequence) -> Iterator[Document | None]:
        """One entry an item."""
        return (self._of_item(item) for item in node.items)

    def from_mapping(self, node: Mapping) -> Iterator[Document | None]:
        """One entry a key."""
        return (self._of_pair(key, value) for key, value in node.items)

    def unique(self, documents: Iterator[Document | None]) -> Iterator[Document]:
        """Those that were made, each slug once."""
        seen: dict[str, Document] = {}
        for document in documents:
            if document is None:
                continue
            first = seen.setdefault(document.slug, document)
            if first is document:
                yield document
            else:
                self._refuse_twin(first, document)

    def refuse(self, node: Node, message: str) -> None:
        """Something stands where an entry was expected."""
        advice = f"write `- {self.collection.title_field}: ...` with the other fields below it"
        self.report.add("HG138", self._span(node), message, help=advice)

    # ------------------------------------------------------------ one entry

    def _of_item(self, item: Node) -> Document | None:
        if isinstance(item, Scalar) and self.title_is_text and not item.is_empty:
            slug = self._slug_from(item, item)
            return self._document(slug, self._only_title(item, item), item)
        if not isinstance(item, Mapping):
            self.refuse(item, "this item of the list is no entry: it has no fields")
            return None
        names = (name for name in _SLUG_KEYS if _is_text(item.get(name)))
        name = next(names, None)
        if name is None:
            return self._document(self._slug_from_title(item), item, item)
        written = item.get(name)
        slug = self._slug(written) if isinstance(written, Scalar) else ""
        if name not in self.collection.fields:
            item = _without(item, name)
        return self._document(slug, item, item)

    def _of_pair(self, key: Scalar, value: Node) -> Document | None:
        if isinstance(value, Mapping) and (self._has_title(value) or not slug_problem(key.text)):
            return self._document(self._slug(key), value, key)
        if isinstance(value, Mapping):
            # `Data analysis: {...}`: the key is evidently the title.
            items = ((self._title_key(key), key), *value.items)
            titled = Mapping(items, key.line, key.column, value.end_line, value.end_column)
            return self._document(self._slug_from(key, key), titled, key)
        if isinstance(value, Scalar) and self.title_is_text:
            title = key if value.is_empty else value
            return self._document(self._slug_from(key, key), self._only_title(title, key), key)
        self.refuse(value, f"'{key.text}' is no entry: it has no fields")
        return None

    def _document(self, slug: str, fields: Mapping, place: Node) -> Document | None:
        span = Span(self.source.path, place.line, place.column)
        return Document(self.source, slug, fields, span) if slug else None

    # ------------------------------------------------------------ slugs and titles

    def _slug(self, written: Scalar) -> str:
        """The slug as somebody wrote it, or the nearest that can be one."""
        problem = slug_problem(written.text)
        if problem is None:
            return written.text
        slug = self._slug_from(written, written)
        if slug:
            message = f"the name '{written.text}' {problem}; the entry is called '{slug}'"
            self.report.add("HG156", self._span(written), message, help=f"write {slug}")
        return slug

    def _slug_from(self, text: Scalar, place: Node) -> str:
        slug = suggested_slug(text.text)
        if not slug:
            message = f"no address can be made from '{text.text[:60]}'"
            advice = "give the entry a `slug` of letters from a to z, digits and hyphens"
            self.report.add("HG140", self._span(place), message, help=advice)
        return slug

    def _slug_from_title(self, item: Mapping) -> str:
        for name in self.title_names:
            title = item.get(name)
            if isinstance(title, Scalar) and not title.is_empty:
                return self._slug_from(title, title)
        message = f"this entry has no `{self.collection.title_field}`, and no `slug` either"
        advice = "give it one of them: the address of its page is made from it"
        self.report.add("HG140", self._span(item), message, help=advice)
        return ""

    def _has_title(self, fields: Mapping) -> bool:
        return any(fields.get(name) is not None for name in self.title_names)

    def _title_key(self, place: Scalar) -> Scalar:
        return Scalar(self.title_names[0], place.line, place.column, place.line, place.column)

    def _only_title(self, title: Scalar, place: Scalar) -> Mapping:
        ends = (place.line, place.column, title.end_line, title.end_column)
        return Mapping(((self._title_key(place), title),), *ends)

    def _refuse_twin(self, first: Document, second: Document) -> None:
        message = f"'{second.slug}' is the slug of two entries; the other one is in line {first.span.line}"
        advice = "give one of them a `slug` of its own, or remove it if it is the same entry twice"
        related = (Related(first.span, "the other entry"),)
        self.report.add("HG141", second.span, message, help=advice, related=related)

    def _span(self, node: Node) -> Span:
        if isinstance(node, Scalar):
            return Span(self.source.path, node.line, node.column, node.end_line, node.end_column)
        return Span(self.source.path, node.line, node.column)


def _is_text(node: Node | None) -> bool:
    return isinstance(node, Scalar) and not node.is_empty


def _without(mapping: Mapping, name: str) -> Mapping:
    items = tuple(pair for pair in mapping.items if pair[0].text != name)
    return Mapping(items, mapping.line, mapping.column, mapping.end_line, mapping.end_column)
