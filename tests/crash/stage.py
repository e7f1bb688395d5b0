"""Builds that end too soon: a site in two states, processes that are stopped, and the verdict.

The verdict after every end: no file of the output is torn, the sources are untouched, what is not
finished is not taken for finished, and the next build leaves the bytes of a clean one.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from builder.build.building import build
from builder.build.checking import Finished, finished
from builder.build.request import Request
from builder.commands.cli import run
from builder.write.marker import Marker, read_marker
from tests.smallsite import ROOT, put, request, site, tree
from tests.test_golden import GOLDEN

OURS = (".backstory", ".backstory-tmp/")
ADDED = {
    "content/crash.md": "---\ntitle: Crash\ndate: 1860-01-04\n---\n\nAda Lovelace saw a crash.\n",
}
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
Pages = dict[str, bytes]
Told = Iterator[list[str]]
"""For each ending, what was promised and does not hold."""


class Stage(NamedTuple):
    """A site that was edited: its sources now and before, and what a clean build makes of each."""

    root: Path
    old: Pages
    new: Pages
    sources: Pages
    before: Pages


class End(NamedTuple):
    """How a process ended: its exit code, minus the signal that killed it; its words."""

    code: int
    words: str


def staged(folder: Path) -> Stage:
    """The golden site in `folder`: built, then edited, and not yet built again."""
    root = folder / "site"
    shutil.copytree(GOLDEN / "site", root)

    def edit() -> None:
        for path, text in ADDED.items():
            put(root, path, text)
        with open(root / "content/glossary.yaml", "a", encoding="utf-8") as file:
            file.write("crash:\n  term: crash\n  definition: An end that comes too soon.\n")
        (root / "content/pages/about.md").unlink()

    return edited(root, edit)


def staged_small(folder: Path) -> Stage:
    """A small site in the same state, for builds by the thousand."""
    root = site(folder / "small", {"content/pages/about.md": "---\ntitle: About\n---\n\nUs.\n"})

    def edit() -> None:
        put(root, "content/glossary.yaml", "bridge:\n  term: bridge\n  definition: A way over.\n")
        (root / "content/pages/about.md").unlink()

    return edited(root, edit)


def edited(root: Path, edit: Callable[[], object]) -> Stage:
    """A site that is built, and edited then."""
    before, old = sources(root), pages(made(root))
    edit()
    return Stage(root, old, clean(root), sources(root), before)


def made(root: Path) -> Path:
    """Builds the site; its output."""
    outcome = build(Request(str(root), str(root / "output")))
    assert outcome.summary, outcome.diagnostics
    return root / "output"


def clean(root: Path) -> Pages:
    """What a build from nothing makes."""
    with tempfile.TemporaryDirectory() as folder:
        twin = Path(folder) / "site"
        shutil.copytree(root, twin, ignore=shutil.ignore_patterns("output", ".cache"))
        return pages(made(twin))


def pages(output: Path) -> Pages:
    """The files of an output for readers."""
    return {path: data for path, data in tree(output).items() if not path.startswith(OURS)}


def sources(root: Path) -> Pages:
    """The site itself."""
    shown = tree(root)
    return {path: data for path, data in shown.items() if not path.startswith(("output/", ".ca"))}


def forked(root: Path, spoil: Callable[[], object]) -> End:
    """Builds in a process of its own, forked from this one; `spoil` is called in it beforehand."""
    return ended(begun(root, spoil))


def begun(root: Path, spoil: Callable[[], object]) -> tuple[int, Path]:
    """A process that builds the site, and the file of its words."""
    handle, words = tempfile.mkstemp(prefix="crash-")
    pid = os.fork()
    if pid:
        os.close(handle)
        return pid, Path(words)
    code = 99
    try:
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        spoil()
        code = run(["build", str(root), "--output", str(root / "output")])
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def ended(process: tuple[int, Path]) -> End:
    """Waits for a process; how it ended."""
    pid, words = process
    _, status = os.waitpid(pid, 0)
    told = words.read_text(encoding="utf-8", errors="replace")
    words.unlink()
    return End(os.waitstatus_to_exitcode(status), told)


def verdict(stage: Stage, end: End) -> list[str]:
    """What was promised and does not hold, as sentences; the site is left as it was found."""
    root, output = stage.root, stage.root / "output"
    wrong = [] if end.code in (0, 1, 2, 3, 130) or end.code < 0 else [f"ended with {end}"]
    if "made a mistake" in end.words or "Traceback" in end.words:
        wrong.append(f"spoke of a mistake of its own: {end.words}")
    if sources(root) != stage.sources:
        wrong.append("the sources were touched")
    now = pages(output) if output.exists() else {}
    for path, data in now.items():
        if data not in (stage.old.get(path), stage.new.get(path)):
            wrong.append(f"{path} is torn")
    marker = read_marker(str(output))
    if isinstance(marker, Marker) and marker.complete and now not in (stage.old, stage.new):
        wrong.append("the marker calls unfinished pages complete")
    if finished(request(root)) is Finished.CURRENT and now != stage.new:
        wrong.append("`publish` would take unfinished pages for finished ones")
    if end.code == 0 and now != stage.new:
        wrong.append("a build that said it was done left other pages")
    return wrong


def mended(stage: Stage) -> list[str]:
    """Builds once more; what does not hold then."""
    end = forked(stage.root, lambda: None)
    if end.code:
        return [f"the next build fails: {end}"]
    if pages(stage.root / "output") != stage.new:
        return ["the next build leaves other bytes than a clean one"]
    left = [path for path in tree(stage.root / "output") if path.startswith(".backstory-")]
    return [f"left lying about: {path}" for path in left]


def fresh(stage: Stage, folder: Path) -> Stage:
    """The same stage in another folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(stage.root, folder, symlinks=True)
    return stage._replace(root=folder)
