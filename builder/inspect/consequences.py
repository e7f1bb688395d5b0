"""One fault, one diagnostic: what only follows from a fault is not remarked on as well."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from builder.ground.diagnostics import Diagnostic, Location, Severity
from builder.model.content import Content
from builder.model.refs import KINDS

_REMEDIES = {
    "quote-unindexed": "quote",
    "undefined-acronym": "acronym",
    "unknown-person": "person",
}
"""Warnings that ask for an entry, and its kind."""
_OF_ALL_TEXTS = ("unused-entry", "unused-name")
"""Warnings that are true only where every article was read."""


def without_consequences(
    told: Iterable[Diagnostic], unclear: Iterable[Diagnostic], content: Content
) -> tuple[Diagnostic, ...]:
    """What is `told`, without warnings about entries and sidecars that could not be read in full.

    A quotation whose speaker is misspelt has no speaker, and a person whose names could not be read
    is named nowhere: both are told once, by the error in `unclear`, which reading gave. Nor is an
    entry asked for whose sidecar could be read in part only, nor called unused where an article
    could not be read. Of a line that is no YAML, nothing else is told.
    """
    starts = sorted(entry.origin.location for entry in content.entries.values())
    errors = [d.location for d in unclear if d.severity is Severity.ERROR]
    broken = {d.location[:2] for d in unclear if d.code == "yaml-syntax"}
    faulty = {_entry_at(place, starts) for place in errors}
    outside = {place.path for place in errors if _entry_at(place, starts) is None}
    partly = {ref.kind for ref in content.unread} | {
        kind.name for kind in KINDS.values() if f"content/{kind.sidecar}" in outside
    }
    return tuple(
        d
        for d in told
        if d.location[:2] not in broken
        and (
            d.severity is Severity.ERROR
            or (
                _entry_at(d.location, starts) not in faulty - {None}
                and _REMEDIES.get(d.code) not in partly
                and not ("article" in partly and d.code in _OF_ALL_TEXTS)
            )
        )
    )


def _entry_at(place: Location, starts: Sequence[Location]) -> Location | None:
    """Where the entry begins in which a place lies."""
    index = bisect_right(starts, place, key=lambda start: start._replace(length=0)) - 1
    is_inside = index >= 0 and starts[index].path == place.path
    return starts[index] if is_inside else None
