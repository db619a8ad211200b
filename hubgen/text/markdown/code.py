"""Code in pages: coloured when the site is built, with a dozen classes that a theme gives colours to."""

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from hubgen.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pygments.lexer import Lexer
    from pygments.token import _TokenType

TOKEN_CLASSES = {
    "tok-c": "comments",
    "tok-k": "keywords",
    "tok-s": "strings",
    "tok-n": "numbers and other literals",
    "tok-f": "names of functions, classes and tags where they are defined or used as such",
    "tok-b": "names that the language brings along",
    "tok-v": "variables and attributes",
    "tok-o": "operators",
    "tok-p": "punctuation",
    "tok-d": "lines that a diff removes, and errors",
    "tok-i": "lines that a diff adds",
    "tok-h": "headings, prompts and decorators",
}
"""Every class that highlighted code can have, with what it marks; the rest of the code has none."""

LANGUAGES = frozenset(
    [
        "awk",
        "bash",
        "bat",
        "c",
        "clojure",
        "cmake",
        "cpp",
        "csharp",
        "css",
        "dart",
        "diff",
        "docker",
        "elixir",
        "elm",
        "erlang",
        "fortran",
        "go",
        "graphql",
        "groovy",
        "haskell",
        "html",
        "http",
        "ini",
        "java",
        "javascript",
        "jinja",
        "json",
        "julia",
        "kotlin",
        "latex",
        "less",
        "lua",
        "make",
        "markdown",
        "matlab",
        "nginx",
        "nix",
        "objective-c",
        "ocaml",
        "perl",
        "php",
        "powershell",
        "prolog",
        "protobuf",
        "python",
        "pycon",
        "r",
        "ruby",
        "rust",
        "sass",
        "scala",
        "scheme",
        "scss",
        "sh",
        "shell-session",
        "sparql",
        "sql",
        "swift",
        "tcl",
        "toml",
        "turtle",
        "typescript",
        "vim",
        "xml",
        "yaml",
        "zig",
    ]
)
"""The languages that are coloured. A list, because a lexer is a program that runs on what strangers wrote."""

ALIASES = {
    "c++": "cpp",
    "c#": "csharp",
    "cs": "csharp",
    "console": "shell-session",
    "dockerfile": "docker",
    "golang": "go",
    "hs": "haskell",
    "js": "javascript",
    "jinja2": "jinja",
    "jl": "julia",
    "kt": "kotlin",
    "makefile": "make",
    "md": "markdown",
    "objc": "objective-c",
    "pl": "perl",
    "ps1": "powershell",
    "py": "python",
    "python3": "python",
    "rb": "ruby",
    "rs": "rust",
    "shell": "bash",
    "svg": "xml",
    "tex": "latex",
    "ts": "typescript",
    "yml": "yaml",
    "zsh": "bash",
}
"""Other names that people use."""

LONGEST_CODE = 10_000
"""Characters; longer code is shown plain."""
MOST_CODE = 30_000
"""Characters of all the code of one text; what follows is shown plain."""

# What takes lexers long, and no program needs: long lines, many empty ones, many words without a sign between them.
_TEDIOUS = pattern(r"[^\n]{500}|(?:[ \t]*\n){20}|[\w\s.<>\[\]?$]{300}")

# Longest prefix first: the first that fits a token's type gives its class.
_CLASSES = (
    ("Comment.Preproc", "tok-h"),
    ("Comment", "tok-c"),
    ("Keyword", "tok-k"),
    ("Operator.Word", "tok-k"),
    ("Operator", "tok-o"),
    ("Punctuation", "tok-p"),
    ("Literal.String", "tok-s"),
    ("Literal", "tok-n"),
    ("Name.Builtin", "tok-b"),
    ("Name.Function", "tok-f"),
    ("Name.Class", "tok-f"),
    ("Name.Tag", "tok-f"),
    ("Name.Decorator", "tok-h"),
    ("Name.Attribute", "tok-v"),
    ("Name.Variable", "tok-v"),
    ("Generic.Deleted", "tok-d"),
    ("Generic.Inserted", "tok-i"),
    ("Generic.Heading", "tok-h"),
    ("Generic.Subheading", "tok-h"),
    ("Generic.Prompt", "tok-h"),
    ("Error", "tok-d"),
)


def language_of(info: str) -> str:
    """The language that the words after a code fence name, or "" when it is none that hubgen colours."""
    word = re.split(r"[\s{,]", info.strip(), maxsplit=1)[0].lower()
    name = ALIASES.get(word, word)
    return name if name in LANGUAGES else ""


def highlight(code: str, language: str) -> str:
    """The code as HTML, escaped, with classes on its parts where the language is known."""
    lexer = _lexer(language) if language and _is_harmless(code) else None
    tokens = list(lexer.get_tokens(code)) if lexer is not None else []
    # Some lexers lose a last line that doesn't end.
    if "".join(text for _, text in tokens) != code:
        return escape(code, quote=False)
    return "".join(_pieces(tokens))


def _is_harmless(code: str) -> bool:
    return len(code) <= LONGEST_CODE and _TEDIOUS.search(code) is None


def _pieces(tokens: "Iterable[tuple[_TokenType, str]]") -> list[str]:
    pieces: list[str] = []
    waiting, waiting_class = "", ""
    for kind, text in tokens:
        name = _class_of(kind) if text.strip() else waiting_class
        if name != waiting_class:
            pieces.append(_piece(waiting, waiting_class))
            waiting, waiting_class = "", name
        waiting += text
    pieces.append(_piece(waiting, waiting_class))
    return pieces


def _piece(text: str, name: str) -> str:
    words = escape(text, quote=False)
    return f'<span class="\ufdd3{name}">{words}</span>' if name and words else words


@lru_cache(maxsize=512)
def _class_of(kind: "_TokenType") -> str:
    path = ".".join(kind)
    return next((name for prefix, name in _CLASSES if path.startswith(prefix)), "")


@lru_cache(maxsize=64)
def _lexer(language: str) -> "Lexer | None":
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
