"""One build at a time for each output folder.

The lock is the operating system's (`flock`) and falls with the process that holds it; where there
is none (Windows), builds do not wait for each other.
"""

import contextlib
import os
from collections.abc import Iterator

from builder.sources.troubles import Unable
from builder.write.cache import CacheFolder, remake

ATTEMPTS = 200
PAUSE = 0.05
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_HAS_LOCKS = os.name == "posix"


@contextlib.contextmanager
def alone(cache: CacheFolder | None, attempts: int = ATTEMPTS) -> Iterator[None]:
    """Hold the lock of a cache; another build is waited for, `attempts` times a twentieth second.

    Raises:
        Unable: the other build does not end.
    """
    handle = _held(cache, attempts) if cache and _HAS_LOCKS else None
    try:
        yield
    finally:
        if handle is not None:
            _close(handle)


def _held(cache: CacheFolder, attempts: int) -> int | None:
    """The lock's file, once the lock is ours; None where the cache cannot be written.

    The file is opened for each attempt: somebody may have emptied the cache, and a lock on a file
    that no longer stands there keeps nobody out.
    """
    for attempt in range(attempts):
        if attempt:
            _pause()
        handle = _open(cache)
        if handle is None:
            return None
        if _taken(handle) and _stands(handle, cache):
            return handle
        _close(handle)
    raise Unable(
        "Another build of this site is still running.",
        "Wait for it to end, or build into another folder with --output.",
    )


def _open(cache: CacheFolder) -> int | None:
    """The lock's file; None where the cache cannot be written."""
    with contextlib.suppress(OSError):
        try:
            return _opened(cache)
        except FileNotFoundError:  # the cache was emptied meanwhile
            remake(cache)
            return _opened(cache)
    return None


def _opened(cache: CacheFolder) -> int:
    """The lock's file. Raises OSError."""
    return os.open(cache.file("lock"), os.O_RDWR | os.O_CREAT | _NOFOLLOW, 0o644)


def _taken(handle: int) -> bool:
    """Whether the lock is ours now."""
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a disk without locks
        return True
    return True


def _stands(handle: int, cache: CacheFolder) -> bool:
    """Whether what was opened is still the file in the cache."""
    try:
        return os.path.samestat(os.fstat(handle), os.lstat(cache.file("lock")))
    except OSError:
        return False


def _close(handle: int) -> None:
    """Let the lock fall: it does so even where the file closes with an error."""
    with contextlib.suppress(OSError):
        os.close(handle)


def _pause() -> None:
    """A moment for the other build."""
    import time

    time.sleep(PAUSE)
