"""Everything there is: each directory, and how much is in it."""

from hubgen.model.views import Link
from hubgen.stages.plan.edition import Edition


def contents(edition: Edition) -> tuple[Link, ...]:
    """The ways to all directories, in the schema's order; `rel` is the collection's name."""
    return tuple(
        Link(
            edition.label_of(collection),
            edition.directory_url(collection),
            rel=collection.name,
            count=edition.desk.count(collection.name),
        )
        for collection in edition.desk.collections
    )
