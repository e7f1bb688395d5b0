"""How much reading a text may cost. Steps are counted, so that no text takes longer than it is.

Honest texts stay far below. A short one may be nothing but markup: a table of numbers, a list of
single words. A long one never is, and may take fewer steps for each of its characters.
"""


class Exhausted(Exception):
    """Reading took more steps than any honest text needs."""


def steps(length: int) -> int:
    """How many steps of the inline parser a text of so many characters may take."""
    return min(1_000 + 3 * length, 10_000 + length // 2)


def blocks(length: int) -> int:
    """How many tokens of blocks it may make: 3 for a paragraph or a cell, 5 for a list item.

    Rows of a table are filled up, so a few bytes can ask for thousands of cells.
    """
    return min(1_000 + 2 * length, 30_000 + length // 10)
