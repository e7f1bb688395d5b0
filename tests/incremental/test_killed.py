"""A build that is killed, interrupted, or met by another: nothing torn, and the next one mends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from builder.write.marker import Marker, read_marker
from tests.smallsite import FILES, ROOT, backstory, built, put, site, tree

# Kills its own process at the nth call that changes the disk, as a power cut would: no handler
# runs, nothing is flushed.
KILLED = """
import os, signal, sys
# A test run in the background ignores Ctrl-C, and so would this process.
signal.signal(signal.SIGINT, signal.default_int_handler)
nth = int(sys.argv[1])
count = 0
def hook(event, arguments):
    global count
    if event in ("os.rename", "os.mkdir", "os.remove", "os.rmdir") or (
        event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT
    ):
        count += 1
        if count == nth:
            os.kill(os.getpid(), signal.%s)
from builder.build import pipeline
from builder.commands.cli import run
sys.addaudithook(hook)
code = run(["build"])
print(count)
sys.exit(code)
"""


def killed(root: Path, nth: int, by: str = "SIGKILL") -> subprocess.CompletedProcess[str]:
    """Builds in a process that is killed at its nth change of the disk."""
    return subprocess.run(
        [sys.executable, "-c", KILLED % by, str(nth)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, dict[str, bytes]]:
    """A site built and then edited, its copy, and the bytes of a clean build of the edited one."""
    searched = FILES["site.yaml"] + "search: true\n"
    files = {"content/notes.md": NOTES, "site.yaml": searched}
    root = site(tmp_path_factory.mktemp("killed") / "site", files)
    built(root)
    (root / "content/notes.md").unlink()
    put(root, "content/glossary.yaml", "bridge:\n  term: bridge\n  definition: A way over.\n")
    twin = root.parent / "twin"
    shutil.copytree(root, twin, ignore=shutil.ignore_patterns("output", ".cache"))
    built(twin)
    return root, twin, tree(twin / "output")


NOTES = "---\ntitle: Notes\ndate: 2020-01-09\n---\n\nAda Lovelace noted it.\n"


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
@pytest.mark.parametrize("nth", [1, 2, 4, 8, 16, 24, 32, 40, 48, 56, 64, 72, 80, 88, 96])
def test_the_next_build_mends_a_killed_one(
    states: tuple[Path, Path, dict[str, bytes]], tmp_path: Path, nth: int
) -> None:
    edited, _, clean = states
    root = tmp_path / "site"
    shutil.copytree(edited, root)
    before = tree(root / "output")
    done = killed(root, nth)
    assert done.returncode in (0, -signal.SIGKILL)
    after = tree(root / "output")
    for path, data in after.items():
        if not path.startswith(".backstory"):
            assert data in (before.get(path), clean.get(path)), f"{path} is torn"
    marker = read_marker(str(root / "output"))
    assert isinstance(marker, Marker)
    if marker.complete:
        pages = {path: data for path, data in after.items() if path[:14] != ".backstory-tmp"}
        assert pages in (before, clean)
    built(root)
    assert tree(root / "output") == clean


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
@pytest.mark.parametrize("nth", [3, 12, 30, 75])
def test_an_interrupt_is_exit_130_and_mended(
    states: tuple[Path, Path, dict[str, bytes]], tmp_path: Path, nth: int
) -> None:
    edited, _, clean = states
    root = tmp_path / "site"
    shutil.copytree(edited, root)
    done = killed(root, nth, "SIGINT")
    assert done.returncode == 130
    assert done.stderr.strip() == "backstory: Interrupted."
    built(root)
    assert tree(root / "output") == clean


def test_builds_at_once_leave_what_one_would(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(lambda _: backstory("build", cwd=root), range(3)))
    assert {(run.returncode, run.stderr) for run in done} == {(0, "")}
    twin = tmp_path / "twin"
    shutil.copytree(root, twin, ignore=shutil.ignore_patterns("output", ".cache"))
    built(twin)
    assert tree(root / "output") == tree(twin / "output")


def test_what_a_cut_off_build_left_goes_where_nothing_else_is_to_do(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    built(root)
    made = tree(root / "output")
    put(root, "output/.backstory-tmp/.backstory", "half of a mark")
    built(root)
    assert tree(root / "output") == made
