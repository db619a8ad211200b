"""A whole build: what to do again, what to leave, what to take away, and what to remember."""

from hubgen.building.build import build_site
from hubgen.building.lock import AlreadyBuilding
from hubgen.building.request import BuildRequest, BuildResult

__all__ = ["AlreadyBuilding", "BuildRequest", "BuildResult", "build_site"]
