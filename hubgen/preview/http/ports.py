"""Where the preview listens: the port that was asked for, or the first one that is free."""

import errno
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

from hubgen.preview.http.door import DEFAULT_PORT, Door, is_loopback

TRIES: Final = 100
"""Ports that are looked at when none was asked for."""

_IN_USE: Final = frozenset({errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", 0)})
_NOT_HERE: Final = frozenset({errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT})


class CannotListen(Exception):
    """The preview can't be reached where it was meant to be; the message says so to people."""


class PortTaken(CannotListen):
    """Something else listens there."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the preview is now."""

    url: str
    port: int
    notes: tuple[str, ...] = ()
    """What whoever started it ought to know."""
    sockets: tuple[socket.socket, ...] = ()


def take_place(door: Door) -> Place:
    """Listens; raises CannotListen, which PortTaken is a kind of."""
    host = door.host.strip("[]")
    if door.port is not None:
        return _place(door, _listen(host, door.port), ())
    for port in range(DEFAULT_PORT, DEFAULT_PORT + TRIES):
        try:
            sockets = _listen(host, port)
        except PortTaken:
            continue
        moved = f"Port {DEFAULT_PORT} is in use; the preview is on {port}."
        return _place(door, sockets, (moved,) if port != DEFAULT_PORT else ())
    raise PortTaken(f"All ports from {DEFAULT_PORT} to {DEFAULT_PORT + TRIES - 1} are in use.")


def _place(door: Door, sockets: Sequence[socket.socket], notes: tuple[str, ...]) -> Place:
    port = int(sockets[0].getsockname()[1])
    if not is_loopback(door.host):
        notes = (*notes, _warning(door.host))
    url = f"http://{_reached_by(door.host)}:{port}{door.base_path}"
    return Place(url, port, notes, tuple(sockets))


def _reached_by(host: str) -> str:
    """How a browser of this computer writes it."""
    plain = host.strip("[]")
    try:
        address = ip_address(plain or "::")
    except ValueError:
        return plain
    if address.is_unspecified:
        return "127.0.0.1" if address.version == 4 or not plain else "[::1]"
    return plain if address.version == 4 else f"[{plain}]"


def _warning(host: str) -> str:
    return (
        f"Everybody who reaches {host} over the network can read this preview, drafts included. "
        "It answers them by the names that --allow-host gives."
    )


def _listen(host: str, port: int) -> list[socket.socket]:
    """One socket for each address of the host, all on the same port."""
    sockets: list[socket.socket] = []
    try:
        for family, address in _addresses(host, port):
            taken = int(sockets[0].getsockname()[1]) if sockets else port
            sockets += _listening(family, (address, taken))
    except CannotListen:
        for one in sockets:
            one.close()
        raise
    if not sockets:
        raise CannotListen(f"{host} is no address of this computer.")
    return sockets


def _addresses(host: str, port: int) -> list[tuple[socket.AddressFamily, str]]:
    try:
        found = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
    except (OSError, UnicodeError, OverflowError) as error:
        raise CannotListen(f"{host} is no address of this computer.") from error
    pairs = ((family, str(address[0])) for family, _, _, _, address in found)
    return list(dict.fromkeys(pairs))


def _listening(family: socket.AddressFamily, address: tuple[str, int]) -> list[socket.socket]:
    """A socket that listens, or none where this computer has no such address; raises CannotListen."""
    try:
        one = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        return []
    try:
        _set_up(one, family)
        one.bind(address)
        one.listen(128)
    except OSError as error:
        one.close()
        if error.errno in _NOT_HERE:
            return []
        raise _explained(error, address[1]) from error
    return [one]


def _set_up(one: socket.socket, family: socket.AddressFamily) -> None:
    if sys.platform == "win32":
        # There, the option of other systems would let two programs share a port.
        one.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)


def _explained(error: OSError, port: int) -> CannotListen:
    if error.errno in _IN_USE:
        return PortTaken(
            f"Port {port} is in use. Choose another one with --port, or leave --port away."
        )
    if error.errno == errno.EACCES:
        return CannotListen(f"This account may not listen on port {port}.")
    return CannotListen(f"Port {port} can't be opened: {error.strerror}.")
