"""One fault, one diagnostic: what only follows from a fault is not remarked on as well."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from builder.ground.diagnostics import Diagnostic, Location, Severity
from builder.model.content import Content


def without_consequences(
    told: Iterable[Diagnostic], unclear: Iterable[Diagnostic], content: Content
) -> tuple[Diagnostic, ...]:
    """What is `told`, without warnings about entries that could not be read in full.

    A quotation whose speaker is misspelt has no speaker, and a person whose names could not be read
    is named nowhere: both are told once, by the error in `unclear`, which reading gave.
    """
    starts = sorted(entry.origin.location for entry in content.entries.values())
    faulty = {_entry_at(d.location, starts) for d in unclear if d.severity is Severity.ERROR}
    return tuple(
        d
        for d in told
        if d.severity is Severity.ERROR or _entry_at(d.location, starts) not in faulty - {None}
    )


def _entry_at(place: Location, starts: Sequence[Location]) -> Location | None:
    """Where the entry begins in which a place lies."""
    index = bisect_right(starts, place, key=lambda start: start._replace(length=0)) - 1
    is_inside = index >= 0 and starts[index].path == place.path
    return starts[index] if is_inside else None
