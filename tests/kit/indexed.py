"""Reads the files of a search index as its scripts do (docs/search-index.md)."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.kit.finding import rows_of
from tests.kit.hub import Build

FOLDER = "search/"

Weighed = dict[str, dict[int, list[int]]]
"""By word, and by what it weighs: the rows in which it does."""


@dataclass(frozen=True)
class Indexed:
    """The index of a built site in one of its languages."""

    build: Build
    locale: str = "en"

    @cached_property
    def start(self) -> dict[str, Any]:
        """What is loaded first."""
        return self.file(f"index.{self.locale}.json")

    def file(self, name: str) -> dict[str, Any]:
        """The file of that name, seen from the first one."""
        found: dict[str, Any] = json.loads(self.build.files[FOLDER + name])
        assert found["version"] == 3
        return found

    @cached_property
    def shards(self) -> list[dict[str, Any]]:
        """All rows, shard by shard."""
        where = self.start["rows"]
        made = [self.file(where["file"].replace("{name}", name)) for name in where["names"]]
        assert [len(each["url"]) for each in made] == where["sizes"]
        return made

    def column(self, name: str) -> list[Any]:
        """One column of all rows."""
        return [value for shard in self.shards for value in shard[name]]

    def row(self, url: str) -> dict[str, Any]:
        """What is known of that page, but for its card."""
        place = self.column("url").index(url)
        names = ("title", "lang", "summary", "body", "meant")
        return {name: self.column(name)[place] for name in names}

    def words(self, kind: int) -> Weighed:
        """All words of that kind: 0 for names, 1 for texts."""
        return self._weighed(self.start["words"][kind])

    @cached_property
    def common(self) -> Weighed:
        """The words that many texts say, once more."""
        return self._weighed(self.start["common"])

    def _weighed(self, where: dict[str, Any]) -> Weighed:
        found: Weighed = {}
        for number in range(where["drawers"]):
            drawer = self.file(where["file"].replace("{drawer}", str(number)))
            if drawer["words"]:
                columns = (drawer["words"], drawer["weights"], rows_of(drawer["rows"]))
                for word, weight, rows in zip(*columns, strict=True):
                    found.setdefault(word, {})[weight] = rows
        return found

    def choices(self, number: int) -> dict[str, list[int]]:
        """The choices in that drawer, and the rows that have them."""
        drawer = self.file(self.start["choices"]["file"].replace("{drawer}", str(number)))
        if not drawer["values"]:
            return {}
        return dict(zip(drawer["values"], rows_of(drawer["rows"]), strict=True))

    def filter(self, name: str) -> list[list[str]]:
        """For each row what it chose."""
        column = self.file(self.start["filters"][name])
        values = [value for value, _ in column["values"]]
        return [[values[place] for place in row] for row in rows_of(column["rows"])]
