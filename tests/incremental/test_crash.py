"""A sample of `make crash`: every way to end a build too soon, and the control that must fail."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.smallsite import ROOT


def crash(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, which forks."""
    return subprocess.run(
        [sys.executable, "-m", "tests.crash", "--kills", "6", "--step", "29", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes that fork here")
def test_builds_that_end_too_soon_leave_nothing_broken() -> None:
    done = crash()
    assert done.stdout.endswith("All held.\n"), done.stdout + done.stderr
    assert done.returncode == 0
    tried = {line[8:].partition(":")[0]: int(line[:6]) for line in done.stdout.splitlines()[:-1]}
    assert tried["killed at random"] == 6
    assert tried["killed at random, each in a fresh process"] == 1
    assert tried["killed at each call"] >= 3
    assert tried["no permission to write"] == 5


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes that fork here")
def test_a_builder_that_writes_in_place_is_caught() -> None:
    done = crash("--naive", "--only", "killed at each call")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "the marker calls unfinished pages complete" in done.stdout
