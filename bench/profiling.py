"""Where a cold build spends its time: a call table."""

import cProfile
import io
import pstats
from pathlib import Path

from bench.corpus import corpus
from bench.peers import backstory
from bench.timing import ROOT, laid_out
from builder.build.building import build
from builder.build.request import Request

LINES = 45


def call_table(size: str, folder: Path) -> str:
    """The calls of a cold build that take the most time in themselves, and the most with theirs."""
    case = laid_out(backstory.PEER, corpus(size), folder)
    profiler = cProfile.Profile()
    profiler.runcall(build, Request(str(case.site), str(case.site / "output")))
    said = io.StringIO()
    table = pstats.Stats(profiler, stream=said)
    for order in ("tottime", "cumulative"):
        table.sort_stats(order).print_stats(LINES)
    return said.getvalue().replace(f"{ROOT}/", "")
