"""How a search index is cut, so that a browser loads little of it for a question: rows in shards, words in drawers."""

from msgspec import Struct

from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.search.records import searched_keys
from hubgen.stages.plan.shards import Division, divided

REACH = 4
"""Rows before and after the first one of a shard, among which it is chosen: so shards have some nine rows, 6 kB with their texts."""
FEWEST = 16
"""Drawers at least."""
WHOLE = 1000
"""More letters than any word has, so that all of them decide."""


class Words(Struct, frozen=True):
    """Words that lie in drawers of their own, by how they begin."""

    name: str
    letters: int
    """So many letters decide in which drawer a word lies; whoever knows as many finds the word by its beginning."""
    share: int
    """A drawer for so many rows: it grows with the hub, so that what a drawer weighs doesn't."""

    def drawers(self, rows: int) -> int:
        """How many drawers there are: a power of two, so that a row more hardly ever changes it."""
        return max(FEWEST, 1 << (rows // self.share).bit_length())

    def drawer_of(self, word: str, drawers: int) -> int:
        """In which of so many drawers the word lies; `postings.js` has the same rule."""
        number = 0
        for letter in word[: self.letters]:
            number = (31 * number + ord(letter)) % drawers
        return number


NAMES = Words("names", letters=2, share=512)
"""What pages are called, can do and say in a line."""
TEXTS = Words("texts", letters=3, share=64)
"""What only their texts say."""
WORDS = (NAMES, TEXTS)
COMMON = Words("common", letters=WHOLE, share=64)
"""Words that many texts say, once more, each to be found as a whole: who asks for `the` doesn't load `then`, `there` and `they`."""
OFTEN = 32
"""A word is common that the texts of one of so many rows say."""
SEVERAL = 64
"""And of so many at least: where all rows are few, drawers are light."""
CHOICES = Words("choices", letters=WHOLE, share=512)
"""What rows can be narrowed to, as `skill:bread`; facets share their drawers, since most have too few choices to fill their own."""


def division_of(edition: Edition) -> Division:
    """What is found, in shards."""
    return divided(searched_keys(edition), REACH)
