"""`python -m bench`: measure, compare, and write docs/performance.md. `--help` lists the parts."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from bench.agreement import agreement
from bench.bars import BASE, OURS
from bench.corpus import corpus, files
from bench.growth import growth
from bench.machine import machine, versions
from bench.peers import PEERS
from bench.peers.peer import put
from bench.preview import watched
from bench.profiling import call_table
from bench.report import summary, write_report
from bench.results import Comparison, keep, kept
from bench.timing import Run, interleaved, laid_out

FOLDER = Path(os.environ.get("BENCH_DIR") or Path(tempfile.gettempdir()) / "backstory-bench")
ROUNDS = int(os.environ.get("BENCH_ROUNDS") or 5)
SIZES = (os.environ.get("BENCH_SIZES") or "S M").split()
LARGE = "L"
SAVES = 50
REBUILDS = int(os.environ.get("BENCH_REBUILDS") or 2_000)


def install() -> None:
    """Install the other generators in $BENCH_DIR (default: a folder for temporary things)."""
    for peer in PEERS:
        progress(f"Installing {peer.name}")
        peer.install(FOLDER)


def compare() -> None:
    """Time all generators on the corpora in $BENCH_SIZES ("S M"), $BENCH_ROUNDS (5) rounds.

    On L, where a round takes ten minutes, Hugo and Backstory alone.
    """
    runs: list[Run] = []
    before = machine(FOLDER)
    for size in SIZES:
        peers = [peer for peer in PEERS if size != LARGE or peer.name in (BASE, OURS)]
        cases = [laid_out(peer, corpus(size), FOLDER) for peer in peers]
        runs += interleaved(cases, size, ROUNDS, progress, warm=size != LARGE)
    done = Comparison(before, versions(PEERS, FOLDER), ROUNDS, tuple(runs))
    keep(FOLDER, "comparison", done)
    print(summary(done))


def agree() -> None:
    """Say whether all generators made the same links in what `compare` left."""
    for size in SIZES:
        print("\n".join(agreement(size, FOLDER)))


def preview() -> None:
    """Time the preview, and watch its memory."""
    small = watched("S", FOLDER, SAVES, REBUILDS, progress)
    large = watched("M", FOLDER, SAVES // 2, 0, progress)
    keep(FOLDER, "preview", (small, large))


def grow() -> None:
    """Time cold builds of growing sites."""
    keep(FOLDER, "growth", growth(FOLDER, 3, progress))


def report() -> None:
    """Write docs/performance.md from what was measured."""
    print(f"Wrote {write_report(kept(FOLDER))}")


def profile() -> None:
    """Print where a cold build of M spends its time."""
    print(call_table("M", FOLDER))


def everything() -> None:
    """All of it, in this order: install, compare, agree, preview, grow, report."""
    for part in (install, compare, agree, preview, grow, report):
        part()


def progress(words: str) -> None:
    """Say what is going on."""
    print(words, file=sys.stderr, flush=True)


def main() -> None:
    """Run the parts that the arguments name."""
    parts = {
        part.__name__: part
        for part in (everything, install, compare, agree, preview, grow, report, profile)
    }
    parser = argparse.ArgumentParser(prog="python -m bench")
    kinds = parser.add_subparsers(dest="part", required=True)
    for name, part in parts.items():
        kinds.add_parser(name, help=part.__doc__)
    written = kinds.add_parser("corpus", help="Write a corpus into a folder.")
    written.add_argument("size", help="S, M, L or NxM (articles by entries)")
    written.add_argument("folder", type=Path)
    wanted = parser.parse_args()
    if wanted.part == "corpus":
        for path, text in files(corpus(wanted.size)):
            put(wanted.folder, path, text)
    else:
        parts[wanted.part]()


if __name__ == "__main__":
    main()
