"""In which entry of a sidecar a place lies."""

from bisect import bisect_right
from collections.abc import Callable

from builder.ground.diagnostics import Location
from builder.model.content import Content


def entries_by_place(content: Content) -> Callable[[Location], Location | None]:
    """A function from a place to the beginning of the entry that holds it; None outside of all."""
    starts = sorted(entry.origin.location for entry in content.entries.values())

    def entry_at(place: Location) -> Location | None:
        index = bisect_right(starts, place, key=lambda start: start._replace(length=0)) - 1
        is_inside = index >= 0 and starts[index].path == place.path
        return starts[index] if is_inside else None

    return entry_at
