"""`make crash`: ends builds in every way there is, many times, and prints what held.

    python -m tests.crash [--kills N] [--step N] [--only NAME] [--naive]

Each row is a way to end; each ending is judged as `tests/crashing.py` says. With `--naive` the
builder writes straight into place: then rows must fail, or they show nothing.
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

# What forked processes share: loaded once, here.
import builder.audit.auditing
import builder.build.making
import builder.build.pipeline
import builder.render.renderer
from builder.write.marker import Marker, encode
from builder.write.staging import File
from tests.crashing import (
    OURS,
    End,
    Stage,
    begun,
    ended,
    forked,
    fresh,
    mended,
    sources,
    staged,
    verdict,
)
from tests.smallsite import ROOT, put

CHANGES = ("os.rename", "os.mkdir", "os.remove", "os.rmdir")
CALLS = ("open", "os.scandir", "os.listdir", "os.chmod", "os.utime", *CHANGES)
BUILD = (sys.executable, "-m", "builder", "build")
Told = Iterator[list[str]]


class Row(NamedTuple):
    """A way to end: how often it was done, and what did not hold."""

    name: str
    times: int
    wrong: list[str]


# ---- in the process itself: at the nth call that concerns the site


def at_call(root: Path, nth: int, deed: Callable[[str], object], events: Iterable[str]) -> None:
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


def each_call(stage: Stage, folder: Path, deed: Callable[[str], object], step: int) -> Told:
    """Does `deed` at the first call, the second… until a build comes to its end without it."""
    nth = 1
    while True:
        here = fresh(stage, folder)
        reached = folder.parent / "reached"
        reached.unlink(missing_ok=True)

        def marked(path: str, reached: Path = reached) -> None:
            reached.touch()
            deed(path)

        end = forked(here.root, partial(at_call, here.root, nth, marked, CALLS))
        if not reached.exists():
            return
        yield verdict(here, end) + mended(here)
        nth += step


# ---- from outside


def random_kills(stage: Stage, folder: Path, times: int) -> Told:
    """Kills at random moments; the site goes to and fro between its two states all the while."""
    chance = random.Random(times)
    here = fresh(stage, folder)
    began = time.monotonic()
    forked(here.root, lambda: None)
    usual = time.monotonic() - began
    forth = {path: data for path, data in here.sources.items() if path.startswith("content/")}
    for count in range(times):
        back = count % 2 == 0
        here = turned(here, forth, back=back)
        process = begun(here.root, lambda: None)
        time.sleep(chance.uniform(0, usual))
        os.kill(process[0], signal.SIGKILL)
        told = verdict(here, ended(process))
        yield told + (mended(here) if chance.random() < 0.5 else [])


def turned(stage: Stage, forth: dict[str, bytes], *, back: bool) -> Stage:
    """The site edited back to its old state, or forth to its new one."""
    content = stage.root / "content"
    target = dict(forth)
    if back:
        from tests.test_golden import GOLDEN, files

        target = {f"content/{path}": data for path, data in files(GOLDEN / "site/content").items()}
    for path in [p for p in content.rglob("*") if p.is_file()]:
        if path.relative_to(stage.root).as_posix() not in target:
            path.unlink()
    for name, data in target.items():
        put(stage.root, name, data)
    return stage._replace(old=stage.new, new=stage.old, sources=sources(stage.root))


def traced(stage: Stage, folder: Path, call: str, fault: str) -> Told:
    """Lets the nth system call of a kind fail, or be the last, by strace."""
    nth = 1
    while True:
        here = fresh(stage, folder)
        log = folder.parent / "strace"
        trace = ["strace", "-f", "-qq", "-o", str(log), f"-etrace={call}"]
        done = subprocess.run(
            [*trace, f"-einject={call}:{fault}:when={nth}", *BUILD, str(here.root)],
            cwd=ROOT,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        said = log.read_text(encoding="utf-8", errors="replace")
        if "INJECTED" not in said and "killed" not in said:
            return
        code = done.returncode if done.returncode in (0, 1, 2, 3, 130) else -9
        yield verdict(here, End(code, "")) + mended(here)
        nth += 1


def full_disk(stage: Stage, folder: Path, option: str, sizes: Iterable[int]) -> Told:
    """Builds on a disk of a few kilobytes, or of a few files; then on one that was made larger."""
    for size in sizes:
        disk = folder.parent / "disk"
        disk.mkdir(exist_ok=True)
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size=1m,{option}={size}", "tmpfs", str(disk)],
            check=True,
        )
        try:
            here = fits(stage, disk / "site")
            if here:
                end = forked(here.root, lambda: None)
                told = verdict(here, end)
                larger = "remount,size=64m,nr_inodes=0"
                subprocess.run(["mount", "-o", larger, str(disk)], check=True)
                yield told + mended(here)
        finally:
            subprocess.run(["umount", str(disk)], check=True)


def fits(stage: Stage, folder: Path) -> Stage | None:
    """The stage on that disk, if there is room for it."""
    try:
        return fresh(stage, folder)
    except (OSError, shutil.Error):
        return None


def no_permission(stage: Stage, folder: Path) -> Told:
    """Builds as a user who may not write: the output, a folder in it, the cache, the site."""
    for closed in ("output", "output/people", ".cache", ".cache/backstory", "."):
        here = fresh(stage, folder)
        for path in (here.root, *here.root.rglob("*")):
            if os.geteuid() == 0:
                os.chown(path, 65_534, 65_534)
        target = here.root / closed
        target.chmod(0o555)
        end = forked(here.root, as_nobody)
        told = verdict(here, end)
        target.chmod(0o755)
        yield told + mended(here)


def as_nobody() -> None:
    """Gives up the rights of the superuser, if one has them."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65_534)
        os.setuid(65_534)


