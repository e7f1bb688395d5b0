"""The end of a terminal at which a test sits."""

import os


def heard(terminal: int) -> str:
    """All that is said at the other end, until nobody holds it; this end is closed then.

    A terminal ends a line with two characters: here it is a line feed alone.
    """
    said = b""
    try:
        while more := os.read(terminal, 4096):
            said += more
    except OSError:  # so Linux tells that nobody holds the other end
        pass
    os.close(terminal)
    return said.decode().replace("\r\n", "\n")
