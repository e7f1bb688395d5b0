"""`make crash`: ends builds in every way there is, many times, and prints what held.

    python -m tests.crash [--kills N] [--step N] [--only NAME] [--naive]

Each row is a way to end; each ending is judged as `tests/crash/stage.py` says. Ctrl-C ends a row
early, and goes on to the next. With `--naive` the builder writes straight into place: then rows
must fail, or they show nothing.
"""

from __future__ import annotations

import argparse
import errno
import gc
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

# What forked processes share: loaded once, here.
import builder.audit.auditing
import builder.build.making
import builder.build.pipeline
import builder.render.renderer
from tests.crash import tracing
from tests.crash.calls import each_call, fail, kill
from tests.crash.disks import full_disk, no_permission, side_by_side
from tests.crash.kills import fresh_kills, warm_kills
from tests.crash.naive import naive
from tests.crash.stage import Stage, Told, staged, staged_small
from tests.crash.tracing import traced


class Row(NamedTuple):
    """A way to end: how often it was done, and what did not hold."""

    name: str
    times: int
    wrong: list[str]


def rows(
    stage: Stage, small: Stage, folder: Path, kills: int, step: int
) -> Iterator[tuple[str, Told]]:
    """Every way to end, by name; with a `step` over one, a sample of each."""
    quick = step > 1
    there = folder / "here"
    yield "killed at random", warm_kills(small, there, kills)
    yield "killed at random, each in a fresh process", fresh_kills(small, there, -(-kills // 20))
    yield "killed at each call", each_call(stage, there, kill, step)
    by = partial(kill, by=signal.SIGINT)
    yield "interrupted at each call", each_call(stage, there, by, step)
    for number in (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS):
        deed = partial(fail, number=number)
        yield f"{errno.errorcode[number]} at each call", each_call(stage, there, deed, step)
    if shutil.which("strace") and not quick:
        for call in tracing.CALLS:
            for fault in tracing.FAULTS:
                yield f"strace: {call}, {fault}", traced(stage, there, call, fault)
    if os.geteuid() == 0 and sys.platform == "linux":
        sizes = range(100, 1000, 300 if quick else 20)
        yield "a full disk", full_disk(stage, there, "size", (n * 1024 for n in sizes))
        inodes = range(60, 160, 40 if quick else 5)
        yield "no inodes left", full_disk(stage, there, "nr_inodes", inodes)
    yield "no permission to write", no_permission(stage, there)
    yield "four builds side by side", side_by_side(stage, there, 2 if quick else 50)


def counted(name: str, told: Told) -> Row:
    """Goes through a way to end, or as far as nobody interrupts; how often, and what was wrong."""
    times, wrong = 0, set[str]()
    with suppress(KeyboardInterrupt):
        for faults in told:
            times += 1
            wrong.update(faults)
    return Row(name, times, sorted(wrong))


def main(arguments: list[str]) -> int:
    """Prints the table. Returns 1 where a promise does not hold, or nothing was tried."""
    parser = argparse.ArgumentParser(prog="crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=10_000)
    parser.add_argument("--step", type=int, default=1, help="take each so-manieth call only")
    parser.add_argument("--naive", action="store_true", help="the control: rows must fail")
    parser.add_argument("--only", default="", help="rows with this in their name")
    given = parser.parse_args(arguments)
    failed = 0
    sys.dont_write_bytecode = False  # templates are compiled once, and not for each build
    with tempfile.TemporaryDirectory(prefix="crash-") as folder:
        os.chmod(folder, 0o755)
        stage, small = staged(Path(folder)), staged_small(Path(folder))
        gc.freeze()  # what forked processes share stays shared
        if given.naive:
            vars(builder.build.making)["write"] = naive
        for name, told in rows(stage, small, Path(folder), given.kills, given.step):
            if given.only in name:
                row = counted(name, told)
                failed += bool(row.wrong)
                print(f"{row.times:6}  {name}: {'; '.join(row.wrong[:3]) or 'held'}", flush=True)
    print(f"{failed} rows failed" if failed else "All held.")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
