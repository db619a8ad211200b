"""The table of contents: every command with its line, and the file in which it lives, loaded when it is called."""

from typing import Final

COMMANDS: Final = {
    "Begin": {
        "init": ("Make a new hub in an empty folder.", "hubgen.cli.init:init"),
        "new": ("Begin a new entry: a member, an event, a resource.", "hubgen.cli.new:new"),
    },
    "Work": {
        "check": ("Find every mistake, and write nothing.", "hubgen.cli.check:check"),
        "serve": ("Show the hub in a browser while you edit it.", "hubgen.cli.serve:serve"),
        "build": ("Turn the hub into a site.", "hubgen.cli.build:build"),
    },
    "Tend": {
        "links": ("Follow the links that lead out of the hub.", "hubgen.cli.links:links"),
        "stale": ("List what to ask people about, and whom.", "hubgen.cli.stale:stale"),
    },
    "Take in": {
        "review": ("Say what a pull request does to the hub.", "hubgen.cli.review:review_change"),
    },
    "Look inside": {
        "explain": (
            "Say what a page is made of, and why it is made again.",
            "hubgen.cli.explain:explain_page",
        ),
        "schema": (
            "Write the JSON Schemas with which editors help to fill in files.",
            "hubgen.cli.schema:schema",
        ),
        "completion": (
            "Print the script that completes commands in a shell.",
            "hubgen.cli.completion:completion",
        ),
    },
}
"""By heading, by name: one line for the table of contents, and where the command is."""

PLACES: Final = {name: place for part in COMMANDS.values() for name, (_, place) in part.items()}
"""By name: the module and the function."""
