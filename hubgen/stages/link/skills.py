"""Which skill a word means: by slug, by name, by alias; a new word becomes a skill of its own."""

from collections.abc import Iterable
from hashlib import blake2b

from msgspec import Struct, field

from hubgen.diagnostics import Related, Report, Span
from hubgen.diagnostics.suggest import closest
from hubgen.model.entry import Entry
from hubgen.model.hub import Skill, Target
from hubgen.model.values import SkillUse
from hubgen.text.names import fold
from hubgen.text.slugs import slugify


class SkillBook(Struct):
    """The hub's skills by every name; it grows by the words that entries make up."""

    skills: dict[str, Skill] = field(default_factory=dict)
    _by_name: dict[str, str] = field(default_factory=dict)

    def find(self, use: SkillUse, report: Report) -> str:
        """The slug of the skill that is meant; an unknown one is reported and taken in."""
        slug = self._by_name.get(fold(use.text))
        if slug is None:
            slug = self._take_in(use)
        if not self.skills[slug].known:
            self._complain(use, report)
        return slug

    def add(self, skill: Skill, report: Report) -> None:
        """Enter a skill of the hub's own list under its slug, its name and its aliases."""
        self.skills[skill.slug] = skill
        for name in (skill.slug, skill.name, *skill.aliases):
            first = self._by_name.setdefault(fold(name), skill.slug)
            if first != skill.slug:
                report.add(
                    "HG212",
                    skill.span,
                    f"'{name}' already means the skill '{self.skills[first].name}'",
                    help=f"let only one of the two skills be called '{name}'",
                    related=(Related(self.skills[first].span, "the first one"),),
                )

    def _take_in(self, use: SkillUse) -> str:
        slug = slugify(use.text)
        if not slug or slug in self.skills:
            slug = (
                f"{slug or 'skill'}-{blake2b(fold(use.text).encode(), digest_size=3).hexdigest()}"
            )
        self.skills[slug] = Skill(slug, use.text.strip(), known=False, span=use.span)
        self._by_name[fold(use.text)] = slug
        return slug

    def _complain(self, use: SkillUse, report: Report) -> None:
        if not any(skill.known for skill in self.skills.values()):
            return
        report.add(
            "HG203",
            use.span,
            f"no skill is called '{use.text}'",
            help=self._way_out(use.text),
        )

    def _way_out(self, text: str) -> str:
        known = {name: self.skills[slug] for name, slug in self._by_name.items()}
        names = [name for name, skill in known.items() if skill.known]
        guess = closest(fold(text), names)
        if guess is not None:
            return f"did you mean '{known[guess].slug}'?"
        return "add it to content/skills.yaml, or use a name that is there"


def skill_book(entries: Iterable[Entry], report: Report) -> SkillBook:
    """The skills that the hub's own list names, in slug order, not yet linked to each other."""
    book = SkillBook()
    for entry in sorted(entries, key=lambda each: each.slug):
        if entry.collection == "skills":
            book.add(_skill(entry), report)
    return book


def link_skills(book: SkillBook, entries: Iterable[Entry]) -> dict[str, Skill]:
    """The skills with their neighbours, by slug."""
    linked = dict(book.skills)
    for entry in entries:
        if entry.collection == "skills" and entry.slug in linked:
            linked[entry.slug] = _skill(
                entry,
                broader=_neighbours(entry, "broader", linked),
                related=_neighbours(entry, "related", linked),
            )
    return dict(sorted(linked.items()))


def _skill(entry: Entry, broader: tuple[str, ...] = (), related: tuple[str, ...] = ()) -> Skill:
    name = entry.values.get("name", entry.slug)
    aliases = tuple(entry.values.get("aliases", ()))
    return Skill(entry.slug, name, aliases, broader, related, known=True, span=_place(entry))


def _place(entry: Entry) -> Span:
    return entry.place_of("aliases") if "aliases" in entry.spans else entry.place_of("name")


def _neighbours(entry: Entry, name: str, skills: dict[str, Skill]) -> tuple[str, ...]:
    targets = entry.values.get(name, ())
    listed = targets if isinstance(targets, tuple) else (targets,)
    slugs = (each.key.partition("/")[2] for each in listed if isinstance(each, Target))
    return tuple(slug for slug in slugs if slug in skills)
