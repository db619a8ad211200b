"""Which machines hubgen asks: those that anybody in the world can ask, and no others.

A link is written by whoever opens a pull request, and followed on a machine that may sit inside somebody's network. So a
name is resolved here, every address that it has is looked at, and the connection goes to an address that was looked at.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

PORTS: Final = frozenset({80, 443})
"""Ports below 1024 on which sites are served; the others are mail, shells, files."""
LOWEST_FREE_PORT: Final = 1024

_CLOSED_4: Final = tuple(
    map(
        ip_network,
        [
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32",
        ],
    )
)
"""Private, shared, loopback, link-local (with the metadata of clouds), documentation, multicast; the last is a cloud's own."""
_OPEN_6: Final = ip_network("2000::/3")
_CLOSED_6: Final = tuple(map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
"""Teredo, documentation, 6to4: of what is open, they lead elsewhere or nowhere."""
_TRANSLATED: Final = ip_network("64:ff9b::/96")
"""How networks without IPv4 write an IPv4 address."""


class NotAllowed(Exception):
    """The host is one that hubgen doesn't ask."""


class NoSuchHost(Exception):
    """The name has no address."""


def is_public(address: str) -> bool:
    """Whether everybody can reach it: whatever isn't known to be public is not."""
    try:
        place = ip_address(address)
    except ValueError:
        return False
    if isinstance(place, IPv4Address):
        return not any(place in network for network in _CLOSED_4)
    if place.scope_id is not None:
        return False
    inner = _embedded(place)
    if inner is not None:
        return is_public(str(inner))
    return place in _OPEN_6 and not any(place in network for network in _CLOSED_6)


def resolve(host: str, port: int, allowed: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The addresses of the host, each of them public or explicitly allowed; raises NotAllowed, NoSuchHost, and OSError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as problem:
        if problem.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)}:
            raise NoSuchHost(host) from problem
        raise
    except UnicodeError as problem:
        raise NoSuchHost(host) from problem
    addresses = tuple(dict.fromkeys(str(each[4][0]) for each in found))
    closed = [each for each in addresses if each not in allowed and not is_public(each)]
    if closed:
        raise NotAllowed(f"{host} is {closed[0]}, which isn't public")
    if not set(addresses) <= allowed and port not in PORTS and port < LOWEST_FREE_PORT:
        raise NotAllowed(f"port {port} is no place for a site")
    return addresses


def _embedded(place: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that it stands for."""
    if place.ipv4_mapped is not None:
        return place.ipv4_mapped
    return IPv4Address(int(place) & 0xFFFFFFFF) if place in _TRANSLATED else None
