"""The lines of the site's texts, for excerpts in messages."""

import os
import stat
from collections.abc import Callable, Mapping, Sequence

Lines = Callable[[str], Sequence[str]]
"""The lines of a file, by path; none where it cannot be shown."""

_LARGEST = 5_000_000


def lines_in(root: str, made: Mapping[str, str] | None = None) -> Lines:
    """A reader of the files of the site in `root`; each is read once, and links are not followed.

    `made`: texts that stand for files, by path, such as pages that were not written.
    """
    read: dict[str, Sequence[str]] = {p: text.split("\n") for p, text in (made or {}).items()}

    def lines(path: str) -> Sequence[str]:
        if path not in read:
            read[path] = _read(os.path.join(root, path))
        return read[path]

    return lines


def _read(path: str) -> Sequence[str]:
    """The lines of a file of text, split where editors split them."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return ()
        with open(path, "rb") as file:
            data = file.read(_LARGEST)
    except (OSError, ValueError):
        return ()
    text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
