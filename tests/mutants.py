"""`make mutants`: small faults put into the guards, one at a time; how many a test noticed.

    python -m tests.mutants [--jobs N]

mutmut makes the faults and runs the tests; `[tool.mutmut]` in pyproject.toml says which. It goes on
where an earlier run ended, in `mutants/`. `mutmut show NAME` prints a fault that nobody noticed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.smallsite import ROOT

QUICKER = "-p no:unraisableexception"
"""For pytest, which otherwise collects all garbage at the beginning and the end for each fault."""
WANTED = 0.8
"""The share of faults that must be noticed, in each module."""
SURVIVED = 0
UNTESTED = 33
"""What mutmut keeps of a fault that no test met, and of one in a line that no test reaches."""


class Score(NamedTuple):
    """A module, how many faults were put into it, and the names of those that nobody noticed."""

    module: str
    faults: int
    unnoticed: tuple[str, ...]

    @property
    def share(self) -> float:
        """How many of the faults were noticed, from 0 to 1."""
        return 1 - len(self.unnoticed) / self.faults


def scores(folder: Path) -> Iterator[Score]:
    """The score of every module that mutmut's folder tells of. Raises ValueError if one is open."""
    for path in sorted(folder.rglob("*.py.meta")):
        ends: dict[str, int | None] = json.loads(path.read_bytes())["exit_code_by_key"]
        if None in ends.values():
            raise ValueError(f"not every fault in {path.stem} was tried")
        if ends:
            unnoticed = tuple(name for name, end in ends.items() if end in (SURVIVED, UNTESTED))
            yield Score(path.relative_to(folder).with_suffix("").as_posix(), len(ends), unnoticed)


def table(found: list[Score]) -> str:
    """The scores as lines, with their sum."""
    whole = Score("together", sum(s.faults for s in found), sum((s.unnoticed for s in found), ()))
    lines = (
        f"{score.share:6.1%}  {score.faults - len(score.unnoticed):5} of {score.faults:5}  "
        f"{score.module}{'' if score.share >= WANTED else '  TOO FEW'}"
        for score in (*found, whole)
    )
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Runs mutmut and prints the table. Returns 1 where too few faults were noticed."""
    parser = argparse.ArgumentParser(prog="mutants", description=__doc__)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--names", action="store_true", help="print the faults nobody noticed")
    given = parser.parse_args(arguments)
    run = [sys.executable, "-m", "mutmut", "run", "--max-children", given.jobs]
    subprocess.run(run, cwd=ROOT, env={**os.environ, "PYTEST_ADDOPTS": QUICKER}, check=True)
    found = list(scores(ROOT / "mutants"))
    if given.names:
        print("\n".join(name for score in found for name in score.unnoticed))
    print(table(found))
    return int(any(score.share < WANTED for score in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
