"""How time and memory grow: with the articles, with the entries, and with the names looked for."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

from bench.corpus import SEED, Corpus, corpus
from bench.naming import invented
from bench.peers import backstory
from bench.prose import Writer
from bench.timing import Progress, Sample, laid_out
from builder.ground.diagnostics import Location
from builder.link.names.forms import Form
from builder.link.names.matching import matches, names
from builder.model.refs import Ref

ARTICLES = (250, 500, 1_000, 2_000, 4_000)
ENTRIES = (100, 1_000, 10_000)
NAMES = (100, 1_000, 10_000, 100_000)
BESIDE_ENTRIES = 500
"""Articles, where entries grow."""
BESIDE_ARTICLES = 300
"""Entries, where articles grow."""
TEXTS = 100


class Point(NamedTuple):
    """How many there were, the median seconds of the processor, and the peak memory in MiB."""

    number: int
    seconds: float
    mib: float


class Growth(NamedTuple):
    """Cold builds by articles and by entries, and the passes that find names by their number."""

    articles: tuple[Point, ...]
    entries: tuple[Point, ...]
    names: tuple[Point, ...]


def growth(
    folder: Path,
    rounds: int,
    progress: Progress,
    articles: Sequence[int] = ARTICLES,
    entries: Sequence[int] = ENTRIES,
) -> Growth:
    """Measure all curves in the bench's folder. Seconds are the processor's: others may work."""
    by_articles = {count: f"{count}x{BESIDE_ARTICLES}" for count in articles}
    by_entries = {count: f"{BESIDE_ENTRIES}x{count}" for count in entries}
    return Growth(
        tuple(_cold(n, corpus(size), folder, rounds, progress) for n, size in by_articles.items()),
        tuple(
            _cold(n, brief(corpus(size)), folder, rounds, progress)
            for n, size in by_entries.items()
        ),
        tuple(finding(count, rounds) for count in NAMES),
    )


def finding(count: int, rounds: int) -> Point:
    """What it takes to find the same mentions in the same texts, with so many names to look for."""
    made = corpus(f"{TEXTS}x{TEXTS}")
    standing = [entry.name for entry in made.entries]
    # With a number behind them these stand nowhere, though much of each may.
    absent = (f"{name} {SEED}" for name, _, _ in invented(Writer(1), count - TEXTS))
    known = names(_form(name) for name in (*standing, *absent))
    seconds: list[float] = []
    for _ in range(rounds):
        started = process_time()
        for story in made.stories:
            matches(story.body, known)
        seconds.append(process_time() - started)
    return Point(count, median(seconds), 0.0)


def brief(made: Corpus) -> Corpus:
    """The corpus with one sentence on each entry: 10,000 longer ones are too much for a sidecar."""
    entries = (entry._replace(body=entry.body.partition(".")[0] + ".") for entry in made.entries)
    return made._replace(entries=tuple(entries))


def _cold(count: int, made: Corpus, folder: Path, rounds: int, progress: Progress) -> Point:
    """Cold builds of a corpus, each in a process of its own."""
    case = laid_out(backstory.PEER, made, folder)
    samples: list[Sample] = []
    for number in range(rounds):
        progress(f"{made.size}: cold build {number + 1} of {rounds}")
        case.prepare("cold", number)
        samples.append(case.build())
    shutil.rmtree(case.site)
    seconds = median(sample.cpu for sample in samples)
    return Point(count, seconds, max(sample.mib for sample in samples))


def _form(name: str) -> Form:
    ref = Ref("term", name)
    return Form(name, ref, ref, Location("names"), capital=False, plurals=(), not_in=())
