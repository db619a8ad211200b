"""Render: a page of the plan becomes the bytes of its file."""

from hubgen.stages.render.renderer import RENDERERS, Renderer

__all__ = ["RENDERERS", "Renderer"]
