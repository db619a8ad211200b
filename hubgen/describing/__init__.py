"""Describing a hub to other programs: to editors that help whoever writes its files."""

from hubgen.describing.description import Description
from hubgen.describing.formats import FORMATS

__all__ = ["FORMATS", "Description"]
