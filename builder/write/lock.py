"""One build at a time for each output folder.

The lock is the operating system's (`flock`) and falls with the process that holds it; where there
is none (Windows), builds do not wait for each other.
"""

import contextlib
import os
from collections.abc import Iterator

from builder.sources.troubles import Unable
from builder.write.cache import Room

ATTEMPTS = 200
PAUSE = 0.05
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)


@contextlib.contextmanager
def alone(place: Room | None, attempts: int = ATTEMPTS) -> Iterator[None]:
    """Hold the lock of a room; another build is waited for, `attempts` times a twentieth second.

    Raises:
        Unable: the other build does not end.
    """
    handle = _open(place)
    if handle is None:
        yield
        return
    try:
        _wait(handle, attempts)
        yield
    finally:
        with contextlib.suppress(OSError):  # the lock falls all the same, and nothing was written
            os.close(handle)


def _open(place: Room | None) -> int | None:
    """The lock's file; None where the cache cannot be written."""
    if place is None:
        return None
    try:
        return os.open(place.file("lock"), os.O_RDWR | os.O_CREAT | _NOFOLLOW, 0o644)
    except OSError:
        return None


def _wait(handle: int, attempts: int) -> None:
    """Take the lock, trying again for a while."""
    for attempt in range(attempts):
        if _taken(handle):
            return
        if attempt + 1 < attempts:
            _pause()
    raise Unable(
        "Another build of this site is still running.",
        "Wait for it to end, or build into another folder with --output.",
    )


def _taken(handle: int) -> bool:
    """Whether the lock is ours now."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a disk without locks
        return True
    return True


def _pause() -> None:
    """A moment for the other build."""
    import time

    time.sleep(PAUSE)
