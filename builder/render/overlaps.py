"""What stands over a text, found by place: a paragraph does not look at all of an article."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Stretching(Protocol):
    """Anything over `text[start:end]`."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends; where it begins, if it covers nothing."""
        ...


T = TypeVar("T", bound=Stretching)


class Overlaps(Generic[T]):
    """Things over one text, ordered by their start."""

    def __init__(self, ordered: Iterable[T]) -> None:
        self._all = tuple(ordered)
        self._starts = [one.start for one in self._all]
        # The furthest end so far never falls, so it can be searched as the starts can.
        self._reach = list(accumulate((one.end for one in self._all), max))

    def near(self, start: int, end: int) -> tuple[T, ...]:
        """All that touch the stretch, in their order."""
        first = bisect_left(self._starts, start)
        within = self._all[first : bisect_right(self._starts, end)]
        if not first or self._reach[first - 1] < start:
            return within
        return (*(self._all[i] for i in self._lasting(start, first, 1, 0, self._width)), *within)

    @cached_property
    def _width(self) -> int:
        """A power of two, no less than how many there are."""
        return 1 << (len(self._all) - 1).bit_length()

    @cached_property
    def _furthest(self) -> list[int]:
        """A tree in a list: under `n` stand `2n` and `2n + 1`, and it has the later end of both."""
        ends = [one.end for one in self._all]
        tree = [0] * self._width + ends + [-1] * (self._width - len(ends))
        for node in range(self._width - 1, 0, -1):
            tree[node] = max(tree[2 * node], tree[2 * node + 1])
        return tree

    def _lasting(self, to: int, before: int, node: int, low: int, width: int) -> Iterator[int]:
        """Which of the first `before`, among the `width` under a node, last until there."""
        if low >= before or self._furthest[node] < to:
            return
        if width == 1:
            yield low
            return
        half = width // 2
        yield from self._lasting(to, before, 2 * node, low, half)
        yield from self._lasting(to, before, 2 * node + 1, low + half, half)
