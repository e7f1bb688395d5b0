"""Stretches of a text, asked quickly whether they touch another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from builder.ground.values import Value


class Intervals(Value, frozen=True):
    """Stretches that do not touch each other, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def overlap(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with [start, end)."""
        index = bisect_left(self.starts, end) - 1
        return index >= 0 and self.ends[index] > start

    def gaps(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of [start, end) that none of them covers."""
        index = bisect_right(self.ends, start)
        while start < end:
            first = self.starts[index] if index < len(self.starts) else end
            if start < first:
                yield start, min(first, end)
            start = self.ends[index] if first < end else end
            index += 1


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
