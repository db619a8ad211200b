"""Turns addresses that begin at the site's root into ones that lead there from where a page stands."""

from urllib.parse import urlsplit

from hubgen.model.views import ROOT


def base_path(base_url: str) -> str:
    """The path under which the site stands: `/` or `/my-hub/`."""
    return urlsplit(base_url).path.rstrip("/") + "/"


def way_to_root(url: str, base_url: str) -> str:
    """What replaces `ROOT` on the page with that address: `./`, `../../`, or the base path where the depth is unknown."""
    if url.rpartition("/")[2] == "404.html":
        return base_path(base_url)
    return "../" * url.count("/") or "./"


def rooted(text: str, way: str) -> str:
    """The text with every address from the root made to begin with that way."""
    return text.replace(ROOT, way)


def absolute_root(url: str, base_url: str) -> str:
    """What replaces `ROOT` in files that are read elsewhere (feeds): the base URL, where the hub has one."""
    return base_url.rstrip("/") + "/" if base_url else way_to_root(url, base_url)
