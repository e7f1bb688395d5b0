"""The preview's figures: how long a save takes to be seen, and whether memory stays flat."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from bench.corpus import corpus
from bench.figures import Spread, spread
from bench.peers import backstory
from bench.rebuilds import Rebuilt
from bench.timing import ROOT, Progress, environment, laid_out

KINDS = ("article", "entry", "template", "setting")


class Watched(NamedTuple):
    """How long saves took, in seconds: `work` by kind to finished output, `screen` to the page.

    `grown` is how many MiB the process took more at the end of `rebuilds` than after a tenth.
    """

    size: str
    saves: int
    work: dict[str, Spread]
    screen: Spread | None
    rebuilds: int
    grown: float


def watched(size: str, folder: Path, saves: int, rebuilds: int, progress: Progress) -> Watched:
    """Measure the preview of a corpus; `rebuilds` 0 leaves memory out."""
    made = corpus(size)
    site = laid_out(backstory.PEER, made, folder).site
    work: dict[str, Spread] = {}
    for kind in KINDS:
        progress(f"{size}: {saves} saves of one {kind}")
        work[kind] = spread(_rebuilt(site, size, kind, saves).seconds)
        laid_out(backstory.PEER, made, folder)
    progress(f"{size}: {saves} saves, seen in Chromium")
    screen: list[float] = _module("bench.browser", str(site), size, str(saves))
    if not rebuilds:
        return Watched(size, saves, work, spread(screen), 0, 0.0)
    progress(f"{size}: {rebuilds} rebuilds in one process")
    lasting = _rebuilt(site, size, "article", rebuilds)
    grown = lasting.late_mib - lasting.early_mib
    return Watched(size, saves, work, spread(screen), rebuilds, grown)


def _rebuilt(site: Path, size: str, kind: str, count: int) -> Rebuilt:
    seconds, early, late = _module("bench.rebuilds", str(site), size, kind, str(count))
    return Rebuilt(seconds, early, late)


def _module(name: str, *arguments: str) -> Any:
    """What one of our modules prints, run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", name, *arguments],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)
