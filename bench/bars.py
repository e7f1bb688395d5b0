"""What the builder is measured by: ratios to Hugo on the same corpus, and memory (issue 6)."""

from typing import NamedTuple

BASE = "hugo"
OURS = "backstory"


class Bar(NamedTuple):
    """The most that is allowed: as a ratio to the base in each scenario, and MiB of memory.

    Memory 0 stands for: no more than the base takes.
    """

    ratios: dict[str, float]
    mib: float


BARS = {
    "S": Bar({"cold": 2.0, "nothing": 0.7, "article": 1.5, "entry": 1.5}, 0),
    "M": Bar({"cold": 0.8, "nothing": 0.05, "article": 0.10, "entry": 0.15}, 150),
    "L": Bar({"cold": 0.5, "nothing": 0.02, "article": 0.03, "entry": 0.05}, 600),
}
WORK = {"S": 0.030, "M": 0.100}
"""Seconds from a noticed save to finished output, in the middle."""
SCREEN = 0.250
"""Seconds from a save to the reloaded page of S, in the middle."""
SLOPE = 1.05
"""The steepest that time may grow with articles and with entries."""
GROWN_MIB = 10.0
"""What 10,000 rebuilds may add to the memory of the preview."""
