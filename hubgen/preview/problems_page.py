"""The preview's own pages: everything that has a problem, and what stands in for a page that can't be shown."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from hubgen.preview.http.asking import OWN_FOLDER

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
PAGE = """\
<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="stylesheet" href="{base}{own}/problems.css">
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""
WORDS = {"error": "Errors", "warning": "Warnings", "hint": "Hints"}
EXPLAINED = {
    "error": "The hub can't be published like this.",
    "warning": "It is published, and somebody should look.",
    "hint": "It is understood; there is a better way to write it.",
}


def problems_page(problems: Iterable[Mapping[str, Any]], base_path: str = "/") -> str:
    """Every problem of the hub, the worst first."""
    listed = tuple(problems)
    sections = [
        _section(kind, [each for each in listed if each["severity"] == kind]) for kind in WORDS
    ]
    body = (
        "\n".join(filter(None, sections))
        or '<p class="fine">No problems. Everything reads well.</p>'
    )
    home = f'<p class="home"><a href="{escape(base_path)}">Back to the hub</a></p>'
    return _page("Problems", f"{body}\n{home}", base_path)


def failure_page(words: str, base_path: str = "/") -> str:
    """There is a bug in hubgen."""
    return _page("hubgen failed", f'<pre class="failure">{escape(words)}</pre>', base_path)


def waiting_page(base_path: str = "/") -> str:
    """The hub is still being read."""
    words = "<p>The hub is being read for the first time. This page shows it as soon as it is there.</p>"
    return _page("One moment", words, base_path)


def _page(title: str, body: str, base_path: str) -> str:
    return PAGE.format(
        policy=POLICY,
        title=title,
        base=escape(base_path.rstrip("/")),
        own=OWN_FOLDER.rstrip("/"),
        body=body,
    )


def _section(kind: str, problems: list[Mapping[str, Any]]) -> str:
    if not problems:
        return ""
    items = "\n".join(map(_item, problems))
    return (
        f'<section class="{kind}">\n<h2>{WORDS[kind]} <span class="count">{len(problems)}</span></h2>\n'
        f"<p>{EXPLAINED[kind]}</p>\n<ol>\n{items}\n</ol>\n</section>"
    )


def _item(problem: Mapping[str, Any]) -> str:
    place = escape(problem["place"])
    code = escape(problem["code"])
    parts = [
        f'<p class="place"><code>{place}</code><span class="code">{code}</span></p>',
        f'<p class="message">{escape(problem["message"])}</p>',
    ]
    if problem["excerpt"]:
        before, marked, after = map(escape, problem["excerpt"])
        number = f'<span class="line">{problem["line"]}</span>'
        parts.append(f'<pre tabindex="0">{number}{before}<mark>{marked}</mark>{after}</pre>')
    if problem["help"]:
        parts.append(f'<p class="help">{escape(problem["help"])}</p>')
    for each in problem["related"]:
        where, label = escape(each["place"]), escape(each["label"])
        parts.append(f'<p class="related"><code>{where}</code> {label}</p>')
    return "<li>\n" + "\n".join(parts) + "\n</li>"
