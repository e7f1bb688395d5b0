"""The port to listen on: the one that was asked for, or the next that is free."""

import errno
from socket import gaierror, socket

from tornado.netutil import bind_sockets

from builder.sources.troubles import Unable

TRIES = 20
HIGHEST = 65_535
_BUSY = frozenset({errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)})


def bind(host: str, port: int) -> tuple[list[socket], int]:
    """Sockets that listen on `host`, and their port: `port` or the next that is free; 0: any.

    Raises:
        Unable: twenty ports are busy, or the system does not let us.
    """
    last = min(port + TRIES - 1, HIGHEST) if port else 0
    for number in range(port, last + 1):
        try:
            sockets = bind_sockets(number, address=host)
        except (OSError, UnicodeError) as failure:
            if isinstance(failure, UnicodeError) or failure.errno not in _BUSY:
                raise Unable(_sentence(host, number, failure)) from None
        else:
            return sockets, int(sockets[0].getsockname()[1])
    raise Unable(f"The ports from {port} to {last} are all busy; choose another with --port.")


def _sentence(host: str, port: int, failure: OSError | UnicodeError) -> str:
    """What the refusal means; UnicodeError: a part of the name is empty or too long (RFC 1035)."""
    if isinstance(failure, gaierror | UnicodeError) or failure.errno == errno.EADDRNOTAVAIL:
        return f"There is no address “{host}” on this computer."
    if failure.errno == errno.EACCES:
        return f"The system does not allow port {port}; ports from 1024 upward are free to use."
    return f"The preview cannot listen on {host}, port {port}: {failure.strerror}."
