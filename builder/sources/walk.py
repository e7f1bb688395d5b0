"""Every file under a folder, in one order on every machine, without following anything.

Standard library alone, and little of it: a build in which nothing changed walks too.
"""

import os
import stat
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

Stamp = str
"""What the disk says of a file without opening it: size, mtime, ctime (nanoseconds), inode.

As a text: one is compared with another, and hardly ever is a number in it wanted.
"""

NO_STAMP: Stamp = ""
_LITTER = frozenset({"thumbs.db", "desktop.ini", "__pycache__"})
DEEPEST = 32


class FoundFile(NamedTuple):
    """A file: its path in NFC with slashes, where it is on disk, what it weighs.

    `fault` names what it is, if it is nothing to be read: a symlink, a hard link…
    """

    path: str
    disk: str
    stamp: Stamp
    fault: str = ""

    @property
    def size(self) -> int:
        """Its size in bytes; 0 where the disk says nothing of it."""
        return int(self.stamp.partition(" ")[0] or 0)


def walk(folder: str, name: str = "", *, hard_links: bool = True) -> list[FoundFile]:
    """The files under `folder`, which is called `name`, by path; none where it does not exist.

    With `hard_links` false, a file with a second name elsewhere is a fault (`hard-link`).
    """
    return sorted(_entries(folder, name and name + "/", 0, hard_links))


def look(path: str, disk: str, *, hard_links: bool = True) -> FoundFile | None:
    """The one file at `disk`, called `path`; None where there is none."""
    try:
        status = os.lstat(disk)
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return FoundFile(path, disk, NO_STAMP, "unreadable")
    return FoundFile(path, disk, stamp_of(status), _fault(status, hard_links))


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a status."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def ignored(name: str) -> bool:
    """Whether a file or folder is not the site's: dotfiles and what editors leave behind."""
    return (
        name.startswith((".", "~$"))
        or (name.startswith("#") and name.endswith("#"))
        or name.endswith(("~", ".swp", ".swo", ".tmp", ".bak", ".orig"))
        or name.lower() in _LITTER
    )


def _entries(folder: str, prefix: str, depth: int, hard_links: bool) -> Iterator[FoundFile]:
    """The files of a folder and of its folders."""
    try:
        with os.scandir(folder) as listing:
            entries = [entry for entry in listing if not ignored(entry.name)]
    except FileNotFoundError:
        return
    except NotADirectoryError:
        yield FoundFile(prefix.rstrip("/"), folder, NO_STAMP, "no-folder")
        return
    except OSError:
        yield FoundFile(prefix.rstrip("/"), folder, NO_STAMP, "unreadable")
        return
    for entry in entries:
        path = prefix + unicodedata.normalize("NFC", entry.name)
        if not (path.isascii() or is_text(entry.name)):
            yield FoundFile(_shown(path), entry.path, NO_STAMP, "name-unreadable")
        elif not entry.is_dir(follow_symlinks=False):
            found = look(path, entry.path, hard_links=hard_links)
            if found:
                yield found
        elif depth >= DEEPEST:
            yield FoundFile(path, entry.path, NO_STAMP, "too-deep")
        else:
            yield from _entries(entry.path, path + "/", depth + 1, hard_links)


def _fault(status: os.stat_result, hard_links: bool) -> str:
    """What kind of thing this is, "" for a plain file."""
    if stat.S_ISREG(status.st_mode):
        return "hard-link" if status.st_nlink > 1 and not hard_links else ""
    if stat.S_ISDIR(status.st_mode):
        return "folder"
    return "symlink" if stat.S_ISLNK(status.st_mode) else "special"


def is_text(name: str) -> bool:
    """Whether a name is text: other bytes on the disk arrive as lone surrogates (PEP 383)."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(path: str) -> str:
    """A path that can be printed: bytes that are no text stand as their numbers."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
