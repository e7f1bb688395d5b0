"""What publishing would change: two sets of files, compared by the names Git gives their bytes."""

from collections.abc import Mapping
from typing import NamedTuple

Blobs = Mapping[str, str]
"""The object name of each file's bytes, by path."""


class Changes(NamedTuple):
    """Sorted paths of the files that publishing adds, changes and removes."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to publish."""
        return any(self[:])


def changes(before: Blobs, after: Blobs) -> Changes:
    """What tells the published files `before` from the files `after`."""
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(p for p in after.keys() & before.keys() if after[p] != before[p])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )
