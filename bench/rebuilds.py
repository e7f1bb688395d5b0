"""The preview's own work: from a noticed save to the finished page, in one process that stays.

`python -m bench.rebuilds SITE SIZE KIND COUNT` prints the seconds of every rebuild as JSON, and the
process's memory in MiB after the first tenth of them and at the end.
"""

import contextlib
import gc
import json
import os
import resource
import sys
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bench.corpus import corpus
from bench.saves import looked_at, saves
from builder.commands.previewing import OFTEN, ServeOptions, rebuilding
from builder.preview.rebuilding import MOST


class Rebuilt(NamedTuple):
    """What the rebuilds of one kind cost."""

    seconds: list[float]
    early_mib: float
    late_mib: float


def rebuilt(site: Path, size: str, kind: str, count: int) -> Rebuilt:
    """Save and rebuild so often, after three times that are not counted."""
    made = corpus(size)
    save, page = saves(site, made)[kind], looked_at(made, kind)
    rebuild = rebuilding(ServeOptions(str(site), 8000, "127.0.0.1", "/", drafts=True))
    seconds: list[float] = []
    early, data = 0.0, b""
    gc.set_threshold(OFTEN)  # as the preview does
    for number in range(-3, count):
        save(f"Save {number + 3}")
        started = perf_counter()
        built = rebuild((page,))
        seconds.append(perf_counter() - started)
        data, before = built.site.read(page), data
        if not built.ok or data == before:
            raise RuntimeError(f"A save of {kind} changed nothing: {built.diagnostics}")
        if number % MOST == 0:
            gc.collect()
        if number == count // 10:
            early = resident()
    return Rebuilt(seconds[3:], early, resident())


def resident() -> float:
    """The memory of this process now, in MiB; its peak where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def main() -> None:
    """Rebuild as the arguments say; what the builder tells goes nowhere."""
    site, size, kind, count = sys.argv[1:]
    with open(os.devnull, "w", encoding="utf-8") as nowhere, contextlib.redirect_stderr(nowhere):
        made = rebuilt(Path(site), size, kind, int(count))
    print(json.dumps(made))


if __name__ == "__main__":
    main()
