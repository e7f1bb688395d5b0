"""Builds on disks that are full or closed, and builds at once."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.crash.stage import Stage, Told, begun, ended, forked, fresh, mended, verdict


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
            here = _fits(stage, disk / "site")
            if here:
                end = forked(here.root, lambda: None)
                told = verdict(here, end)
                larger = "remount,size=64m,nr_inodes=0"
                subprocess.run(["mount", "-o", larger, str(disk)], check=True)
                yield told + mended(here)
        finally:
            subprocess.run(["umount", str(disk)], check=True)


def _fits(stage: Stage, folder: Path) -> Stage | None:
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
        end = forked(here.root, _as_nobody)
        told = verdict(here, end)
        target.chmod(0o755)
        yield told + mended(here)


def _as_nobody() -> None:
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
