"""What people do to a hub while a preview shows it, and by what one sees that it has arrived."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.serving import Page


@dataclass(frozen=True, slots=True)
class Ground:
    """A site on the disk, of whichever generator: members as Markdown with front matter."""

    root: Path
    template: str
    """The one that every page is made with."""
    name_field: str
    """What a member's name is called in the front matter."""
    skills: str
    """The folder of the address of a skill."""
    slugs: tuple[str, ...] = ()
    """Of the members that are edited."""
    rare: tuple[str, ...] = ()
    """Skills that few offer, so that their pages are short."""
    offers: str = "offers"
    """What the list of a member's skills is called in the front matter."""

    def member(self, slug: str) -> Path:
        return self.root / "content" / "members" / f"{slug}.md"


@dataclass(frozen=True, slots=True)
class Sign:
    """A page by which one sees that an edit has arrived."""

    path: str
    is_there: Callable[[Page], bool] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Edit:
    """One kind of edit. The file is replaced in one move, as good editors do."""

    label: str
    prepare: Callable[[Ground, int], tuple[Path, str | None]]
    """The file, and what it will say; nothing if it goes away."""
    signs: Callable[[Ground, int], Iterator[Sign]]
    gone: Callable[[int], str] | None = None
    """A page that must not be given any more."""


ANSWERED = re.compile(r"\nBy now I have answered letter-\d+\.\n")
"""What an edit of a text writes, and the next one takes out: a hub doesn't grow by them."""


def carry_out(path: Path, text: str | None) -> Callable[[], object]:
    """Makes all ready, and gives the one move that remains."""
    if text is None:
        return path.unlink
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_text(text, "utf-8")
    return lambda: aside.replace(path)


def _bio(ground: Ground, number: int) -> tuple[Path, str]:
    path = ground.member(_slug(ground, number))
    text = ANSWERED.sub("", path.read_text("utf-8"))
    return path, f"{text}\nBy now I have answered letter-{number:04}.\n"


def _bio_signs(ground: Ground, number: int) -> Iterator[Sign]:
    yield Sign(f"/members/{_slug(ground, number)}/", _says(f"letter-{number:04}"))


def _skill(ground: Ground, number: int) -> tuple[Path, str]:
    path, new = ground.member(_slug(ground, number)), _new_to_them(ground, number)
    text = path.read_text("utf-8")
    return path, re.sub(
        rf"^{ground.offers}: \[", f"{ground.offers}: [{new}, ", text, count=1, flags=re.MULTILINE
    )


def _new_to_them(ground: Ground, number: int) -> str:
    """A rare skill that the member doesn't name yet."""
    text = ground.member(_slug(ground, number)).read_text("utf-8")
    places = range(number, number + len(ground.rare))
    return next(each for place in places if (each := _rare(ground, place)) not in text)


def _skill_signs(ground: Ground, number: int) -> Iterator[Sign]:
    slug, new = _slug(ground, number), _new_to_them(ground, number)
    yield Sign(f"/members/{slug}/", _says(f"{ground.skills}/{new}/"))
    yield Sign(f"/{ground.skills}/{new}/", _says(f"members/{slug}/"))


def _new(ground: Ground, number: int) -> tuple[Path, str]:
    text = f"---\n{ground.name_field}: Zoe Edit {number}\n{ground.offers}: [{_rare(ground, number)}]\n---\n\nI came as number-{number:04}.\n"
    return ground.member(f"zoe-edit-{number}"), text


def _new_signs(ground: Ground, number: int) -> Iterator[Sign]:
    yield Sign(f"/members/zoe-edit-{number}/", _says(f"number-{number:04}"))
    skill = f"/{ground.skills}/{_rare(ground, number)}/"
    yield Sign(skill, _says(f"members/zoe-edit-{number}/"))


def _gone(ground: Ground, number: int) -> tuple[Path, None]:
    return ground.member(f"zoe-edit-{number}"), None


def _gone_signs(ground: Ground, number: int) -> Iterator[Sign]:
    link = f"members/zoe-edit-{number}/".encode()
    skill = f"/{ground.skills}/{_rare(ground, number)}/"
    yield Sign(skill, lambda page: page.status == 200 and link not in page.body)


def _frame(ground: Ground, number: int) -> tuple[Path, str]:
    path = ground.root / ground.template
    text = re.sub(r"<p>edit-\d+</p>\n", "", path.read_text("utf-8"))
    return path, text.replace("</body>", f"<p>edit-{number:04}</p>\n</body>")


def _frame_signs(ground: Ground, number: int) -> Iterator[Sign]:
    yield Sign(f"/members/{_slug(ground, number)}/", _says(f"edit-{number:04}"))


EDITS: Final = (
    Edit("a member's text", _bio, _bio_signs),
    Edit("a member offers another skill (their page and the skill's)", _skill, _skill_signs),
    Edit("a new member (their page and their skill's)", _new, _new_signs),
    Edit(
        "a member deleted (their skill's page)",
        _gone,
        _gone_signs,
        lambda number: f"/members/zoe-edit-{number}/",
    ),
    Edit("the base template", _frame, _frame_signs),
)
"""In the order of a round: whom one makes, another one deletes."""


def _says(text: str) -> Callable[[Page], bool]:
    data = text.encode()
    return lambda page: page.status == 200 and data in page.body


def _slug(ground: Ground, number: int) -> str:
    return ground.slugs[number % len(ground.slugs)]


def _rare(ground: Ground, number: int) -> str:
    return ground.rare[number % len(ground.rare)]
