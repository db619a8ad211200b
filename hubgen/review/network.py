"""What a change does to the network: words that become skills, people who newly match, domains that are linked to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hubgen.diagnostics.suggest import closest
from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Hub, Skill
from hubgen.review.words import addresses, domain


@dataclass(frozen=True, slots=True)
class NewSkill:
    """A skill that the hub didn't have."""

    skill: Skill
    users: tuple[Key, ...]
    near: str
    """The name of one that it may mean; empty: nothing is near."""


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody who seeks what somebody else offers."""

    seeks: Key
    offers: Key
    skill: str


@dataclass(frozen=True, slots=True)
class NewDomain:
    """A host to which the hub didn't lead."""

    name: str
    address: str
    """The first one there."""
    entry: Key


def new_skills(before: Hub, after: Hub) -> tuple[NewSkill, ...]:
    """Skills that only the later hub has, with what they may mean."""
    found = []
    for slug, skill in after.skills.items():
        if slug not in before.skills:
            others = {each.name: each.slug for each in after.skills.values() if each.slug != slug}
            words = {name for each in before.skills.values() for name in (each.name, *each.aliases)}
            near = closest(skill.name, words or others) or ""
            users = tuple(each.key for each in after.uses.get(slug, ()))
            found.append(NewSkill(skill, tuple(dict.fromkeys(users)), near))
    return tuple(found)


def new_matches(before: Hub, after: Hub) -> tuple[Match, ...]:
    """Who will find each other through the change."""
    return tuple(sorted(_matches(after, before) - _matches(before, after), key=_order))


def new_domains(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[NewDomain, ...]:
    """The hosts that entries newly lead to, by name."""
    known = {
        _bare(domain(address))
        for entry in before
        for address in addresses(tuple(entry.values.values()))
    }
    found: dict[str, NewDomain] = {}
    for entry in after:
        for address in addresses(tuple(entry.values.values())):
            name = domain(address)
            if name and _bare(name) not in known:
                found.setdefault(name, NewDomain(name, address, entry.key))
    return tuple(found[name] for name in sorted(found))


def _matches(hub: Hub, other: Hub) -> set[Match]:
    """Of the skills whose users differ between both hubs: who seeks them, with who offers them."""
    found = set()
    for slug, uses in hub.uses.items():
        if uses == other.uses.get(slug):
            continue
        sides: Mapping[str, list[Key]] = {"seeks": [], "offers": []}
        for use in uses:
            if use.relation in sides:
                sides[use.relation].append(use.key)
        found |= {
            Match(seeker, offerer, slug)
            for seeker in sides["seeks"]
            for offerer in sides["offers"]
            if seeker != offerer
        }
    return found


def _bare(name: str) -> str:
    return name.removeprefix("www.")


def _order(match: Match) -> tuple[Key, Key, str]:
    return match.seeks, match.offers, match.skill
