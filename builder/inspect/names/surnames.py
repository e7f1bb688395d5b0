"""Surnames that the article misspells behind a first name: “Mark Espar”, where Mark Esper is meant.

English texts alone: other languages decline a surname.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from builder.ground.expressions import expression
from builder.ground.guess import Guess
from builder.ground.intervals import Intervals
from builder.ground.text import one_form
from builder.inspect.names.spellings import ALIKE, Slip, Spelling
from builder.inspect.names.titles import LARGE
from builder.model.prose import Prose

_PAIR = expression(rf"\b({LARGE}\w+)\s(?=({LARGE}[^\W\d_]+(?:-[^\W\d_]+)*))")
"""A word with a capital, and the next one, without the s of a genitive."""

FirstNames = Mapping[str, Mapping[str, Spelling]]
"""People whose names have two words, by the first, and by the second in small letters."""


def first_names(people: Iterable[Spelling]) -> FirstNames:
    """The people of two names, by their first names."""
    found: dict[str, dict[str, Spelling]] = {}
    for person in people:
        first, _, last = one_form(person.full).partition(" ")
        if last and " " not in last:
            found.setdefault(first, {}).setdefault(last.casefold(), person)
    return found


def misspelt_surnames(
    body: Prose, mentioned: Intervals, names: frozenset[str], known: FirstNames
) -> Iterator[Slip]:
    """Every place where nearly a person's surname stands behind their first name.

    `mentioned` is where the text mentions entries, `names` are those of all entries, made
    comparable, `known` the people.
    """
    if not known:
        return
    closed = body.under("code", "nolink")
    guess = Guess()
    meant = cache(lambda first, last: _meant(first, last, names, known, guess))
    for pair in _PAIR().finditer(body.text):
        start, end = pair.start(1), pair.end(2)
        spelling = meant(pair[1], pair[2]) if one_form(pair[1]) in known else None
        if spelling and not mentioned.overlap(start, end) and not closed.overlap(start, end):
            yield Slip(start, end, spelling, f"{pair[1]} {pair[2]}")


def _meant(
    first: str, last: str, names: frozenset[str], known: FirstNames, guess: Guess
) -> Spelling | None:
    """Who of the people with a first name has a surname like this one, which no entry has."""
    if one_form(last) in names or one_form(f"{first} {last}") in names:
        return None
    lasts = known[one_form(first)]
    return lasts.get(guess.nearest(one_form(last).casefold(), lasts, ALIKE))
