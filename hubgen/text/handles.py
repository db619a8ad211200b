"""Accounts: a name, `@name`, or the address of a profile, on the services where people of hubs are found."""

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote, unquote

from msgspec import Struct

from hubgen.model.values import Handle
from hubgen.text.identifiers import read_orcid
from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, quoted, refused
from hubgen.text.web_addresses import host_of, read_web_address


class Service(Struct, frozen=True):
    """How accounts look on one service."""

    label: str
    name: re.Pattern[str]
    """A name there, without the `@`."""
    address: str
    """The profile's address, with `{name}` in it."""
    hosts: tuple[str, ...] = ()
    profile: re.Pattern[str] = pattern(r"/@?([^/]+)/?")
    """The path of a profile; the group is the name."""
    shown: str = "{name}"
    example: str = "ada"


SERVICES = {
    "github": Service(
        "GitHub",
        pattern(r"[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}"),
        "https://github.com/{name}",
        ("github.com",),
    ),
    "gitlab": Service(
        "GitLab",
        pattern(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}"),
        "https://gitlab.com/{name}",
        ("gitlab.com",),
    ),
    "linkedin": Service(
        "LinkedIn",
        pattern(r"[^\s/?#@\\<>\"]{2,150}"),
        "https://www.linkedin.com/in/{name}",
        ("linkedin.com",),
        pattern(r"/in/([^/]+)(?:/.*)?"),
    ),
    "bluesky": Service(
        "Bluesky",
        pattern(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,20}"),
        "https://bsky.app/profile/{name}",
        ("bsky.app",),
        pattern(r"/profile/([^/]+)/?"),
        "@{name}",
        "ada.bsky.social",
    ),
    "youtube": Service(
        "YouTube",
        pattern(r"[\w.·-]{3,100}"),
        "https://www.youtube.com/@{name}",
        ("youtube.com", "m.youtube.com"),
        pattern(r"/@([^/]+)(?:/.*)?"),
        "@{name}",
    ),
}
"""Services on which a name alone finds the account; Mastodon, Matrix, ORCID and websites are read by their own rules."""

_FEDIVERSE = pattern(r"@?([A-Za-z0-9_]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)@((?:[\w-]+\.)+\w{2,20})")
_FEDIVERSE_PATH = pattern(r"/(?:@|users/)([A-Za-z0-9_.-]+)/?")
_NOT_FEDIVERSE = frozenset(
    (
        "medium.com",
        "tiktok.com",
        "threads.net",
        "threads.com",
        "substack.com",
        "vimeo.com",
        "hashnode.com",
    )
)
_MATRIX = pattern(r"@[a-z0-9._=/+-]{1,200}:(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,20}(?::[0-9]{1,5})?")
_MATRIX_LINK = pattern(r"(?i)(?:https?://matrix\.to/#/|matrix:u/)(@?[^/?]+)(?:\?.*)?")
_ORCID = pattern(r"(?i)(?:https?://)?(?:www\.)?(?:orcid\.org/)?(?:[0-9]{4}-?){3}[0-9]{3}[0-9X]/?")
_PREFIX = pattern(r"(?i)([a-z]+)\s*:\s*(?!//)(\S.*)")
_DOMAIN = pattern(r"(?i)(?:[\w-]+\.)+[a-z]{2,20}(?:/\S*)?")

SERVICE_NAMES = (
    "github",
    "gitlab",
    "mastodon",
    "bluesky",
    "linkedin",
    "orcid",
    "youtube",
    "matrix",
    "website",
)


@lru_cache(maxsize=8192)
def read_handle(text: str, service: str = "") -> Reading[Handle]:
    """An account on a service; without one the text must say on which service it is."""
    word = " ".join(text.split())
    service = service.strip().casefold()
    prefix = _PREFIX.fullmatch(word)
    if not service and prefix and prefix[1].casefold() in SERVICE_NAMES:
        service, word = prefix[1].casefold(), prefix[2]
    if service and service not in SERVICE_NAMES:
        return refused(
            "HG346",
            f"no service is called {quoted(service)}",
            f"services: {', '.join(SERVICE_NAMES)}",
        )
    if service:
        return _read_for(service, word)
    return _detected(word)


def _detected(word: str) -> Reading[Handle]:
    if word.casefold().startswith(("http://", "https://", "www.", "//")):
        return _from_address(word)
    if _MATRIX.fullmatch(word) or _MATRIX_LINK.fullmatch(word):
        return _matrix(word)
    if word.startswith("@") and _FEDIVERSE.fullmatch(word):
        return _mastodon(word)
    if _ORCID.fullmatch(word):
        return _orcid(word)
    if word.casefold().endswith(".bsky.social"):
        return _read_for("bluesky", word)
    if _DOMAIN.fullmatch(word):
        return refused(
            "HG346", f"{quoted(word)} doesn't begin with https://", f"write https://{word}"
        )
    if ":" in word or "@" in word[1:]:
        advice = "write the address of the profile; an e-mail address belongs in email"
        return refused("HG346", f"{quoted(word)} is neither an account nor a web address", advice)
    name = word.lstrip("@") or "ada"
    advice = f"write the profile's address, or the service before the name, such as github: {name}"
    return refused("HG346", f"{quoted(word)} doesn't say on which service it is", advice)


