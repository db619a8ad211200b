"""References that must never lead back to where they began."""

from collections.abc import Iterator, Mapping

from hubgen.diagnostics import Report
from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Hub, Target
from hubgen.model.schema import Field


def check_cycles(hub: Hub, report: Report) -> None:
    """Report each circle once, at the entry with the first key in it."""
    for collection in hub.collections.values():
        for field in collection.fields.values():
            if field.acyclic:
                _check_field(hub, collection.name, field, report)


def _check_field(hub: Hub, collection: str, field: Field, report: Report) -> None:
    edges = {entry.key: tuple(_targets(entry, field)) for entry in hub.of(collection)}
    for circle in _circles(edges):
        names = " -> ".join(key.partition("/")[2] for key in (*circle, circle[0]))
        report.add(
            "HG206",
            hub.entries[circle[0]].place_of(field.name),
            f"'{field.name}' runs in a circle: {names}",
            help="take one of these references out",
        )


def _targets(entry: Entry, field: Field) -> Iterator[Key]:
    value = entry.values.get(field.name, ())
    for each in value if isinstance(value, tuple) else (value,):
        if isinstance(each, Target) and each.key:
            yield each.key


def _circles(edges: Mapping[Key, tuple[Key, ...]]) -> Iterator[tuple[Key, ...]]:
    """Depth first, without recursion, since a chain of parents may be long."""
    done: set[Key] = set()
    for start in sorted(edges):
        path: list[Key] = []
        on_path: set[Key] = set()
        stack: list[tuple[Key, bool]] = [(start, False)]
        while stack:
            key, leaving = stack.pop()
            if leaving:
                on_path.discard(path.pop())
                done.add(key)
            elif key in on_path:
                yield _from_smallest(path[path.index(key) :])
            elif key not in done and key in edges:
                path.append(key)
                on_path.add(key)
                stack.append((key, True))
                stack.extend((target, False) for target in reversed(edges[key]))


def _from_smallest(circle: list[Key]) -> tuple[Key, ...]:
    first = circle.index(min(circle))
    return (*circle[first:], *circle[:first])
