"""Where Pagefind lies, when it is installed beside hubgen."""

import importlib.util
from pathlib import Path

PACKAGES = ("pagefind_bin_extended", "pagefind_bin")
"""Those that carry the program; the extended one knows where words end in Chinese and Japanese."""
NAMES = ("pagefind_extended", "pagefind", "pagefind_extended.exe", "pagefind.exe")


def program_place() -> Path | None:
    """The program's file; nothing of it is run or loaded."""
    for package in PACKAGES:
        found = importlib.util.find_spec(package)
        for folder in (found.submodule_search_locations or ()) if found else ():
            for name in NAMES:
                path = Path(folder, name)
                if path.is_file():
                    return path
    return None