def _read_for(service: str, word: str) -> Reading[Handle]:
    own = _OWN_RULES.get(service)
    if own is not None:
        return own(word)
    known = SERVICES[service]
    if "://" in word or word.casefold().startswith(("www.", *(f"{host}/" for host in known.hosts))):
        return _profile(word if "://" in word else f"https://{word}", service, known)
    name = word.removeprefix("@").removeprefix("in/").strip("/")
    if not (known.name.fullmatch(name) and name.isprintable()):
        advice = f"write the name alone, such as {known.example}, or the profile's address"
        return refused("HG346", f"{quoted(word)} is no name on {known.label}", advice)
    return Reading(_handle(service, known, name))


def _profile(word: str, service: str, known: Service) -> Reading[Handle]:
    address = read_web_address(word)
    if address.value is None:
        return Reading(None, address.remarks)
    found = _account(address.value, known)
    if host_of(address.value) not in known.hosts:
        return refused(
            "HG346",
            f"{quoted(word)} is not an address of {known.label}",
            f"such as {known.address.format(name='ada')}",
        )
    if found is None:
        return Reading(Handle(service, _short(address.value), address.value), address.remarks)
    return Reading(_handle(service, known, found), address.remarks)


def _account(address: str, known: Service) -> str | None:
    """The name in a profile's address; None for other pages of the service."""
    path = _path(address)
    found = known.profile.fullmatch(path)
    name = unquote(found[1]) if found else ""
    return (
        name
        if host_of(address) in known.hosts and known.name.fullmatch(name) and name.isprintable()
        else None
    )


def _from_address(word: str) -> Reading[Handle]:
    if _ORCID.fullmatch(word):
        return _orcid(word)
    if _MATRIX_LINK.fullmatch(word):
        return _matrix(word)
    address = read_web_address(word)
    if address.value is None:
        return Reading(None, address.remarks)
    host = host_of(address.value)
    for service, known in SERVICES.items():
        if host in known.hosts:
            name = _account(address.value, known)
            if name:
                return Reading(_handle(service, known, name), address.remarks)
            return _website(word)
    if _FEDIVERSE_PATH.fullmatch(_path(address.value)) and host not in _NOT_FEDIVERSE:
        return _mastodon(word)
    return _website(word)


def _handle(service: str, known: Service, name: str) -> Handle:
    return Handle(service, known.shown.format(name=name), known.address.format(name=quote(name)))


def _mastodon(word: str) -> Reading[Handle]:
    if "://" in word:
        address = read_web_address(word)
        found = _FEDIVERSE_PATH.fullmatch(_path(address.value or ""))
        if address.value is None or found is None:
            return Reading(None, address.remarks) if address.value is None else _no_mastodon(word)
        return Reading(
            Handle("mastodon", f"@{found[1]}@{host_of(address.value)}", address.value),
            address.remarks,
        )
    account = _FEDIVERSE.fullmatch(word)
    address = read_web_address(f"https://{account[2]}/@{account[1]}") if account else Reading(None)
    if account is None or address.value is None:
        return _no_mastodon(word)
    return Reading(Handle("mastodon", f"@{account[1]}@{account[2].lower()}", address.value))


def _no_mastodon(word: str) -> Reading[Handle]:
    advice = "write it with its server, such as @ada@social.example, or the profile's address"
    return refused("HG346", f"{quoted(word)} is no account on Mastodon", advice)


def _matrix(word: str) -> Reading[Handle]:
    link = _MATRIX_LINK.fullmatch(word)
    name = unquote(link[1]) if link else word
    name = name if name.startswith("@") else f"@{name}"
    if not _MATRIX.fullmatch(name):
        return refused(
            "HG346",
            f"{quoted(word)} is no Matrix account",
            "write it with its server: @ada:example.org",
        )
    return Reading(Handle("matrix", name, ""))


def _orcid(word: str) -> Reading[Handle]:
    reading = read_orcid(word)
    if reading.value is None:
        return Reading(None, reading.remarks)
    return Reading(Handle("orcid", reading.value.value, reading.value.url))


def _website(word: str) -> Reading[Handle]:
    reading = read_web_address(word)
    if reading.value is None:
        return Reading(None, reading.remarks)
    return Reading(Handle("website", _short(reading.value), reading.value), reading.remarks)


def _short(address: str) -> str:
    """What people call a site: its address without what all addresses have."""
    short = address.partition("://")[2].removeprefix("www.").partition("?")[0].rstrip("/")
    readable = unquote(short)
    # What was quoted may be a character that must not be shown.
    return readable if readable.isprintable() and "\ufffd" not in readable else short


def _path(address: str) -> str:
    return "/" + address.partition("://")[2].partition("/")[2].partition("?")[0].partition("#")[0]


_OWN_RULES: dict[str, Callable[[str], Reading[Handle]]] = {
    "mastodon": _mastodon,
    "matrix": _matrix,
    "orcid": _orcid,
    "website": _website,
}
