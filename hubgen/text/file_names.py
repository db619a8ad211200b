"""Names of files of the hub as entries write them: relative, with `/`, and never an address."""

from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, quoted, refused

_ADDRESS = pattern(r"(?i)(?:[a-z][a-z0-9+.-]+:)?//|data:|www\.")
_DRIVE = pattern(r"(?i)[a-z]:")


def read_file_name(text: str) -> Reading[str]:
    """The name as written; it is relative to the entry's own folder, or to the hub when it begins with `/`."""
    if _ADDRESS.match(text):
        advice = "save the file in the hub, if its licence allows it, and write its name"
        return refused("HG361", f"{quoted(text)} lies on another site", advice)
    if _DRIVE.match(text) or text.startswith("~"):
        advice = "put the file beside this one and write its name alone"
        return refused("HG362", f"{quoted(text)} is a place on one computer", advice)
    if "\\" in text:
        advice = f"write {text.replace(chr(92), '/')}"
        return refused("HG362", f"{quoted(text)} has backslashes", advice)
    return Reading(text)
