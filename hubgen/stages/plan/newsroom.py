"""All editions of the site together."""

from msgspec import Struct

from hubgen.stages.plan.desk import Desk
from hubgen.stages.plan.edition import Edition


class Newsroom(Struct, frozen=True):
    """Every language in which the site appears, the hub's own first."""

    desk: Desk
    editions: tuple[Edition, ...]

    @property
    def main(self) -> Edition:
        """The edition in the hub's own language."""
        return self.editions[0]


def open_newsroom(desk: Desk) -> Newsroom:
    """The editions that `site.yaml` asks for."""
    return Newsroom(desk, tuple(Edition(desk, locale) for locale in desk.site.languages))
