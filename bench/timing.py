"""Whole processes, timed in turns: A B C, A B C… so that a busy moment of the machine hits all."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.corpus import Corpus
from bench.peers.peer import Peer

LAUNCHER = Path(__file__).parent / "launcher.py"
ROOT = Path(__file__).parent.parent
SCENARIOS = ("cold", "nothing", "article", "entry")
Progress = Callable[[str], None]


class Sample(NamedTuple):
    """One run: seconds on the clock, seconds of all processors, the peak of memory in MiB."""

    wall: float
    cpu: float
    mib: float


class Run(NamedTuple):
    """A sample, and what it is one of."""

    size: str
    peer: str
    scenario: str
    sample: Sample


class Case:
    """A generator with its site on disk. Edits are undone by `restore`."""

    def __init__(self, peer: Peer, corpus: Corpus, folder: Path, site: Path) -> None:
        self.peer = peer
        self.site = site
        self._folder = folder
        self._summary = corpus.entries[0].summary
        self._mention = corpus.entries[-1].name
        self._article = site / peer.article(corpus)
        self._entry = site / peer.entry(corpus)
        self._before = {path: path.read_text("utf-8") for path in (self._article, self._entry)}

    def prepare(self, scenario: str, number: int) -> None:
        """Bring the sources and the output into the state that the scenario starts from."""
        if scenario == "cold":
            for made in self.peer.made:
                shutil.rmtree(self.site / made, ignore_errors=True)
        elif scenario == "article":
            addition = f"\n\nEdited paragraph {number} about {self._mention} and more.\n"
            self._article.write_text(self._before[self._article].rstrip("\n") + addition, "utf-8")
        elif scenario == "entry":
            edited = f"{self._summary[:-1]} edit {number}."
            text = self._before[self._entry].replace(self._summary, edited)
            self._entry.write_text(text, "utf-8")

    def build(self) -> Sample:
        """Build the site in a process of its own. Raises RuntimeError where that fails."""
        return timed(self.peer.command(self._folder), self.site)

    def restore(self) -> None:
        """Undo the edits."""
        for path, text in self._before.items():
            path.write_text(text, "utf-8")


def laid_out(peer: Peer, corpus: Corpus, folder: Path) -> Case:
    """The corpus, laid out anew for a generator in the bench's folder."""
    site = folder / "sites" / f"{peer.name}-{corpus.size}"
    shutil.rmtree(site, ignore_errors=True)
    peer.lay(corpus, site)
    return Case(peer, corpus, folder, site)


def interleaved(
    cases: Sequence[Case], size: str, rounds: int, progress: Progress, *, warm: bool
) -> Iterable[Run]:
    """The runs of all rounds; before several, one that is not counted may `warm` the disk."""
    for number in range(0 if warm and rounds > 1 else 1, rounds + 1):
        progress(f"{size}: round {number} of {rounds}")
        for case in cases:
            for scenario in SCENARIOS:
                case.prepare(scenario, number)
                sample = case.build()
                if number:
                    yield Run(size, case.peer.name, scenario, sample)
    for case in cases:
        case.restore()


def timed(argv: Sequence[str], site: Path) -> Sample:
    """What a command costs in a folder. Raises RuntimeError where it fails."""
    launched = subprocess.run(
        [sys.executable, "-I", "-S", str(LAUNCHER), *argv],
        cwd=site,
        env=environment(),
        stdout=subprocess.PIPE,
        check=True,
    )
    used = json.loads(launched.stdout)
    if used["code"]:
        raise RuntimeError(f"{' '.join(argv)} ended with {used['code']} in {site}.")
    return Sample(used["wall"], used["cpu"], used["mib"])


def environment() -> dict[str, str]:
    """The environment of every timed process: Python may keep what it compiled, as it does."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
