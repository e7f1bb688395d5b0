"""How a build went: why each page was made, and how long each part took."""

from collections.abc import Iterable
from itertools import groupby
from time import perf_counter

from builder.build.request import Explanation

MOST = 20
"""Pages of one reason that are named, where nothing is known of what differs in them."""


def why_made(explanations: Iterable[Explanation]) -> str:
    """A line for each page, and what differs; of many with one plain reason, how many."""
    lines: list[str] = []
    ordered = sorted(explanations, key=lambda one: (one.reason, one.path))
    for reason, group in groupby(ordered, key=lambda one: one.reason):
        pages = list(group)
        plain = [page for page in pages if not page.differences]
        hidden = {page.path for page in plain[MOST:]}
        for page in pages:
            if page.path not in hidden:
                lines.append(f"{page.path}: {reason}")
                lines += [f"    {difference}" for difference in page.differences]
        if hidden:
            lines.append(f"and {len(hidden)} more: {reason}")
    return "\n".join(lines)


class Clock:
    """Takes the time of the parts of a build, one after the other."""

    def __init__(self) -> None:
        self._starts: list[tuple[str, float]] = []

    def begin(self, part: str) -> None:
        """A part begins, and the one before it ends."""
        self._starts.append((part, perf_counter()))

    def table(self) -> str:
        """Each part and its milliseconds, up to now."""
        ends = [start for _, start in self._starts[1:]] + [perf_counter()]
        spent = [(part, end - start) for (part, start), end in zip(self._starts, ends, strict=True)]
        return "\n".join(f"{seconds * 1000:8.1f} ms  {part}" for part, seconds in spent)
