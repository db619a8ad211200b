"""Where the files of a directory's finder are, without the locale in front."""

from hubgen.model.addresses import directory_address
from hubgen.model.schema import Collection


def finder_path(collection: Collection) -> str:
    """What is loaded first: `members/finder.json`."""
    return f"{directory_address(collection)}finder.json"


def shard_path(collection: Collection, name: str = "{name}") -> str:
    """Some cards of a large directory: `members/finder/6b1f0a9c3d.json`."""
    return f"{directory_address(collection)}finder/{name}.json"


def column_path(collection: Collection, column: str, division: str) -> str:
    """A column of a large directory: `members/finder/title-90d2c4b17e.json`."""
    return shard_path(collection, f"{column}-{division}")


def words_path(collection: Collection, division: str, drawer: int | str = "{drawer}") -> str:
    """Some words of a large directory: `members/finder/words-90d2c4b17e-4.json`."""
    return shard_path(collection, f"words-{division}-{drawer}")
