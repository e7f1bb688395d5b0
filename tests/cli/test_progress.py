"""What a command says, while it works, to whoever sits at a terminal."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.smallsite import ROOT, backstory, site
from tests.terminal import heard

ANEW = "\r\x1b[K"


def at_a_terminal(*arguments: str, cwd: Path, **environment: str) -> str:
    """What a command writes to the terminal that is its stderr."""
    ours, theirs = pty.openpty()
    command = subprocess.Popen(
        [sys.executable, "-m", "builder", *arguments],
        cwd=cwd,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment},
    )
    os.close(theirs)
    said = heard(ours)
    assert command.wait() == 0
    return said


@pytest.mark.parametrize(
    ("command", "parts"),
    [("build", ["Reading …", "Making the pages …"]), ("check", ["Reading the finished pages …"])],
)
def test_the_parts_take_turns_in_one_line_which_is_empty_in_the_end(
    tmp_path: Path, command: str, parts: list[str]
) -> None:
    said = at_a_terminal(command, cwd=site(tmp_path))
    assert set(parts) <= set(said.split(ANEW))
    assert said.endswith(ANEW)
    assert "\n" not in said


def test_a_build_with_nothing_to_do_names_no_part(tmp_path: Path) -> None:
    root = site(tmp_path)
    backstory("build", cwd=root)
    assert at_a_terminal("build", cwd=root) == ANEW


@pytest.mark.parametrize("command", ["build", "check"])
def test_elsewhere_nothing_is_said(tmp_path: Path, command: str) -> None:
    assert backstory(command, cwd=site(tmp_path)).stderr == ""


def test_nor_on_a_terminal_that_cannot_clear_a_line(tmp_path: Path) -> None:
    assert at_a_terminal("build", cwd=site(tmp_path), TERM="dumb") == ""
