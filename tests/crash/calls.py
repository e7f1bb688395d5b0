"""A build that meets its end at the nth call that concerns the site, in the process itself."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from tests.crash.stage import Stage, Told, forked, fresh, mended, verdict

CHANGES = ("os.rename", "os.mkdir", "os.remove", "os.rmdir")
CALLS = ("open", "os.scandir", "os.listdir", "os.chmod", "os.utime", *CHANGES)
Deed = Callable[[str], object]


def at_call(root: Path, nth: int, deed: Deed, events: Iterable[str] = CALLS) -> None:
    """Does `deed` at the nth call for a path of the site; Python tells of each (PEP 578)."""
    wanted, top = frozenset(events), str(root)
    count = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if event in wanted and str(arguments[0]).startswith(top):
            count += 1
            if count == nth:
                deed(str(arguments[0]))

    sys.addaudithook(hook)


def kill(_: str, by: signal.Signals = signal.SIGKILL) -> None:
    os.kill(os.getpid(), by)


def fail(path: str, number: int) -> None:
    raise OSError(number, os.strerror(number), path)


def each_call(stage: Stage, folder: Path, deed: Deed, step: int) -> Told:
    """Does `deed` at the first call, the second… until a build comes to its end without it."""
    nth = 1
    while True:
        here = fresh(stage, folder)
        reached = folder.parent / "reached"
        reached.unlink(missing_ok=True)

        def marked(path: str, reached: Path = reached) -> None:
            reached.touch()
            deed(path)

        end = forked(here.root, partial(at_call, here.root, nth, marked))
        if not reached.exists():
            return
        yield verdict(here, end) + mended(here)
        nth += step
