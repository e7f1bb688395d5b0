"""Words that are the ends of many others: to find them all in a text would take too long."""

from collections.abc import Iterable, Iterator

MOST = 20
"""Words that may end at one place."""


def crowded(words: Iterable[str]) -> Iterator[str]:
    """The words that end with MOST others or more, as scab does with b, ab and cab.

    Reversed and sorted, every word stands behind its own endings.
    """
    ends: list[str] = []
    for turned in sorted({word[::-1] for word in words}):
        while ends and not turned.startswith(ends[-1]):
            ends.pop()
        if len(ends) < MOST:
            ends.append(turned)
        else:
            yield turned[::-1]
