"""A page that shows many screenshots small, in rows by what they are of, to look them through quickly."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

STYLE = """\
:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
body { margin: 1rem 2rem; }
nav { columns: 12rem; }
section { border-block-start: 1px solid gray; }
h2 { position: sticky; inset-block-start: 0; inline-size: max-content; padding: .25rem .5rem; background: Canvas; }
div { display: flex; gap: 1rem; overflow-x: auto; align-items: start; }
figure { flex: none; margin: 0; }
img { display: block; block-size: 30rem; inline-size: auto; max-inline-size: 40rem; object-fit: cover; object-position: top; outline: 1px solid gray; }
"""


def contact_sheet(files: Iterable[str]) -> str:
    """The page, for files of names such as `home-390-dark-rtl.png` beside it."""
    rows = [(name, tuple(row)) for name, row in groupby(sorted(files), key=_subject)]
    ways = "\n".join(f'<a href="#{escape(name)}">{escape(name)}</a><br>' for name, _ in rows)
    parts = "\n".join(_row(name, row) for name, row in rows)
    head = f'<meta charset="utf-8"><title>Contact sheet</title><style>{STYLE}</style>'
    return f'<!doctype html>\n<html lang="en">{head}\n<nav>{ways}</nav>\n{parts}\n</html>\n'


def _subject(file: str) -> str:
    return file.rsplit("-", 3)[0]


def _row(name: str, files: tuple[str, ...]) -> str:
    figures = "\n".join(_figure(file) for file in files)
    return f'<section id="{escape(name)}"><h2>{escape(name)}</h2><div>\n{figures}\n</div></section>'


def _figure(file: str) -> str:
    kind = " ".join(file.removesuffix(".png").rsplit("-", 3)[1:])
    picture = f'<img src="{escape(file)}" alt="{escape(kind)}" loading="lazy">'
    return f'<figure><a href="{escape(file)}">{picture}</a><figcaption>{escape(kind)}</figcaption></figure>'
