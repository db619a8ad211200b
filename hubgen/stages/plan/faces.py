"""The face of an entry: its picture, and what is drawn for people who have none."""

from hashlib import blake2b

from hubgen.model.entry import Entry
from hubgen.model.values import ImageUse
from hubgen.model.views import Avatar, Picture
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.media import folder_of

PEOPLE = frozenset({"members", "mentors"})
"""Collections whose entries have a face: without a photo they get an avatar."""
PATTERNS = 8
"""How many drawings a theme has for avatars."""


def picture_of(entry: Entry, edition: Edition) -> Picture | None:
    """The entry's own picture."""
    fields = edition.hub.collections[entry.collection].fields_of_kind("image")
    image = next((entry.values[each.name] for each in fields if each.name in entry.values), None)
    if not isinstance(image, ImageUse):
        return None
    return edition.desk.pictures.get((folder_of(image.span), image.file, image.alt))


def avatar_of(entry: Entry, name: str) -> Avatar | None:
    """What stands for a person without a photo: the same for the same person everywhere; None for things."""
    if entry.collection not in PEOPLE:
        return None
    chosen = blake2b(entry.slug.encode(), digest_size=2).digest()
    return Avatar(initials(name), int.from_bytes(chosen, "big") % PATTERNS)


def initials(name: str) -> str:
    """`AL` for Ada Lovelace; one letter for a single word."""
    words = [word for word in name.split() if word[:1].isalpha()]
    ends = words[:1] + words[-1:] if len(words) > 1 else words
    return "".join(word[0] for word in ends).upper()
