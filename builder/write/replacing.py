"""Replacing a file of the site itself: the one place where Backstory touches what people wrote."""

import os
import stat
import tempfile
from typing import NamedTuple

from builder.sources.troubles import Unable, unable


class Rewrite(NamedTuple):
    """A file of the site: its path, its bytes as they were read, and as they shall be.

    `before` is None where there is no such file yet.
    """

    path: str
    before: bytes | None
    after: bytes


def replace(path: str, before: bytes | None, after: bytes) -> None:
    """Make the file at `path` hold `after`, at once or not at all; its permissions stay.

    `before` is what it held when it was read; None where there was none, and must be none still.

    Raises:
        Unable: it is no plain file, it does not hold `before` any more, or the disk says no. The
            file is as it was.
    """
    try:
        if before is None:
            _create(path, after)
            return
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            raise Unable(f"“{path}” is not a plain file, and was left alone.")
        with open(path, "rb") as file:
            if file.read() != before:
                raise Unable(f"“{path}” has changed meanwhile, and was left alone.", "Try again.")
        _swap(path, after, stat.S_IMODE(status.st_mode))
    except OSError as failure:
        raise unable(f"write “{path}”", failure) from failure


def _create(path: str, data: bytes) -> None:
    """Make a new file, with the permissions that the user gives to new files."""
    with open(path, "xb") as file:
        mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
    try:
        _swap(path, data, mode)
    except BaseException:
        os.unlink(path)
        raise


def _swap(path: str, data: bytes, mode: int) -> None:
    """Write beside the file under a name that no build reads, then take its place."""
    handle, beside = tempfile.mkstemp(
        prefix=".backstory-", suffix=".tmp", dir=os.path.dirname(path)
    )
    try:
        with open(handle, "wb") as file:
            file.write(data)
        os.chmod(beside, mode)
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise
