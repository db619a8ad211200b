"""What the organisers decide: `site.yaml` and the collections, read into values that never change."""

from hubgen.config.loading import load_site, read_site
from hubgen.config.site import Site

__all__ = ["Site", "load_site", "read_site"]
