"""In which entry of a sidecar a place lies."""

from bisect import bisect_right
from collections.abc import Sequence

from builder.ground.diagnostics import Location
from builder.model.content import Content


def entry_starts(content: Content) -> list[Location]:
    """Where the entries of a site begin, in order."""
    return sorted(entry.origin.location for entry in content.entries.values())


def entry_at(place: Location, starts: Sequence[Location]) -> Location | None:
    """Where the entry begins in which a place lies; None where it lies in none."""
    index = bisect_right(starts, place, key=lambda start: start._replace(length=0)) - 1
    is_inside = index >= 0 and starts[index].path == place.path
    return starts[index] if is_inside else None
