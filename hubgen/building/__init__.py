"""A whole build: what to do again, what to leave, what to take away, and what to remember."""

from hubgen.building.build import BuildRequest, BuildResult, build_site
from hubgen.building.lock import AlreadyBuilding

__all__ = ["AlreadyBuilding", "BuildRequest", "BuildResult", "build_site"]
