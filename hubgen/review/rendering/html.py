"""The report as one page that stands alone: no script, nothing loaded, somebody else's words as text."""

import base64
from collections.abc import Iterable
from hashlib import sha256
from html import escape

from hubgen.diagnostics.rendering.cells import shown
from hubgen.review.rendering.blocks import Block, Heading, Items, Line, Part, Parts, Quoted, Table

STYLE = """
:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-inline-size: 60rem; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { border-block-start: 1px solid GrayText; font-size: 1.2rem; margin-block: 2rem 0.5rem; padding-block-start: 0.75rem; }
code { background: color-mix(in srgb, CanvasText 8%, Canvas); border-radius: 0.2rem; font-size: 0.9em; padding: 0.1em 0.3em; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { border: 1px solid GrayText; padding: 0.3rem 0.6rem; text-align: start; vertical-align: top; }
"""
_DIGEST = base64.b64encode(sha256(STYLE.encode()).digest()).decode()
HEAD = f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>What this change does</title>
<style>{STYLE}</style>
</head>
<body>
<main>
"""
TAIL = "</main>\n</body>\n</html>\n"


def render(blocks: Iterable[Block]) -> str:
    """The whole page."""
    return HEAD + "\n".join(map(_block, blocks)) + "\n" + TAIL


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{escape(block.words)}</h{block.level}>"
        case Line():
            return f"<p>{_parts(block.parts)}</p>"
        case Items():
            return (
                "<ul>\n" + "\n".join(f"<li>{_parts(each)}</li>" for each in block.items) + "\n</ul>"
            )
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in table.head)
    rows = (
        "<tr>" + "".join(f"<td>{_parts(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    return (
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
        + "\n".join(rows)
        + "\n</tbody>\n</table>"
    )


def _parts(parts: Parts) -> str:
    return "".join(map(_part, parts))


def _part(part: Part) -> str:
    if isinstance(part, Quoted):
        return f"<code>{escape(shown(part.text))}</code>"
    return escape(part)
