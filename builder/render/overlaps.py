"""What stands over a text, found by place: a paragraph does not look at all of an article."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Standing(Protocol):
    """Anything over `text[start:end]`."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends; where it begins, if it covers nothing."""
        ...


T = TypeVar("T", bound=Standing)


class Overlaps(Generic[T]):
    """Things over one text, ordered by their start."""

    def __init__(self, ordered: Iterable[T]) -> None:
        self._all = tuple(ordered)
        self._starts = [one.start for one in self._all]
        # The furthest end so far never falls, so it can be searched as the starts can.
        self._reach = list(accumulate((one.end for one in self._all), max))

    def near(self, start: int, end: int) -> tuple[T, ...]:
        """All that touch the stretch, in their order; others may be among them."""
        return self._all[bisect_left(self._reach, start) : bisect_right(self._starts, end)]
