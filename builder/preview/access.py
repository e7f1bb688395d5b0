"""Who may talk to the preview: the list of hosts, and the rule of origins.

A page elsewhere can make its own name lead to 127.0.0.1 (DNS rebinding) and can open a socket to
any address. Browsers tell both: the name in Host, the page in Origin. Names are checked without
their port, so that a forwarded port works; a name of somebody else's is never on the list.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import NamedTuple

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
WILDCARDS = frozenset({"", "0.0.0.0", "::"})
SCHEMES = ("http://", "https://")


class Hosts(NamedTuple):
    """The names under which the preview answers, in small letters.

    With `any_address` it answers under every IP address too: only names can be rebound.
    """

    names: frozenset[str]
    any_address: bool = False


def hosts(bound: str, machine: str) -> Hosts:
    """The hosts of a preview bound to the address `bound` on the computer called `machine`."""
    name = _plain(bound.lower())
    if name in WILDCARDS:
        own = {machine.lower(), f"{machine.lower()}.local"}
        return Hosts(LOOPBACK | own, any_address=True)
    return Hosts(LOOPBACK | {name} if is_loopback(bound) else frozenset({name}))


def is_loopback(bound: str) -> bool:
    """Whether an address to bind to can be reached from this computer alone."""
    address = _address(bound)
    return bound.lower() == "localhost" or (address is not None and address.is_loopback)


def host_allowed(header: str, allowed: Hosts) -> bool:
    """Whether a request with this Host header is answered."""
    name = _name(header)
    if name is None:
        return False
    return name in allowed.names or (allowed.any_address and _address(name) is not None)


def origin_allowed(origin: str | None, host: str) -> bool:
    """Whether a page of this origin may open the socket: only pages that the preview itself serves.

    `host` is the request's Host header, already found on the list. A browser always sends Origin
    with a socket, so a request without one is nothing we wait for.
    """
    return origin is not None and origin.lower() in {scheme + host.lower() for scheme in SCHEMES}


def _name(header: str) -> str | None:
    """The name in a Host header, without brackets and port; None where it is malformed."""
    if header.startswith("["):
        name, bracket, port = header[1:].partition("]")
        if not bracket or (port and not port.startswith(":")) or ":" not in name:
            return None
        port = port[1:]
    else:
        name, _, port = header.partition(":")
    if not name or (port and not (port.isascii() and port.isdecimal() and len(port) <= 5)):
        return None
    return _plain(name.lower())


def _plain(name: str) -> str:
    """An IPv6 address in its shortest form; other names as they are."""
    address = _address(name)
    return name if address is None else str(address)


def _address(name: str) -> IPv4Address | IPv6Address | None:
    """The IP address that a name is; None for a name of another kind."""
    try:
        return ip_address(name)
    except ValueError:
        return None
