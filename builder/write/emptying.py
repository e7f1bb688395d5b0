"""Emptying the cache, and leaving the folders that a build uses meanwhile as they are."""

import os
from contextlib import suppress

from builder.sources.troubles import Unable
from builder.write.cache import FOLDER, CacheFolder, is_plain
from builder.write.lock import alone
from builder.write.paths import kind

_NAMES = (
    *("manifest", "manifest.new", "manifest.since", "manifest.since.new"),
    *("memory.db", "memory.db-journal", "memory.db-wal", "memory.db-shm"),
    *("tick", "error.log", ".gitignore"),
    "lock",  # last: without it, the next build no longer waits
)


def empty(root: str) -> None:
    """Delete what builds left in the cache, and nothing else.

    A folder whose lock another process holds stays, and so does what keeps it out of Git.
    """
    top = os.path.join(root, FOLDER)
    if kind(top) != "folder" or not is_plain(root, top):
        return
    places = [os.path.join(top, name) for name in os.listdir(top)]
    folders = [path for path in places if kind(path) == "folder"]
    emptied = [_cleared(folder) for folder in folders]
    if all(emptied):
        _cleared(top)
    _drop(os.path.dirname(top))


def _cleared(folder: str) -> bool:
    """Delete our own files in a folder, and it once it is empty; false where it is in use."""
    ours = [os.path.join(folder, name) for name in _NAMES]
    try:
        with alone(CacheFolder(folder), attempts=1):
            for path in ours:
                if kind(path) == "file":
                    os.unlink(path)
            _drop(folder)
    except Unable:
        return False
    return True


def _drop(folder: str) -> None:
    """Delete a folder if it is empty."""
    with suppress(OSError):
        os.rmdir(folder)
