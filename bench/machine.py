"""The machine and the programs of a run, described without its name or any path."""

import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.peers.peer import Peer


class Machine(NamedTuple):
    """What the figures depend on besides the programs.

    `load` is the mean number of processes that wanted a processor in the last minute, before the
    first run: above 0 the machine had other work to do. `disk` is the kind of file system that all
    sites are built on, `tmpfs` where that is memory; "" where the system does not tell.
    """

    processor: str
    cores: int
    gib: float
    system: str
    python: str
    load: float
    disk: str


def machine(folder: Path) -> Machine:
    """This machine, where sites are built in that folder."""
    return Machine(
        _processor(),
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3,
        platform.system(),
        platform.python_version() + _whose(),
        os.getloadavg()[0],
        _disk(folder.resolve()),
    )


def versions(peers: Sequence[Peer], folder: Path) -> dict[str, str]:
    """The versions of the generators."""
    return {peer.name: peer.version(folder) for peer in peers}


def _whose() -> str:
    """Whether Python is the one that comes with the system; others may be compiled otherwise."""
    return " of the system" if sys.base_prefix == "/usr" else ""


def _disk(folder: Path) -> str:
    """The kind of file system that a folder is on: of the mount that is nearest above it."""
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    except OSError:
        return ""
    above = [mount for mount in mounts if folder.is_relative_to(mount[1])]
    return max(above, key=lambda mount: len(mount[1]))[2]


def _processor() -> str:
    """The model of the processor, as the system calls it."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.machine()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())
