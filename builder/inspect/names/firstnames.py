"""First names that the article misspells: “Marc Esper”, where the entry is Mark Esper's.

English texts alone: other languages decline a first name beside a surname that stays as it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.ground.grouping import grouped
from builder.ground.guess import most_like
from builder.ground.intervals import Intervals
from builder.ground.text import is_edge, one_form
from builder.ground.values import Value
from builder.inspect.names.pairs import Pair
from builder.inspect.names.spellings import ALIKE, Slip, Spelling
from builder.inspect.names.titles import is_title
from builder.model.prose import Prose

_BEGINNING = re.compile(r"\w+")
_SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV"))


class Called(Value, frozen=True):
    """A person's first name, and one of the surnames that may stand behind it, made comparable."""

    first: str
    surname: str
    spelling: Spelling


Surnames = Mapping[str, Sequence[Called]]
"""People by how their surnames begin, the longest surname first."""


def surnames(people: Iterable[Spelling]) -> Surnames:
    """The people who have a first name, by their surnames, in full and as they are listed."""
    longest_first = sorted(_called(people), key=lambda one: len(one.surname), reverse=True)
    return grouped(
        (beginning[0], one) for one in longest_first if (beginning := _BEGINNING.match(one.surname))
    )


def _called(people: Iterable[Spelling]) -> Iterator[Called]:
    for spelling in people:
        first, *rest = [word for word in spelling.full.split() if _is_name(word)] or [""]
        surname = one_form(" ".join(rest))
        others = map(one_form, spelling.others)
        parts = (other for other in others if f" {other} " in f" {surname} ")
        for words in dict.fromkeys((surname, *parts)):
            yield Called(first, words, spelling)


def _is_name(word: str) -> bool:
    """Whether it is no initial, no title, and not what tells a son from his father."""
    is_initial = len(word) == 1 or word.endswith(".")
    return not (is_initial or is_title(word) or word in _SUFFIXES)


def misspelt_first_names(
    body: Prose,
    found: Iterable[Pair],
    mentioned: Intervals,
    names: frozenset[str],
    known: Surnames,
) -> Iterator[Slip]:
    """Every place where nearly a person's first name stands before their surname.

    Args:
        body: The text of an article.
        found: Words in it that may be a first name and a surname.
        mentioned: Where it mentions entries.
        names: The names of all entries, made comparable.
        known: The people, by their surnames.
    """
    if not known:
        return
    closed = body.under("code", "nolink")
    for first, start, second, behind in found:
        called = _surnamed(body.text, behind, known.get(second, ()))
        meant = _meant(first, called, names) if called else None
        if meant is None:
            continue
        end = behind + len(meant.surname)
        is_longer = mentioned.overlap(start, start + len(first)) or mentioned.overlap(end, end + 1)
        if not is_longer and not closed.overlap(start, end):
            corrected = meant.spelling.full.replace(meant.first, first, 1)
            yield Slip(start, end, meant.spelling, corrected)


def _surnamed(text: str, start: int, people: Sequence[Called]) -> list[Called]:
    """Those of the people whose surname stands at a place, as a whole word; the longest alone."""
    for one in people:
        end = start + len(one.surname)
        if is_edge(text, end) and one_form(text[start:end]) == one.surname:
            return [other for other in people if other.surname == one.surname]
    return []


def _meant(word: str, people: Sequence[Called], names: frozenset[str]) -> Called | None:
    """Who of people with one surname is meant by a misspelt first name; None if nobody is.

    Nobody is where someone is really called so, where the word is a title, and where it is short
    for the name, by two letters or more: Rob for Robert.
    """
    firsts = {one_form(one.first).casefold(): one for one in people}
    folded = one_form(word).casefold()
    is_known = folded in firsts or one_form(f"{word} {people[0].surname}") in names
    near = "" if is_known or is_title(word) else most_like(folded, firsts, ALIKE)
    is_short = near.startswith(folded) and len(near) > len(folded) + 1
    return None if not near or is_short else firsts[near]
