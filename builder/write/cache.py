"""The cache: a folder `.cache/backstory/` in the site, with a room for each output folder.

A build works without it (a site on a read-only disk, a `.cache` that leads elsewhere), only slower.
"""

import os
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from builder.ground.digests import digest
from builder.write.paths import kind

FOLDER = os.path.join(".cache", "backstory")
_NAMES = (
    *("manifest.json", "manifest.json.new"),
    *("memory.db", "memory.db-journal", "memory.db-wal", "memory.db-shm"),
    *("lock", "tick", "error.log", ".gitignore"),
)


class Room(NamedTuple):
    """The folder in which the builds into one output folder keep what they know."""

    folder: str

    def file(self, name: str) -> str:
        """Where a file of this room stands."""
        return os.path.join(self.folder, name)


def room(root: str, output: str) -> Room | None:
    """The room for `output`, made where it is missing; None where the disk does not allow it."""
    return _made(root, _folder(root, output))


def hall(root: str) -> Room | None:
    """The cache's own folder, for the preview and faults, which have no output; else as a room."""
    return _made(root, os.path.join(root, FOLDER))


def known_room(root: str, output: str) -> Room | None:
    """The room for `output` where there is one already; nothing is made."""
    folder = _folder(root, output)
    try:
        return Room(folder) if os.path.isdir(folder) and _plain(root, folder) else None
    except OSError:
        return None


def begun(path: str) -> BinaryIO:
    """A file of the cache, begun anew. Raises OSError.

    What stands in its place is taken away first, and not written into: in a cache that somebody
    committed it could be a link to any file of the user's.
    """
    with suppress(FileNotFoundError):
        os.unlink(path)
    return open(path, "xb")


def now(place: Room | None) -> int:
    """The disk's own time in nanoseconds, as the mtime of a file touched just now.

    0 where there is no cache to keep the file in: then every stamp is too young to be trusted.
    """
    if place is None:
        return 0
    path = place.file("tick")
    try:
        with begun(path):
            os.utime(path)
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0


def empty(root: str) -> bool:
    """Delete what builds left in the cache, and nothing else; whether there was anything."""
    top = os.path.join(root, FOLDER)
    if kind(top) != "folder" or not _plain(root, top):
        return False
    rooms = [os.path.join(top, name) for name in os.listdir(top)]
    for folder in [*(path for path in rooms if kind(path) == "folder"), top]:
        _clear(folder)
    _drop(os.path.dirname(top))
    return True


def _folder(root: str, output: str) -> str:
    """Where the room for `output` is: named after the way that leads there from the site."""
    way = os.path.relpath(os.path.realpath(output), os.path.realpath(root))
    return os.path.join(root, FOLDER, digest(os.fsencode(way))[:12])


def _made(root: str, folder: str) -> Room | None:
    """The room in that folder, made where it is missing; None where the disk does not allow it."""
    try:
        if not os.path.isdir(folder):
            _make(root, folder)
        return Room(folder) if _plain(root, folder) else None
    except OSError:
        return None


def _make(root: str, folder: str) -> None:
    """Make the room, and keep it out of the site's Git."""
    if not _plain(root, folder):
        raise OSError
    os.makedirs(folder, mode=0o755, exist_ok=True)
    ignore = os.path.join(root, FOLDER, ".gitignore")
    if not os.path.lexists(ignore):
        with open(ignore, "w", encoding="utf-8") as file:
            file.write("*\n")


def _plain(root: str, folder: str) -> bool:
    """Whether nothing on the way from `root` to `folder` is a link that leads elsewhere."""
    parts = os.path.relpath(folder, root).split(os.sep)
    ways = (os.path.join(root, *parts[:count]) for count in range(1, len(parts) + 1))
    return all(kind(way) in ("folder", "") for way in ways)


def _clear(folder: str) -> None:
    """Delete our own files in a folder, and the folder once it is empty."""
    for name in _NAMES:
        path = os.path.join(folder, name)
        if kind(path) == "file":
            os.unlink(path)
    _drop(folder)


def _drop(folder: str) -> None:
    """Delete a folder if it is empty."""
    try:
        os.rmdir(folder)
    except OSError:
        return
