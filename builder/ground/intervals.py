"""Stretches of a text, asked quickly whether they touch another."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple


class Intervals(NamedTuple):
    """Stretches that do not touch each other, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def overlap(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with [start, end)."""
        index = bisect_left(self.starts, end) - 1
        return index >= 0 and self.ends[index] > start


def intervals(spans: Iterable[tuple[int, int]]) -> Intervals:
    """The spans, those that touch made one."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        elif start < end:
            starts.append(start)
            ends.append(end)
    return Intervals(tuple(starts), tuple(ends))
