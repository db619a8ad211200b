"""Markdown as people write it about themselves: headings, lists, emphasis, links between entries."""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from bench.vocabulary import PEOPLE, PLACES, SYLLABLES, THINGS, TIMES, VERBS

WIDTH: Final = 110

SENTENCES: Final = (
    "I came to {skill} by accident, through {a_thing} that nobody else wanted to {verb}.",
    "Most of what I know about {skill} I learned from {people} in {city}.",
    "We meet {time} at {name} and {verb} whatever is on the table.",
    "Bring {a_thing}, however unfinished; *unfinished* is what makes it interesting.",
    "If you have {number} minutes, I will show you how I {verb} {a_thing}.",
    "The first attempt took {number} hours and was **wrong in a useful way**.",
    "Ask me about {skill}, and I will probably answer with a question about {skill}.",
    "At {name} in {city} we kept {a_thing} of everything that went wrong.",
    "It helps to {verb} first and to {verb} afterwards, never the other way round.",
    "What I still find hard is {skill}, above all with {people}.",
    "{link} once told me to {verb} less and listen more.",
    "There is a good introduction in {link}, which I have read {number} times.",
    "Since then I try to {verb} {a_thing} {time}, with {people}.",
    "For *{skill}* you need patience; for **{skill}** you need company.",
    "The people of {name} taught me to {verb} without hurry.",
    "Nobody in {city} believed that {people} would care about {skill}, and then {number} came.",
    "I write everything down in {a_thing} called `{name}`.",
    "We began with {number} people and {a_thing}; today we share a room at {name}.",
    "My next step is to {verb} what I learned from {link}.",
    "Some days the best help is to sit beside {people} and to {verb} together.",
    "I would rather {verb} one thing well than talk about {skill} all evening.",
    "When it rains in {city}, {name} is the place to {verb}.",
    "You will hear more about it {time}, because {people} never stop asking.",
    "Between {skill} and {skill} there is less distance than one thinks.",
)

ITEMS: Final = (
    "{verb} {a_thing} with {people}",
    "one question about {skill}, asked **in public**",
    "{number} minutes of {skill} {time}",
    "what {link} says about it",
    "{a_thing} from {name}",
    "the short way from {skill} to {skill}",
    "a walk through {city} with {people}",
)

HEADINGS: Final = (
    "What I can show you",
    "How we work",
    "What helped me",
    "Where to begin",
    "What comes next",
    "A note on {skill}",
    "Things to bring",
    "From {city}",
    "What did not work",
)


@dataclass(frozen=True, slots=True)
class Prose:
    """Writes one entry's texts."""

    chance: Random
    skills: Callable[[], str]
    """Gives the name of a skill, the well-known ones more often."""
    links: Sequence[str]
    """Links to other entries, as Markdown."""

    def sentence(self) -> str:
        """One sentence with inline Markdown."""
        return self._filled(self.chance.choice(SENTENCES))

    def plain(self, length: int) -> str:
        """A short line without Markdown, of at most that many characters."""
        words = f"{self.chance.choice(VERBS)} {self.chance.choice(THINGS)}s with {self.chance.choice(PEOPLE)}"
        return f"{words[0].upper()}{words[1:]} {self.chance.choice(TIMES)}"[:length].strip()

    def name(self) -> str:
        """The name of a place or a thing that occurs nowhere else, or hardly."""
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4))).capitalize()

    def body(self) -> str:
        """About a kilobyte of Markdown."""
        first, second = self.chance.sample(HEADINGS, 2)
        extra = (self._table, self._quote, self._code, self._note, self._steps)
        blocks = [
            self.paragraph(3),
            f"## {self._filled(first)}",
            self.paragraph(2),
            self._list("- "),
            f"## {self._filled(second)}",
            self.chance.choice(extra)(),
            self.paragraph(2),
        ]
        return "\n\n".join(blocks) + "\n"

    def paragraph(self, sentences: int) -> str:
        """That many sentences, in lines as an editor breaks them."""
        text = " ".join(self.sentence() for _ in range(sentences))
        return textwrap.fill(text, WIDTH, break_on_hyphens=False, break_long_words=False)

    def _list(self, mark: str) -> str:
        count = self.chance.randint(3, 5)
        return "\n".join(f"{mark}{self._filled(self.chance.choice(ITEMS))}" for _ in range(count))

    def _steps(self) -> str:
        return self._list("1. ")

    def _table(self) -> str:
        rows = "\n".join(
            f"| {self.skills()} | {self.chance.choice(TIMES)} |"
            for _ in range(self.chance.randint(2, 4))
        )
        return f"| What | When |\n|---|---|\n{rows}"

    def _quote(self) -> str:
        return f"> {self.sentence()}"

    def _code(self) -> str:
        name = self.name().lower()
        return f"```python\n{name} = sorted(notes, key=len)\nprint({name}[:{self._number()}])\n```"

    def _note(self) -> str:
        return f'!!! note "Before you come"\n    {self.sentence()}'

    def _filled(self, pattern: str) -> str:
        """The pattern with each gap filled by itself: two skills in one sentence are two."""
        parts = pattern.split("{")
        return parts[0] + "".join(
            self._word(gap) + rest for gap, _, rest in (part.partition("}") for part in parts[1:])
        )

    def _word(self, gap: str) -> str:
        if gap == "a_thing":
            thing = self.chance.choice(THINGS)
            return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"
        if gap == "skill":
            return self.skills()
        if gap == "link":
            return self.chance.choice(self.links)
        if gap == "name":
            return self.name()
        return {"number": self._number, "city": self._city}.get(
            gap, lambda: self._from_table(gap)
        )()

    def _from_table(self, gap: str) -> str:
        return self.chance.choice({"verb": VERBS, "time": TIMES, "people": PEOPLE}[gap])

    def _number(self) -> str:
        return str(self.chance.randint(3, 60))

    def _city(self) -> str:
        return self.chance.choice(PLACES).city
