"""Where things lie that come with hubgen itself."""

from pathlib import Path

import hubgen


def packaged_themes() -> Path:
    """The themes that come with hubgen: inside the wheel, or beside the package in a checkout."""
    package = Path(hubgen.__file__).parent
    inside = package / "_themes"
    return inside if inside.is_dir() else package.parent / "themes"
