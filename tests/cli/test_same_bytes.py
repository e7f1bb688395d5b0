"""Same input, same bytes: whatever the machine, the user, the folder and the day."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.smallsite import ROOT, tree

# The sample site, in folders of another order, with another clock and umask.
BUILD = """
import os, sys, time
os.umask(int(sys.argv[1], 8))
order = sys.argv[2]
real = os.scandir
class Listing(list):
    def __enter__(self): return self
    def __exit__(self, *_): pass
def scandir(path="."):
    with real(path) as listing:
        return Listing(sorted(listing, key=lambda e: e.name, reverse=order == "reversed"))
os.scandir = scandir
late = int(sys.argv[3])
real_time = time.time
time.time = lambda: real_time() + late
from builder.commands.cli import run
sys.exit(run(["build"]))
"""


def copied(folder: Path) -> Path:
    """The sample site in a folder of its own."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "site.yaml", folder)
    shutil.copytree(ROOT / "content", folder / "content", copy_function=shutil.copyfile)
    return folder


def result(root: Path, *arguments: str, **environment: str) -> dict[str, tuple[bytes, int]]:
    """Builds in a fresh process: every file's bytes and permissions."""
    subprocess.run(
        [sys.executable, "-c", BUILD, *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        check=True,
        capture_output=True,
    )
    output = root / "output"
    return {path: (data, (output / path).stat().st_mode) for path, data in tree(output).items()}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, int]]:
    root = copied(tmp_path_factory.mktemp("usual") / "site")
    return result(root, "022", "sorted", "0", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("022", "sorted", "0"), {"PYTHONHASHSEED": "4242"}),
        (("022", "reversed", "0"), {}),
        (("077", "sorted", "0"), {}),
        (("000", "sorted", "99999999"), {"TZ": "Pacific/Kiritimati"}),
        (("022", "sorted", "0"), {"LC_ALL": "C", "PYTHONUTF8": "0", "LANG": "tr_TR.UTF-8"}),
        (("022", "sorted", "0"), {"HOME": "/nonexistent", "USER": "somebody", "LOGNAME": "x"}),
    ],
    ids=["hash seed", "order of files", "umask", "clock and time zone", "locale", "user"],
)
def test_the_bytes_do_not_depend_on(
    usual: dict[str, tuple[bytes, int]],
    tmp_path: Path,
    arguments: tuple[str, str, str],
    environment: dict[str, str],
) -> None:
    root = copied(tmp_path / "another folder – мир")
    for path in root.rglob("*"):
        os.utime(path, (1, 1))
    assert result(root, *arguments, **environment) == usual
