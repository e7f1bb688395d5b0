"""Builds killed at random moments: forked from a process that is warm, or started afresh.

A timer of the kernel ends the process (setitimer(2), whose signal nobody handles here): no handler
runs and nothing is flushed, as with SIGKILL, and no busy machine moves the moment.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from builder.write.paths import STAGING
from tests.crash.calls import at_call
from tests.crash.stage import (
    ENVIRONMENT,
    End,
    Stage,
    Told,
    forked,
    fresh,
    mended,
    verdict,
)
from tests.smallsite import ROOT, put

BUILD = (sys.executable, "-m", "builder", "build")
MENDED = 0.1
"""The share of killed builds after which the next one is judged too; the others meet the killer."""


def warm_kills(stage: Stage, folder: Path, times: int) -> Told:
    """Kills forked builds: by turns at any moment, and within moments of the first file written."""
    chance = random.Random(times)
    here = fresh(stage, folder)
    usual = _seconds(lambda: forked(here.root, lambda: None))

    def spoils() -> Iterator[Callable[[], object]]:
        while True:
            yield partial(end_after, chance.uniform(0, usual))
            moment = 10 ** chance.uniform(-5, -1)
            yield partial(end_in_writing, here.root, moment)

    ways = spoils()
    yield from _killed(here, times, chance, lambda: forked(here.root, next(ways)))


def fresh_kills(stage: Stage, folder: Path, times: int) -> Told:
    """Kills builds in processes of their own, from the start of the interpreter to its end."""
    chance = random.Random(times)
    here = fresh(stage, folder)

    def run(spoil: Callable[[], object] | None) -> End:
        command = [*BUILD, str(here.root), "--output", str(here.root / "output")]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=ENVIRONMENT,
            preexec_fn=spoil,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return End(done.returncode, done.stdout + done.stderr)

    usual = _seconds(lambda: run(None))
    yield from _killed(
        here, times, chance, lambda: run(partial(end_after, chance.uniform(0, usual)))
    )


def _seconds(build: Callable[[], End]) -> float:
    """What a build in a process of its own takes of the processor."""
    before = os.times()
    build()
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def end_after(moment: float) -> None:
    """Ends this process after so many seconds of the processor."""
    signal.setitimer(signal.ITIMER_PROF, moment)


def end_in_writing(root: Path, moment: float) -> None:
    """Ends this process so many seconds after its first folder in the output, the staging."""

    def begin(_: str) -> None:
        signal.setitimer(signal.ITIMER_REAL, moment)

    at_call(root / "output" / STAGING, 1, begin, ("os.mkdir",))


def _killed(stage: Stage, times: int, chance: random.Random, build: Callable[[], End]) -> Told:
    """Goes on until so many builds were killed; the site is edited to and fro all the while."""
    here, wrong = stage, list[str]()
    count = 0
    while count < times:
        here = turned(here)
        end = build()
        wrong += verdict(here, end)
        if end.code >= 0:
            continue
        count += 1
        yield wrong + (mended(here) if chance.random() < MENDED else [])
        wrong = []


def turned(stage: Stage) -> Stage:
    """The site edited back to what it was before, or forth again."""
    for path in stage.sources.keys() - stage.before.keys():
        (stage.root / path).unlink()
    for path, data in stage.before.items():
        if stage.sources.get(path) != data:
            put(stage.root, path, data)
    return Stage(stage.root, stage.new, stage.old, stage.before, stage.sources)
