"""Pictures and other files beside entries: planned first, made when asked for, without anything that says where."""

from hubgen.stages.media.shop import MediaShop

__all__ = ["MediaShop"]
