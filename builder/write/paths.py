"""Paths inside the output folder: which may be written, and which may be deleted."""

import os
import stat

from builder.sources.troubles import Refused

MARKER = ".backstory"
STAGING = ".backstory-tmp"
KEPT = frozenset({".gitignore", ".gitkeep"})
_RESERVED = KEPT | {MARKER, STAGING, ".git"}
_NO_NAMES = frozenset({"", ".", ".."})
_LONGEST = 255
"""The most bytes that disks allow a name."""
_DEEPEST = 40
"""The most folders on the way to a file: those of the site are nested less deeply."""
_SURELY_SHORT = _LONGEST // 4
"""A character has four bytes at most: only names in longer paths need to be weighed."""


def fault(path: str) -> str:
    """Why `path` cannot be a file of the output: a sentence part, or ""."""
    parts = path.split("/")
    if not path or "\\" in path or "\0" in path or ":" in parts[0]:
        return "it is not a relative path with slashes"
    if not _NO_NAMES.isdisjoint(parts):
        return "it leads out of the output folder"
    if parts[0].lower() in _RESERVED:
        return "this name is kept for Backstory itself"
    if len(path) > _SURELY_SHORT and any(
        len(name.encode("utf-8", "replace")) > _LONGEST for name in parts
    ):
        return "the name is longer than disks allow"
    if len(parts) > _DEEPEST:
        return "it lies in too many folders"
    return ""


def checked(path: str) -> str:
    """`path` as it is. Raises Refused when it cannot be a file of the output."""
    reason = fault(path)
    if reason:
        raise Refused(f"The page “{path}” cannot be written: {reason}.")
    return path


def in_the_way(path: str) -> Refused:
    """The trouble for what stands in the output where something of ours is to stand."""
    return Refused(
        f"“{path}” is in the way: Backstory did not make it, and does not write over it.",
        "Move it away and try again; files for the site belong in content/ or in "
        "templates/assets/.",
    )


def folders(path: str) -> list[str]:
    """The folders on the way to `path`, the innermost first: `a/b/c` gives `a/b`, `a`."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[:count]) for count in range(len(parts), 0, -1)]


def kind(path: str) -> str:
    """What stands at `path` on the disk, nothing followed: file, folder, other, or "" (nothing)."""
    try:
        mode = os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return ""
    if stat.S_ISREG(mode):
        return "file"
    return "folder" if stat.S_ISDIR(mode) else "other"
