"""The cache: a folder `.cache/backstory/` in the site, with a folder in it for each output folder.

A build works without it (a site on a read-only disk, a `.cache` that leads elsewhere), only slower.
"""

import os
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from builder.ground.digests import digest
from builder.write.paths import kind

FOLDER = os.path.join(".cache", "backstory")


class CacheFolder(NamedTuple):
    """The folder in which the builds into one output folder keep what they know."""

    folder: str

    def file(self, name: str) -> str:
        """Where a file of this name stands, or would stand."""
        return os.path.join(self.folder, name)


def cache_for(root: str, output: str) -> CacheFolder | None:
    """The cache for `output`, made where it is missing; None where the disk does not allow it."""
    return _made(root, _folder(root, output))


def site_cache(root: str) -> CacheFolder | None:
    """The cache for what has no output, the preview and reports of crashes; else as `cache_for`."""
    return _made(root, os.path.join(root, FOLDER))


def existing_cache(root: str, output: str) -> CacheFolder | None:
    """The cache for `output` where there is one already; nothing is made."""
    folder = _folder(root, output)
    try:
        return CacheFolder(folder) if os.path.isdir(folder) and is_plain(root, folder) else None
    except OSError:
        return None


def begun(path: str) -> BinaryIO:
    """A file begun anew. Raises OSError.

    What stands in its place is taken away first, and not written into: in a folder that somebody
    committed it could be a link to any file of the user's.
    """
    with suppress(FileNotFoundError):
        os.unlink(path)
    return open(path, "xb")


def now(cache: CacheFolder | None) -> int:
    """The disk's own time in nanoseconds, as the mtime of a file touched just now.

    0 where there is no cache to keep the file in: then every stamp is too young to be trusted.
    """
    if cache is None:
        return 0
    path = cache.file("tick")
    try:
        with begun(path):
            os.utime(path)
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0


def remake(cache: CacheFolder) -> None:
    """Make a folder anew that somebody has deleted since it was made. Raises OSError."""
    _make(cache.folder.rpartition(FOLDER)[0], cache.folder)


def is_plain(root: str, folder: str) -> bool:
    """Whether nothing on the way from `root` to `folder` is a link that leads elsewhere."""
    parts = os.path.relpath(folder, root).split(os.sep)
    ways = (os.path.join(root, *parts[:count]) for count in range(1, len(parts) + 1))
    return all(kind(way) in ("folder", "") for way in ways)


def _folder(root: str, output: str) -> str:
    """Where the cache for `output` is: named after the way that leads there from the site."""
    way = os.path.relpath(os.path.realpath(output), os.path.realpath(root))
    return os.path.join(root, FOLDER, digest(os.fsencode(way))[:12])


def _made(root: str, folder: str) -> CacheFolder | None:
    """The cache in that folder, made where it is missing; None where the disk does not allow it."""
    try:
        if not os.path.isdir(folder):
            _make(root, folder)
        return CacheFolder(folder) if is_plain(root, folder) else None
    except OSError:
        return None


def _make(root: str, folder: str) -> None:
    """Make the folder, and keep it out of the site's Git; a site that is gone stays gone."""
    if not is_plain(root, folder) or not os.path.isdir(root or os.curdir):
        raise OSError
    os.makedirs(folder, mode=0o755, exist_ok=True)
    ignore = os.path.join(root, FOLDER, ".gitignore")
    if not os.path.lexists(ignore):
        with open(ignore, "w", encoding="utf-8") as file:
            file.write("*\n")
