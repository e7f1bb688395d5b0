"""The staging folder `.backstory-tmp` in the output: where new files wait, named by number."""

import os
from collections.abc import Iterable, Sequence

from builder.write.paths import MARKER, STAGING, checked, folders, in_the_way, kind

File = tuple[str, bytes]


def begin(output: str) -> None:
    """Make the staging folder anew; what an earlier build left in it is deleted.

    Raises:
        Refused: something else is in it.
        OSError.
    """
    clear(output)
    staging = os.path.join(output, STAGING)
    if kind(staging) == "folder":
        raise in_the_way(os.path.join(staging, min(os.listdir(staging))))
    os.mkdir(staging, mode=0o755)


def stage(output: str, files: Iterable[File]) -> list[str]:
    """Put all files into the staging folder. Returns their paths in the order of their numbers.

    Raises:
        Refused: a path leads out of the folder.
        OSError, and what `files` raises.
    """
    paths: list[str] = []
    for path, data in files:
        _write_new(_staged(output, str(len(paths))), data)
        paths.append(checked(path))
    return paths


def place(output: str, staged: Sequence[str]) -> None:
    """Move the staged files to their places, and make the folders on the way."""
    made: set[str] = set()
    for number, path in enumerate(staged):
        for folder in reversed(folders(path)):
            if folder not in made:
                _make_folder(os.path.join(output, folder))
                made.add(folder)
        os.replace(_staged(output, str(number)), os.path.join(output, path))


def put_marker(output: str, data: bytes) -> None:
    """Replace the marker."""
    new = _staged(output, MARKER)
    _write_new(new, data)
    os.replace(new, os.path.join(output, MARKER))


def clear(output: str) -> None:
    """Delete our files in the staging folder, and the folder if nothing else is in it."""
    staging = os.path.join(output, STAGING)
    if kind(staging) != "folder":
        return
    for name in os.listdir(staging):
        full = os.path.join(staging, name)
        if (name.isdecimal() or name == MARKER) and kind(full) == "file":
            os.unlink(full)
    if not os.listdir(staging):
        os.rmdir(staging)


def _staged(output: str, name: str) -> str:
    """Where a file waits."""
    return os.path.join(output, STAGING, name)


def _write_new(path: str, data: bytes) -> None:
    """Write a new file, readable by all whatever the user's umask."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    with open(handle, "wb") as file:
        file.write(data)
        if os.name == "posix":
            os.fchmod(handle, 0o644)


def _make_folder(path: str) -> None:
    """Make a folder that is missing, whatever the umask."""
    if not os.path.isdir(path):
        os.mkdir(path)
        os.chmod(path, 0o755)
