"""Themes: the organiser's templates, styles, scripts and words, read into one value and held to their contract."""

from hubgen.theme.compiling import code_of, environment
from hubgen.theme.loading import load_theme
from hubgen.theme.messages import Message, Messages
from hubgen.theme.outlines import read_once
from hubgen.theme.values import Option, Template, Theme, ThemeAsset

__all__ = [
    "Message",
    "Messages",
    "Option",
    "Template",
    "Theme",
    "ThemeAsset",
    "code_of",
    "environment",
    "load_theme",
    "read_once",
]
