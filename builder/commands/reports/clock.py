"""How long each part of a build took."""

from time import perf_counter


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
