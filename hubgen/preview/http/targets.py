"""From a request's target to a path of the site: decoded exactly once, and never a path of any file system."""

import re
from typing import Final
from urllib.parse import unquote_to_bytes

from hubgen.preview.http.asking import Asked
from hubgen.preview.http.refusals import Refused

_BROKEN_ESCAPE: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ODD: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029]|(?:^|/)\.{1,2}(?:/|$)")
"""Control characters, backslashes, and steps to the folder above or to the same one."""


class Elsewhere(Exception):
    """The request is for the site's root, which is at the base path."""


def asked_of(target: str, base_path: str) -> Asked:
    """What the target names below the base path; raises Refused or Elsewhere."""
    if not target.startswith("/") or "#" in target:
        raise Refused(400, "The preview is no proxy: an address begins with a single slash.")
    raw, _, query = target.partition("?")
    path, base_path = decoded(raw), decoded(base_path)
    if base_path != "/" and path in {"/", base_path.removesuffix("/")}:
        raise Elsewhere
    if not path.startswith(base_path):
        raise Refused(404, f"This hub lives below {base_path}")
    below = path[len(base_path) - 1 :]
    if "//" in below:
        # `//name/` as the address of a redirect would lead to another host.
        raise Refused(404, "No page has an empty name.")
    return Asked(below, query)


def decoded(raw: str) -> str:
    """The path in characters. What is escaped twice stays escaped, and is the name of nothing."""
    if _BROKEN_ESCAPE.search(raw):
        raise Refused(400, "A % in the address isn't followed by two hexadecimal digits.")
    try:
        path = unquote_to_bytes(raw).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, "The address isn't in UTF-8.") from error
    if is_odd(path):
        raise Refused(400, "No page of a hub has such a name.")
    return path


def is_odd(path: str) -> bool:
    """Whether no address of any hub is written like this."""
    return bool(_ODD.search(path))
