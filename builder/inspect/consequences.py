"""One fault, one diagnostic: what only follows from a fault is not remarked on as well."""

from collections.abc import Collection, Iterable, Iterator

from builder.ground.diagnostics import Diagnostic, Location
from builder.ground.grouping import grouped
from builder.inspect.pictures import shown
from builder.inspect.within import entries_by_place
from builder.model.content import Content
from builder.model.entries import Event
from builder.model.refs import KINDS

_REMEDIES = {
    "quote-unindexed": "quote",
    "undefined-acronym": "acronym",
    "unknown-person": "person",
}
"""Warnings that ask for an entry, and its kind."""
_OF_ALL = ("unused-entry", "unused-name")
"""Warnings that are true only where everything was read: all else may name an entry."""
_OF_RIVALS = "ambiguous-name"
"""The warning that is true only where all entries that claim a name are right."""
_OF_TYPED = ("lower-case-name", "quote-unindexed")
"""Warnings about words that are no part of the text once the markup round them is right."""
_OF_MARKUP = ("html-shown", "markup-shown")
"""Warnings about markup of which readers see the signs."""
_OF_FILES = ("unused-file", "svg-refused")
"""Warnings that a file is not published."""
_OF_WORDS = ("quote-", "passage-")
"""How the codes of errors begin that say how words differ from the article's, marks and all."""


def without_consequences(
    diagnostics: Iterable[Diagnostic], unclear: Collection[Diagnostic], content: Content
) -> tuple[Diagnostic, ...]:
    """The diagnostics without those that only follow from a fault in `unclear`, told by reading.

    - A line that is no YAML: nothing else is said of it.
    - Markup that was not read, as `![Ada](ada lovelace.jpg "…")`: what stands in it is no name and
      no quotation of the text.
    - An entry that could not be read in full: it is not said to lack a speaker or a passage, nor to
      be named nowhere.
    - A sidecar that could be read in part only: no entry is asked for that may stand in it, and
      nothing is called unused.
    - A wrong `stands_for`: the acronym is no rival of the entry that it was to stand for.
    """
    told = tuple(diagnostics)
    entry_at = entries_by_place(content)
    errors = [d.location for d in unclear if d.is_error]
    broken = {d.location[:2] for d in unclear if d.code == "yaml-syntax"}
    faulty = {entry_at(place) for place in errors}
    wrong = faulty.union(entry_at(place) for d in told if d.is_error for place in _places(d))
    outside = {place.path for place in errors if entry_at(place) is None}
    partly = {ref.kind for ref in content.unread}.union(
        kind.name for kind in KINDS.values() if kind.path in outside
    )
    unheld = _unheld(content)
    typed = grouped((d.location[:2], d.location) for d in unclear if d.code in _OF_MARKUP)

    def is_typed(at: Location) -> bool:
        return any(
            place.column <= at.column < place.column + place.length
            for place in typed.get(at[:2], ())
        )

    def follows(d: Diagnostic) -> bool:
        if d.location[:2] in broken:
            return True
        if d.code in _OF_TYPED and is_typed(d.location):
            return True
        if d.code == "undefined-acronym" and all(map(is_typed, _everywhere(d))):
            return True
        if d.code == _OF_RIVALS and any(entry_at(claim.location) in wrong for claim in d.related):
            return True
        if d.is_error and d.location not in unheld:
            return False
        entry = entry_at(d.location)
        return (
            (entry is not None and entry in faulty)
            or _REMEDIES.get(d.code) in partly
            or (bool(partly) and d.code in _OF_ALL)
        )

    return tuple(d for d in told if not follows(d))


def without_shown(unread: Iterable[Diagnostic], content: Content) -> tuple[Diagnostic, ...]:
    """What is said of files, without warnings about those that the site shows as pictures.

    Where they are shown, `image-missing` tells what to do.
    """
    told = tuple(unread)
    if not any(d.code in _OF_FILES for d in told):
        return told
    wanted = {picture.path for picture in shown(content)}
    return tuple(d for d in told if d.code not in _OF_FILES or d.location.path not in wanted)


def _everywhere(fault: Diagnostic) -> Iterator[Location]:
    yield fault.location
    yield from (also.location for also in fault.related)


def _places(fault: Diagnostic) -> Iterator[Location]:
    """Where the fault stands; several references to one missing entry are one fault."""
    yield fault.location
    if fault.code == "unknown-reference":
        yield from (also.location for also in fault.related)


def _unheld(content: Content) -> frozenset[Location]:
    """Where `date_text` stands in events without a passage: it may be one that was not read."""
    events = content.of_type(Event)
    return frozenset(e.at("date_text") for e in events if e.date_text and not e.passage)


def with_marks_once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics, each value between curly marks once.

    A date or a reference cannot be read with them, a name stands nowhere so: the error says that it
    is for the marks, and a warning is left out.
    """
    everything = tuple(diagnostics)
    marked = {d.location: d for d in everything if d.code == "curly-quotes"}
    if not marked:
        return everything
    errors = {d.location for d in everything if d.is_error}
    return tuple(
        _for_marks(d, marked.get(d.location))
        for d in everything
        if d.is_error
        or d.location not in marked
        or (d.code == "curly-quotes" and d.location not in errors)
    )


def _for_marks(fault: Diagnostic, marks: Diagnostic | None) -> Diagnostic:
    """The fault of a value; with the words about its curly marks, where it comes of them."""
    if marks is None or fault.code.startswith(_OF_WORDS):
        return fault
    return fault._replace(message=marks.message, hint=marks.hint)
