"""A folder for a while, outside the site and its repository."""

import contextlib
from collections.abc import Iterator
from tempfile import TemporaryDirectory

from builder.sources.troubles import Unable


@contextlib.contextmanager
def temporary_folder() -> Iterator[str]:
    """An empty folder, which is gone afterwards.

    Raises:
        Unable: none can be made.
    """
    try:
        made = TemporaryDirectory(prefix="backstory-")
    except OSError:
        raise Unable(
            "No folder for temporary files can be written to.",
            "Free some space on the disk, or name another folder in the variable TMPDIR.",
        ) from None
    with made as folder:
        yield folder
