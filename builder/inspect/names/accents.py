"""People whose accents the article leaves out: “Jose Pena”, where the entry is José Peña's.

English texts alone: in others an accent may be all that tells two names apart.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from builder.ground.automaton import finder
from builder.ground.intervals import Intervals
from builder.ground.text import fold, is_whole, one_form
from builder.ground.values import Value
from builder.inspect.names.spellings import Slip, Spelling
from builder.inspect.names.standing import Finder, places
from builder.model.prose import Prose

# Letters with a stroke, which are no letter and an accent to Unicode.
_STROKES = str.maketrans("łŁøØđĐ", "lLoOdD")


class Accented(Value, frozen=True):
    """The people whose names have accents, by these names without them; `finder` finds these."""

    people: dict[str, Spelling]
    finder: Finder


def accented(people: Iterable[Spelling], names: frozenset[str]) -> Accented:
    """The people whose full name has accents; without these it is none of `names`."""
    spelt = {plain(one_form(person.full)): person for person in people}
    found = {
        name: person
        for name, person in spelt.items()
        if " " in name and name != one_form(person.full) and name not in names
    }
    return Accented(found, Finder(tuple(found), finder(found)))


def without_accents(body: Prose, mentioned: Intervals, known: Accented) -> Iterator[Slip]:
    """Every place where a person's full name stands without its accents, apart from mentions."""
    if not known.people:
        return
    text, closed = body.text, body.under("code", "nolink")
    for name, start, end in places(fold(text), known.finder):
        is_free = not (mentioned.overlap(start, end) or closed.overlap(start, end))
        if is_free and is_whole(text, start, end):
            yield Slip(start, end, known.people[name], name)


def plain(text: str) -> str:
    """The text with no accents on its letters: Jose Pena of José Peña."""
    parts = unicodedata.normalize("NFD", text.translate(_STROKES))
    return "".join(char for char in parts if not unicodedata.combining(char))
