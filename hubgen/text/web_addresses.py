"""Web addresses: http and https alone, in one canonical spelling, without what spies on readers."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, quote, urlsplit

from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, Remark, quoted, refused

LEAKED = ", and change the password: others may have seen it"
"""What else to do where an address held a password."""
LONGEST = 2_000
"""Code points; longer addresses break in browsers and mail."""
_PLAIN = pattern(
    r"https://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,20}(?:/[A-Za-z0-9/._~-]*)?"
)
"""The ordinary case, which needs no further look but at its host."""
_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:/|$))")
_BARE_HOST = pattern(r"(?i)(?:[\w-]+\.)+[a-z]{2,20}(?::\d+)?(?:[/?#].*)?")
_LABEL = pattern(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_TRACKING = pattern(
    r"(?i)utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh"
    r"|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|s_cid"
)
_SHORTENERS = frozenset(
    (
        "bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "cutt.ly",
        "lnkd.in", "shorturl.at", "rb.gy", "t.ly", "tiny.cc", "v.gd", "bl.ink", "s.id", "dub.sh",
    )
)  # fmt: skip
_INNER_DOMAINS = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private")
_PATH_SAFE = "/%:@!$&'()*+,;=~-._"
_QUERY_SAFE = _PATH_SAFE + "?[]"


@lru_cache(maxsize=8192)
def read_web_address(text: str) -> Reading[str]:
    """An address that a browser can follow, in its canonical spelling."""
    word = text.strip()
    if _PLAIN.fullmatch(word) and len(word) < 250 and "xn--" not in word:
        return Reading(word, _remarks_on_host(word[8:].partition("/")[0]))
    problem = _form_problem(word)
    if problem is not None:
        return problem
    try:
        parts = urlsplit(word)
        port, host = parts.port, _canonical_host(parts.hostname or "")
    except ValueError:
        return refused(
            "HG340", f"{quoted(text)} is no web address", "copy it from the browser again"
        )
    if "@" in parts.netloc:
        return refused(
            "HG341",
            "the address holds a user name or password",
            f"write {parts.scheme}://{host}{parts.path}" + ("" if not parts.password else LEAKED),
        )
    if not host:
        return refused(
            "HG340",
            f"{quoted(text)} has no host name that can exist",
            "copy it from the browser again",
        )
    return _canonical(parts, host, port)


def _canonical(parts: SplitResult, host: str, port: int | None) -> Reading[str]:
    scheme = parts.scheme.lower()
    ports = {"http": 80, "https": 443}
    place = host if port in {None, ports[scheme]} else f"{host}:{port}"
    query, dropped = _without_tracking(parts.query)
    address = f"{scheme}://{place}{quote(parts.path, safe=_PATH_SAFE)}"
    address += f"?{quote(query, safe=_QUERY_SAFE)}" if query else ""
    address += f"#{quote(parts.fragment, safe=_QUERY_SAFE)}" if parts.fragment else ""
    remarks = _remarks_on_host(host)
    if dropped:
        message = f"the address carries marks for tracking: {', '.join(dropped)}"
        remarks += (Remark("HG343", message[:200], f"write {address}"),)
    return Reading(address, remarks)


def _form_problem(word: str) -> Reading[str] | None:
    if len(word) > LONGEST:
        return refused(
            "HG340",
            f"the address is {len(word):,} characters long",
            f"at most {LONGEST:,} work everywhere",
        )
    if len(word.split()) > 1:
        return refused(
            "HG340",
            f"there is a space in {quoted(word)}",
            "write one address, with %20 for a space in it",
        )
    if word.startswith("//"):
        return refused(
            "HG340", f"{quoted(word)} doesn't begin with https://", f"write https:{word}"
        )
    found = _SCHEME.match(word)
    if found is None:
        bare = _BARE_HOST.fullmatch(word)
        advice = f"write https://{word}" if bare else "copy the whole address from the browser"
        return refused("HG340", f"{quoted(word)} doesn't begin with https://", advice)
    if found[1].lower() not in {"http", "https"}:
        message = f"{quoted(word)} is not a web address: it begins with {found[1].lower()}:"
        return refused(
            "HG340", message, "only addresses with http:// or https:// can be followed here"
        )
    if not word[found.end() :].startswith("//") or "\\" in word[: found.end() + 2]:
        return refused(
            "HG340", f"{quoted(word)} lacks the two slashes", f"write {found[1].lower()}://…"
        )
    return _unshowable(word)


def _unshowable(word: str) -> Reading[str] | None:
    if word.isprintable() and "\\" not in word.partition("//")[2].partition("/")[0]:
        return None
    return refused(
        "HG340", f"{quoted(word)} holds a character that no address has", "copy it again"
    )


def _canonical_host(host: str) -> str:
    """The host in lower case ASCII; empty when no such host can exist."""
    if len(host) > 253 or "%" in host:
        return ""
    if ":" in host:
        return f"[{IPv6Address(host).compressed}]"
    plain = host.rstrip(".") if host.isascii() else _ascii_host(host)
    labels = plain.lower().split(".")
    if labels[-1].isdecimal() or labels[-1].startswith("0x"):
        return str(IPv4Address(plain))
    return ".".join(labels) if all(map(_LABEL.fullmatch, labels)) else ""


def _ascii_host(host: str) -> str:
    """The Punycode of an international name (RFC 3490); a ValueError when it has none."""
    return host.rstrip(".").encode("idna").decode("ascii")


def _without_tracking(query: str) -> tuple[str, list[str]]:
    kept: list[str] = []
    dropped: list[str] = []
    for pair in query.split("&") if query else ():
        name = pair.partition("=")[0]
        (dropped if _TRACKING.fullmatch(name) else kept).append(pair)
    return "&".join(kept), [pair.partition("=")[0] for pair in dropped]


@lru_cache(maxsize=2048)
def _host_problem(host: str) -> tuple[str, str, str] | None:
    if host.removeprefix("www.") in _SHORTENERS:
        return (
            "HG344",
            f"{host} hides where it leads",
            "follow it once and write the address where it leads",
        )
    if _is_private(host):
        return (
            "HG342",
            f"{host} can be reached from one computer or network only",
            "use a public address",
        )
    return None


def _remarks_on_host(host: str) -> tuple[Remark, ...]:
    problem = _host_problem(host)
    return () if problem is None else (Remark(*problem),)


def _is_private(host: str) -> bool:
    try:
        return not ip_address(host.strip("[]")).is_global
    except ValueError:
        labels = host.split(".")
        return len(labels) == 1 or labels[-1] in _INNER_DOMAINS


def host_of(address: str) -> str:
    """The host of a canonical address, without `www.`."""
    return address.partition("://")[2].partition("/")[0].partition("?")[0].removeprefix("www.")
