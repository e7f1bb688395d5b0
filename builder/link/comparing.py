"""Words made comparable for quotations: what counts as the same, and the way back to the text."""

import unicodedata
from typing import NamedTuple

from builder.ground.text import fold


class Comparable(NamedTuple):
    """Text with marks, hyphens, dots and white space made equal.

    `starts[i]`, `ends[i]` are where the i-th character stands in the original.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that text[start:end] was made from."""
        return self.starts[start], self.ends[end - 1]


def comparable(text: str) -> Comparable:
    """`text` in NFC, with one kind of mark, hyphen and space; an ellipsis is three dots."""
    folded = fold(text)
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, char in enumerate(folded.text):
        start, end = folded.start(index), folded.end(index + 1)
        if char == " " and chars and chars[-1] == " ":
            ends[-1] = end
            continue
        for part in "..." if char == "…" else char:
            chars.append(part)
            starts.append(start)
            ends.append(end)
    return Comparable("".join(chars), tuple(starts), tuple(ends))


def alike(text: str) -> str:
    """`text` made comparable, without space around it."""
    return comparable(text).text.strip()


def same_letters(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but white space and Unicode normal form."""
    return _spaced(one) == _spaced(other)


def _spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
