"""Medians, ratios, spreads and slopes."""

import math
from collections.abc import Iterable, Mapping, Sequence
from statistics import linear_regression, median
from typing import NamedTuple

from bench.timing import Run, Sample

Key = tuple[str, str, str]
"""Size, generator, scenario."""


class Spread(NamedTuple):
    """How a value is distributed."""

    least: float
    median: float
    p95: float


class Ratio(NamedTuple):
    """The ratio of two medians on the clock, and the least and the largest within one round.

    `cpu` is the ratio of the medians in seconds of all processors: work that others do meanwhile
    weighs less in it, but so do the cores that a program uses at once.
    """

    ratio: float
    least: float
    most: float
    cpu: float


def grouped(runs: Iterable[Run]) -> dict[Key, list[Sample]]:
    """The samples of each size, generator and scenario, in the order of the rounds."""
    groups: dict[Key, list[Sample]] = {}
    for size, peer, scenario, sample in runs:
        groups.setdefault((size, peer, scenario), []).append(sample)
    return groups


def compared(
    groups: Mapping[Key, Sequence[Sample]], size: str, peer: str, base: str, scenario: str
) -> Ratio:
    """How much longer one generator takes than another."""
    ours, theirs = groups[size, peer, scenario], groups[size, base, scenario]
    pairs = [one.wall / other.wall for one, other in zip(ours, theirs, strict=True)]
    wall = median(sample.wall for sample in ours) / median(sample.wall for sample in theirs)
    cpu = median(sample.cpu for sample in ours) / median(sample.cpu for sample in theirs)
    return Ratio(wall, min(pairs), max(pairs), cpu)


def peak(groups: Mapping[Key, Sequence[Sample]], size: str, peer: str) -> float:
    """The most memory that a generator took in any scenario, in MiB."""
    return max(
        sample.mib
        for (of_size, of_peer, _), samples in groups.items()
        if (of_size, of_peer) == (size, peer)
        for sample in samples
    )


def spread(values: Sequence[float]) -> Spread:
    """The least, the middle, and the value that one in twenty exceeds."""
    ordered = sorted(values)
    return Spread(ordered[0], median(ordered), ordered[math.ceil(0.95 * len(ordered)) - 1])


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The exponent b of the curve y = a · x^b that fits best: 1 is growth in proportion."""
    xs = [math.log(x) for x, _ in points]
    ys = [math.log(y) for _, y in points]
    return linear_regression(xs, ys).slope
