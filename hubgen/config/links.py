"""Links of the menu, the footer and the home page, as `site.yaml` lists them."""

from collections.abc import Collection, Iterator
from collections.abc import Mapping as MappingOf
from typing import Final

from hubgen.config.site import HomeSection, MenuItem
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.kinds import Reader, read_record
from hubgen.kinds.record import item_field, items_of
from hubgen.model.nodes import Mapping, Node, Scalar
from hubgen.model.schema import Field
from hubgen.text.reading import quoted

OWN_PAGES: Final = frozenset({"home", "search", "contribute"})
"""Pages of the site that belong to no collection."""

Fields = MappingOf[str, Field]


def read_links(
    node: Node | None, field: Field, collections: Collection[str], reader: Reader
) -> tuple[MenuItem, ...]:
    """The links of a list; those that lead nowhere are reported and left out."""
    fields = item_field(field).fields
    items = (_link(item, fields, collections, reader) for item in _items(node, field, reader))
    return tuple(item for item in items if item is not None)


def read_sections(
    node: Node | None, field: Field, collections: Collection[str], reader: Reader
) -> tuple[HomeSection, ...]:
    """The sections of the home page; those of unknown collections are reported and left out."""
    sections = []
    for item in _items(node, field, reader):
        values = read_record(item, item_field(field).fields, reader)
        place = item.get("collection") or item
        if "collection" in values and _is_collection(
            values["collection"], place, collections, reader
        ):
            sections.append(HomeSection(**values, span=reader.span(place)))
    return tuple(sections)


def _link(
    item: Mapping, fields: Fields, collections: Collection[str], reader: Reader
) -> MenuItem | None:
    values = read_record(item, fields, reader)
    to, url = values.get("to", ""), values.get("url", "")
    if bool(to) == bool(url):
        if not ({"to", "url"} & set(item.keys())) or to:
            message = "this link has both to and url" if to else "this link leads nowhere"
            place = item.get("url") or item
            reader.complain(
                "HG418", place, message, "write to: members, or url: https://example.org/"
            )
        return None
    place = item.get("to") or item
    first, _, slug = to.strip("/").partition("/")
    if (
        to
        and (slug or first not in OWN_PAGES)
        and not _is_collection(first, place, collections, reader)
    ):
        return None
    return MenuItem(values.get("label", ""), to.strip("/"), url, reader.span(place))


def _is_collection(name: str, place: Node, collections: Collection[str], reader: Reader) -> bool:
    if name in collections:
        return True
    advice = did_you_mean(name, [*collections, *OWN_PAGES])
    advice = advice or f"pages are named with their collection, such as pages/{name}"
    reader.complain("HG408", place, f"no collection is called {quoted(name)}", advice)
    return False


def _items(node: Node | None, field: Field, reader: Reader) -> Iterator[Mapping]:
    """The items of a list as records; plain text is the part that is meant."""
    meant = item_field(field).shorthand
    for item in () if node is None else items_of(node, field, reader):
        if isinstance(item, Mapping):
            yield item
        elif isinstance(item, Scalar):
            place = (item.line, item.column, item.end_line, item.end_column)
            yield Mapping(((Scalar(meant, *place), item),), *place)
        else:
            reader.complain("HG406", item, "this isn't a link", f"write {meant}: members")
