"""Describing a hub to other programs: to editors that help whoever writes its files."""

from hubgen.describing.description import Description, Subject
from hubgen.describing.formats import FORMATS

__all__ = ["FORMATS", "Description", "Subject"]
