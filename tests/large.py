"""`make large`: 5,000 people, 2,000 terms and an article of 1 MB, and what half of it costs.

    python -m tests.large [--people N] [--terms N] [--kilobytes N]

Builds half of it and then all of it, each from nothing in a process of its own, and prints the
seconds of the processor, the peak of memory and the ratios.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from tests.smallsite import ROOT, put, tree

ALLOWED = 2.3
"""How many times the cost twice the size may have."""
SYLLABLES = (
    "ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro".split()
)
WORDS = "the of and a to in was it on with as his for at by had not are but from or have an".split()


class Cost(NamedTuple):
    """What a build took: seconds of the processor, the peak of memory in MB; and files made."""

    seconds: float
    megabytes: float
    files: int


def large(root: Path, people: int, terms: int, kilobytes: int) -> None:
    """Writes the site: every name is met in the article, among plain words."""
    chance = random.Random(people)
    names = [f"{name(n + 900).title()} {name(n).title()}" for n in range(people)]
    words = [f"{name(n + 20_000)} {name(n + 90_000)}" for n in range(terms)]
    put(root, "site.yaml", "title: Large\nlanguage: en\nurl: https://example.org/\n")
    put(
        root,
        "content/people.yaml",
        "".join(
            f"p{n}:\n  name: {one}\n  summary: Number {n} of many.\n" for n, one in enumerate(names)
        ),
    )
    put(
        root,
        "content/glossary.yaml",
        "".join(
            f"t{n}:\n  term: {one}\n  definition: Number {n} of many.\n"
            for n, one in enumerate(words)
        ),
    )
    mentioned = cycle(chance.sample([*names, *words], people + terms))
    paragraphs, size = [], 0
    while size < kilobytes * 1000:
        sentences = (
            " ".join([*chance.choices(WORDS, k=12), next(mentioned)]) + "." for _ in range(5)
        )
        paragraphs.append(" ".join(sentences))
        size += len(paragraphs[-1]) + 2
    front = "---\ntitle: A long story\ndate: 2020-01-07\n---\n\n"
    put(root, "content/story.md", front + "\n\n".join(paragraphs) + "\n")


def name(number: int) -> str:
    """A word for a number, another for each."""
    return "".join(SYLLABLES[number // 28**place % 28] for place in range(4))


def cost(root: Path) -> Cost:
    """Builds the site in a process of its own. Raises RuntimeError if that fails."""
    build = [sys.executable, "-m", "builder", "build", str(root)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    silent = subprocess.DEVNULL
    process = subprocess.Popen(build, env=environment, stdout=silent, stderr=silent)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError("the build failed")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, len(tree(root / "output")))


def main(arguments: list[str]) -> int:
    """Prints what half and all of it cost. Returns 1 where twice the size costs too much."""
    parser = argparse.ArgumentParser(prog="large", description=__doc__)
    parser.add_argument("--people", type=int, default=5_000)
    parser.add_argument("--terms", type=int, default=2_000)
    parser.add_argument("--kilobytes", type=int, default=990, help="a text has 1,000 at most")
    given = parser.parse_args(arguments)
    found = []
    with tempfile.TemporaryDirectory(prefix="large-") as folder:
        for share in (2, 1):
            sizes = (given.people // share, given.terms // share, given.kilobytes // share)
            root = Path(folder) / str(share)
            large(root, *sizes)
            found.append(cost(root))
            people, terms, kilobytes = sizes
            seconds, megabytes, files = found[-1]
            print(
                f"{people} people, {terms} terms, {kilobytes} kB: {files} files, "
                f"{seconds:.1f} s, {megabytes:.0f} MB",
                flush=True,
            )
    time, memory = (found[1][n] / found[0][n] for n in range(2))
    print(f"Twice the size costs {time:.2f} times the time and {memory:.2f} times the memory.")
    return int(max(time, memory) >= ALLOWED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
