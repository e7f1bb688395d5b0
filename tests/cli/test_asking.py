"""The question before something is written, asked at a terminal."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.smallsite import ROOT, site, tree
from tests.terminal import heard

STORY = "---\ntitle: Talks\ndate: 2020-01-07\n---\n\nThe Joint Task Force (JTF) met.\n"

# Whoever runs the tests in the background may have them ignore Ctrl-C.
HEEDING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from builder.__main__ import main
main()
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site whose article asks for one acronym."""
    return site(tmp_path, {"content/story.md": STORY})


def asked(root: Path) -> tuple[subprocess.Popen[bytes], int]:
    """The command that has just asked its question, and its terminal."""
    ours, theirs = pty.openpty()
    command = subprocess.Popen(
        [sys.executable, "-c", HEEDING, "draft", "story"],
        cwd=root,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
    )
    os.close(theirs)
    said = b""
    while b"[y/N]: " not in said:
        said += os.read(ours, 4096)
    return command, ours


@pytest.mark.parametrize("answer", [b"n\n", b"\n"])
def test_a_no_is_taken_without_advice(root: Path, answer: bytes) -> None:
    before = tree(root / "content")
    command, terminal = asked(root)
    os.write(terminal, answer)
    assert heard(terminal) == f"{answer.decode()}Nothing was written.\n"
    assert command.wait() == 2
    assert tree(root / "content") == before


def test_a_question_can_be_interrupted(root: Path) -> None:
    before = tree(root / "content")
    command, terminal = asked(root)
    command.send_signal(signal.SIGINT)
    os.write(terminal, b"\n")  # Python waits for a line when the signal comes just before it reads
    said = heard(terminal)
    assert "backstory: Interrupted.\n" in said
    assert "To agree beforehand" not in said
    assert command.wait() == 130
    assert tree(root / "content") == before
