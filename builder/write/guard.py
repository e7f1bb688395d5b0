"""The guard: which folders a build may write into. Everything else is refused, untouched.

A folder is taken where it does not exist, is empty (a .gitignore may stand in it), or carries the
marker of an earlier build; never one that holds the sources, or is above or below them.
"""

import os

from builder.sources.troubles import Refused, unable
from builder.write.marker import Marker, read_marker
from builder.write.paths import KEPT, STAGING, kind

SOURCES = ("content", "templates", ".git")
_ELSEWHERE = "Choose a folder of its own, such as --output output."


def take(output: str, root: str) -> Marker | None:
    """What an earlier build left in `output`, None where it is new. Changes nothing.

    Raises:
        Refused: the folder is not one to write into; the message says why.
        Unable: the disk does not say what stands there.
    """
    try:
        reason = forbidden(output, root)
        is_there = not reason and kind(output)
    except OSError as failure:
        raise unable(f"look at the folder “{output}”", failure) from failure
    if reason:
        raise Refused(f"“{output}” cannot be the output folder: {reason}.", _ELSEWHERE)
    if not is_there:
        return None
    marker = read_marker(output)
    if marker and marker.damaged:
        raise Refused(
            f"The folder “{output}” has a damaged marker (.backstory), so Backstory cannot tell "
            "which files are its own.",
            "Look at what is in it, delete the folder yourself, and build again.",
        )
    foreign = [] if marker else strangers(output)
    if foreign:
        raise Refused(
            f"The folder “{output}” holds what Backstory did not make, such as “{foreign[0]}”.",
            "Choose an empty or a new folder with --output, or move these files away.",
        )
    return marker


def forbidden(output: str, root: str) -> str:
    """Why `output` can never be the output of the site in `root`: a sentence part, or ""."""
    if not output.strip():
        return "the name is empty"
    if "\0" in output:
        return "the name holds a NUL"
    if not set(os.path.normpath(output).split(os.sep)) - {os.curdir, os.pardir}:
        return "this is the folder you are in, or one above it"
    bare = os.path.abspath(output)
    if os.path.islink(bare):
        return "it is a symbolic link"
    if kind(bare) in ("file", "other"):
        return "it is not a folder"
    return _forbidden_place(os.path.realpath(bare), os.path.realpath(root))


def strangers(output: str) -> list[str]:
    """What stands in a folder without a marker, apart from a .gitignore and our own staging."""
    try:
        names = sorted(os.listdir(output))
    except OSError as failure:
        raise Refused(f"The folder “{output}” cannot be read: {failure.strerror}.") from None
    return [name for name in names if name not in KEPT and name != STAGING]


def _forbidden_place(output: str, root: str) -> str:
    """Why the real folder `output` is not to be written into."""
    if os.path.dirname(output) == output:
        return "it is the root of the disk"
    if _within(os.path.realpath(os.path.expanduser("~")), output):
        return "it is your home folder, or one above it"
    if _within(root, output):
        return "it holds the site itself"
    for name in SOURCES:
        if _within(output, os.path.realpath(os.path.join(root, name))):
            return f"it lies in {name}/"
        if _within(os.path.realpath(os.path.join(root, name)), output):
            return f"it holds {name}/"
    if _within(os.path.join(root, ".cache"), output):
        return "it is the cache"
    if os.path.lexists(os.path.join(output, ".git")) or ".git" in output.split(os.sep):
        return "it is a Git repository"
    if os.path.lexists(os.path.join(output, "site.yaml")):
        return "it is a site (it holds a site.yaml)"
    return ""


def _within(path: str, folder: str) -> bool:
    """Whether `path` is `folder` or lies in it, on disks that ignore capitals too."""
    path, folder = path.casefold(), folder.casefold()
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
