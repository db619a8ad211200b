"""What a renderer is given beside the view."""

from msgspec import Struct

from hubgen.model.plan import Page
from hubgen.model.views import Frame
from hubgen.stages.render.templates import TemplateRoom
from hubgen.theme import Theme


class Job(Struct, frozen=True):
    """One page to render, with everything that it may use."""

    page: Page
    frame: Frame
    theme: Theme
    base_url: str
    room: TemplateRoom
