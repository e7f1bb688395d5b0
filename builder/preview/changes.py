"""Which files of the output a build made anew or removed.

A build moves every file that it changes into its place and leaves the others alone, so what the
disk says of a file, its inode and times among it, tells one from the other.
"""

from collections.abc import Mapping
from pathlib import Path

from builder.sources.walk import Stamp, walk


def stamps(output: Path) -> dict[str, Stamp]:
    """What the disk says of every file of the output, by path."""
    return {file.path: file.stamp for file in walk(str(output)) if not file.fault}


def differing(before: Mapping[str, Stamp], after: Mapping[str, Stamp]) -> frozenset[str]:
    """The paths that were written or removed in between."""
    return frozenset(path for path, _ in before.items() ^ after.items())
