"""A site built in several processes has the bytes of one built in one."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bench.corpus import corpus
from bench.peers import backstory
from builder.build import articles, making
from builder.build.request import Outcome
from builder.build.studying import Student
from builder.model.studies import Close
from builder.sources.files import TextFile
from builder.write import memory
from tests.smallsite import built, tree

CORPUS = corpus("12x10")


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few articles and pages be enough for several processes."""
    for module in (articles, making):
        monkeypatch.setattr(module, "MANY", 8)


def test_the_same_bytes_in_one_process_and_in_two(tmp_path: Path) -> None:
    outputs = []
    for processes in (1, 2):
        root = tmp_path / str(processes)
        backstory.lay(CORPUS, root)
        outcome = built(root, processes=processes)
        outputs.append((tree(root / "output"), outcome.diagnostics))
    assert outputs[0] == outputs[1]


def test_what_processes_found_out_is_remembered(tmp_path: Path) -> None:
    backstory.lay(CORPUS, tmp_path)
    built(tmp_path, processes=2)
    story = tmp_path / backstory.PEER.article(CORPUS)
    story.write_text(story.read_text("utf-8") + "\nOne more word.\n", "utf-8")
    summary = built(tmp_path).summary
    assert summary is not None
    assert summary.written < 10


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """A site that one process built, and what was said of it."""
    root = tmp_path_factory.mktemp("alone")
    backstory.lay(CORPUS, root)
    return root, built(root)


def held(root: Path, alone: tuple[Path, Outcome], *, clean: bool = False) -> None:
    """Two processes build the same."""
    backstory.lay(CORPUS, root)
    outcome = built(root, processes=2, clean=clean)
    assert outcome.diagnostics == alone[1].diagnostics
    assert tree(root / "output") == tree(alone[0] / "output")


def test_more_is_found_out_than_may_wait(
    tmp_path: Path, alone: tuple[Path, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_MUCH", 2_000)
    held(tmp_path, alone)


def test_a_memory_that_cannot_be_written(
    tmp_path: Path, alone: tuple[Path, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_PATIENCE", 0.0)
    monkeypatch.setattr(memory, "_MUCH", 2_000)
    backstory.lay(CORPUS, tmp_path)
    built(tmp_path)
    (path,) = (tmp_path / ".cache").rglob("memory.db")
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        held(tmp_path, alone, clean=True)


def test_a_process_that_dies(
    tmp_path: Path, alone: tuple[Path, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, study, count = os.getpid(), Student.study, iter(range(99))

    def dying(self: Student, file: TextFile) -> Close | None:
        if os.getpid() != parent and next(count) == 3:
            os._exit(9)
        return study(self, file)

    monkeypatch.setattr(Student, "study", dying)
    held(tmp_path, alone)


def test_no_further_process_can_be_had(
    tmp_path: Path, alone: tuple[Path, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    fork, count = os.fork, iter(range(99))

    def scarce() -> int:
        if next(count):
            raise BlockingIOError
        return fork()

    monkeypatch.setattr(os, "fork", scarce)
    held(tmp_path, alone)
