"""Paths inside the output folder: which may be written, and which may be deleted."""

import os
import stat

from builder.sources.troubles import Refused

MARKER = ".backstory"
STAGING = ".backstory-tmp"
KEPT = frozenset({".gitignore", ".gitkeep"})
_RESERVED = KEPT | {MARKER, STAGING, ".git"}


def fault(path: str) -> str:
    """Why `path` cannot be a file of the output: a sentence part, or ""."""
    parts = path.split("/")
    if not path or "\\" in path or "\0" in path or ":" in parts[0]:
        return "it is not a relative path with slashes"
    if any(part in ("", ".", "..") for part in parts):
        return "it leads out of the output folder"
    if parts[0].lower() in _RESERVED:
        return "this name is kept for Backstory itself"
    if any(len(part.encode("utf-8", "replace")) > 255 for part in parts):
        return "the name is longer than disks allow"
    return ""


def checked(path: str) -> str:
    """`path` as it is. Raises Refused when it cannot be a file of the output."""
    reason = fault(path)
    if reason:
        raise Refused(f"The page “{path}” cannot be written: {reason}.")
    return path


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