def side_by_side(stage: Stage, folder: Path, times: int) -> Told:
    """Four builds of one site at once."""
    for _ in range(times):
        here = fresh(stage, folder)
        ends = [ended(process) for process in [begun(here.root, lambda: None) for _ in range(4)]]
        yield [fault for end in ends for fault in verdict(here, end)] + mended(here)


# ---- the control: a builder that writes straight into place


def naive(output: str, old: Marker | None, paths: frozenset[str], files: Iterable[File]) -> int:
    """Writes in place, the marker first: what a builder without care would do."""
    os.makedirs(output, exist_ok=True)
    put(Path(output), OURS[0], encode(complete=True, files=paths))
    for path, data in files:
        target = Path(output, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "wb", buffering=0) as file:
            file.write(data[: len(data) // 2])
            file.write(data[len(data) // 2 :])
    for path in (old.files if old else frozenset[str]()) - paths:
        Path(output, path).unlink(missing_ok=True)
    return 0


# ---- the table


def rows(stage: Stage, folder: Path, kills: int, step: int) -> Iterator[tuple[str, Told]]:
    """Every way to end, by name; with a `step` over one, a sample of each."""
    quick = step > 1
    there = folder / "here"
    yield f"killed at random, {kills} times", random_kills(stage, there, kills)
    yield "killed at each call", each_call(stage, there, kill, step)
    by = partial(kill, by=signal.SIGINT)
    yield "interrupted at each call", each_call(stage, there, by, step)
    for number in (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS):
        deed = partial(fail, number=number)
        yield f"{errno.errorcode[number]} at each call", each_call(stage, there, deed, step)
    if shutil.which("strace") and not quick:
        for call in ("write", "rename", "mkdir", "unlink", "rmdir", "fchmod", "chmod", "ftruncate"):
            for fault in ("error=ENOSPC", "error=EIO", "signal=KILL"):
                yield f"strace: {call}, {fault}", traced(stage, there, call, fault)
    if os.geteuid() == 0 and sys.platform == "linux":
        sizes = range(100, 1000, 300 if quick else 20)
        yield "a full disk", full_disk(stage, there, "size", (n * 1024 for n in sizes))
        yield (
            "no inodes left",
            full_disk(stage, there, "nr_inodes", range(60, 160, 40 if quick else 5)),
        )
    yield "no permission to write", no_permission(stage, there)
    yield "four builds side by side", side_by_side(stage, there, 2 if quick else 50)


def counted(name: str, told: Told) -> Row:
    """Goes through a way to end; how often, and what was wrong."""
    faults = list(told)
    return Row(name, len(faults), sorted({fault for each in faults for fault in each}))


def main(arguments: list[str]) -> int:
    """Prints the table. Returns 1 where a promise does not hold, or nothing was tried."""
    parser = argparse.ArgumentParser(prog="crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=10_000)
    parser.add_argument("--step", type=int, default=1, help="take each so-manieth call only")
    parser.add_argument("--naive", action="store_true", help="the control: rows must fail")
    parser.add_argument("--only", default="", help="rows with this in their name")
    given = parser.parse_args(arguments)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="crash-") as folder:
        os.chmod(folder, 0o755)
        stage = staged(Path(folder))
        if given.naive:
            vars(builder.build.making)["write"] = naive
        for name, told in rows(stage, Path(folder), given.kills, given.step):
            if given.only in name:
                row = counted(name, told)
                failed += bool(row.wrong)
                print(f"{row.times:6}  {name}: {'; '.join(row.wrong[:3]) or 'held'}", flush=True)
    print(f"{failed} rows failed" if failed else "All held.")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
