"""Which sizes of a picture a site has, where they lie, and how a page names them."""

from hashlib import blake2b

from msgspec import Struct

from hubgen.model.views import ROOT, Picture
from hubgen.stages.media.recipe import VERSION, Encoding, Facts, Variant
from hubgen.text.patterns import pattern

FOLDER = "media"
_NOT_IN_NAMES = pattern(r"[^a-z0-9]+")


class Print(Struct, frozen=True):
    """One file that is made of a picture."""

    variant: Variant
    url: str
    digest: str
    """Of the original's bytes and of how it is made: the same digest, the same bytes."""


class Prints(Struct, frozen=True):
    """All that is made of one picture, smallest first."""

    modern: tuple[Print, ...]
    """WebP"""
    fallback: tuple[Print, ...]
    """The same widths for old browsers, feeds and previews of links."""

    @property
    def all(self) -> tuple[Print, ...]:
        """Every file."""
        return (*self.modern, *self.fallback)

    def as_picture(self, alt: str) -> Picture:
        """What templates see."""
        largest = self.fallback[-1]
        return Picture(
            src=ROOT + largest.url,
            width=largest.variant.width,
            height=largest.variant.height,
            alt=alt,
            srcset=_srcset(self.fallback),
            webp_srcset=_srcset(self.modern),
        )


def plan_prints(path: str, digest: str, facts: Facts, widths: tuple[int, ...]) -> Prints:
    """The files for a picture at that path with those bytes; none is wider than the original."""
    name = file_stem(path)
    sizes = tuple(
        (width, height_for(width, facts)) for width in fitting_widths(widths, facts.width)
    )
    fallback: Encoding = "png" if facts.is_drawing else "jpg"
    return Prints(
        tuple(_print(name, digest, Variant(*size, "webp")) for size in sizes),
        tuple(_print(name, digest, Variant(*size, fallback)) for size in sizes),
    )


def fitting_widths(widths: tuple[int, ...], original: int) -> tuple[int, ...]:
    """The wanted widths that are clearly below the original's, and the original's own unless a wanted one is beyond."""
    wanted = sorted({width for width in widths if width > 0}) or [original]
    smaller = tuple(width for width in wanted if width * 1.1 < original)
    return smaller if smaller[-1:] == (wanted[-1],) else (*smaller, min(original, wanted[-1]))


def height_for(width: int, facts: Facts) -> int:
    """The height that keeps the proportions; never less than one pixel."""
    return max(1, round(facts.height * width / facts.width))


def file_stem(path: str) -> str:
    """A plain name for files made from the one at that path: `ada` for `members/Ada!.JPG`."""
    stem = path.rpartition("/")[2].rpartition(".")[0].lower()
    return _NOT_IN_NAMES.sub("-", stem).strip("-")[:40].strip("-") or "file"


def _print(name: str, digest: str, variant: Variant) -> Print:
    recipe = f"{VERSION} {digest} {variant.width}x{variant.height} {variant.encoding}"
    made = blake2b(recipe.encode(), digest_size=16).hexdigest()
    return Print(variant, f"{FOLDER}/{name}-{made[:10]}-{variant.width}.{variant.encoding}", made)


def _srcset(prints: tuple[Print, ...]) -> str:
    return ", ".join(f"{ROOT}{each.url} {each.variant.width}w" for each in prints)
