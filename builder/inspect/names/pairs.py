"""Words that may be a first name with a surname behind it: either may be misspelt."""

from collections.abc import Iterator
from typing import NamedTuple

from builder.ground.expressions import expression
from builder.inspect.names.titles import LARGE

# What must not stand before the capital is asked behind it: so it is found three times as fast.
_PAIR = expression(rf"({LARGE}(?<![\w.’'-].)[\w’'-]+)\s(?:{LARGE}\.\s?)*(?=(\w+))")
"""A word with a capital, and initials behind it; then how the next word begins."""


class Pair(NamedTuple):
    """A word with a capital, which stands at `start`, and how the word at `behind` begins."""

    first: str
    start: int
    second: str
    behind: int


def pairs(text: str) -> Iterator[Pair]:
    """The words with a capital, each with the word that stands behind it and its initials."""
    for found in _PAIR().finditer(text):
        yield Pair(found[1], found.start(), found[2], found.end())
