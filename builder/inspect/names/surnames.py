"""Surnames that the article misspells behind a first name: “Mark Espar”, where Mark Esper is meant.

English texts alone: other languages decline a surname.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from builder.ground.expressions import expression
from builder.ground.guess import Guess
from builder.ground.intervals import Intervals
from builder.ground.text import one_form
from builder.inspect.names.pairs import Pair
from builder.inspect.names.spellings import ALIKE, Slip, Spelling
from builder.inspect.names.titles import LARGE
from builder.model.prose import Prose

_SURNAME = expression(rf"{LARGE}[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word with a capital, without the s of a genitive."""

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
    body: Prose,
    found: Iterable[Pair],
    mentioned: Intervals,
    names: frozenset[str],
    known: FirstNames,
) -> Iterator[Slip]:
    """Every place where nearly a person's surname stands behind their first name.

    Args:
        body: The text of an article.
        found: Words in it that may be a first name and a surname.
        mentioned: Where it mentions entries.
        names: The names of all entries, made comparable.
        known: The people, by their first names.
    """
    if not known:
        return
    closed = body.under("code", "nolink")
    guess = Guess()
    meant = cache(lambda first, last: _meant(first, last, names, known, guess))
    for first, start, _, behind in found:
        surname = _SURNAME().match(body.text, behind) if one_form(first) in known else None
        spelling = meant(first, surname[0]) if surname else None
        if not (surname and spelling):
            continue
        end = surname.end()
        if not mentioned.overlap(start, end) and not closed.overlap(start, end):
            yield Slip(start, end, spelling, " ".join(body.text[start:end].split()))


def _meant(
    first: str, last: str, names: frozenset[str], known: FirstNames, guess: Guess
) -> Spelling | None:
    """Who of the people with a first name has a surname like this one, which no entry has."""
    if one_form(last) in names or one_form(f"{first} {last}") in names:
        return None
    lasts = known[one_form(first)]
    return lasts.get(guess.nearest(one_form(last).casefold(), lasts, ALIKE))
