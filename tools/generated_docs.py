"""Makes the docs that hubgen can write itself; with --check, says which of them are out of date."""

import importlib
import sys
from collections.abc import Mapping
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent

GENERATED: Mapping[str, str] = {
    "docs/collections.md": "hubgen.config.reference:collections_page",
    "docs/site-yaml.md": "hubgen.config.reference:settings_page",
    "docs/commands.md": "hubgen.cli.reference:commands_page",
    "docs/diagnostics.md": "hubgen.diagnostics.reference:diagnostics_page",
    "themes/commons/README.md": "hubgen.theme.reference:theme_page",
}
"""Each page, and the function without parameters that returns its text, as `module:function`."""


def main(arguments: list[str]) -> int:
    stale = [name for name, maker in GENERATED.items() if not _is_current(name, maker)]
    if arguments == ["--check"]:
        for name in stale:
            print(f"{name} is out of date: ./dev docs makes it again")
        return 1 if stale else 0
    if arguments:
        print("usage: ./dev docs [--check]", file=sys.stderr)
        return 2
    for name in stale:
        (CHECKOUT / name).write_text(_text(GENERATED[name]), "utf-8", newline="\n")
        print(f"{name} made again")
    return 0


def _is_current(name: str, maker: str) -> bool:
    page = CHECKOUT / name
    return page.is_file() and page.read_text("utf-8") == _text(maker)


def _text(maker: str) -> str:
    module, _, function = maker.partition(":")
    return str(getattr(importlib.import_module(module), function)())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
