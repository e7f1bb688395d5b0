"""A site built in several processes has the bytes of one built in one."""

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bench.corpus import corpus
from bench.peers import backstory
from bench.timing import Case
from builder.build import making
from builder.build.building import build
from builder.build.processes import assisting, scribe
from builder.build.request import Outcome
from builder.build.study import articles
from builder.build.study.student import Student
from builder.load.readers import Readers, SettingsRead
from builder.render.orders import Order, Rendered
from builder.render.renderer import Rendering
from builder.sources.files import TextFile
from builder.write import memory, table
from tests.smallsite import built, request, tree

CORPUS = corpus("12x10")


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few articles and pages be enough for several processes."""
    for module in (articles, assisting, making):
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


SMALL = corpus("2x10")


def edited(root: Path) -> None:
    """An article has a further word, and the entries in a file fewer texts."""
    story = root / backstory.PEER.article(SMALL)
    story.write_text(story.read_text("utf-8") + "\nOne more word.\n", "utf-8")
    entries = root / backstory.PEER.entry(SMALL)
    kept = re.sub(r"(?m)^  body: \|\n(    .*\n|\n)*", "", entries.read_text("utf-8"))
    entries.write_text(kept, "utf-8")


def remembered(root: Path) -> list[tuple[str, ...]]:
    """What is remembered of the site's files, and under which key."""
    (path,) = (root / ".cache").rglob("memory.db")
    with closing(sqlite3.connect(path)) as table:
        return table.execute("SELECT kind, path, part, key FROM kept ORDER BY 1, 2, 3").fetchall()


def test_what_is_new_is_read_in_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[str] = []
    read = Readers.markdown

    def watched(self: Readers, text: str, path: str, first_line: int, doc_id: str) -> Any:
        here.append(path)
        return read(self, text, path, first_line, doc_id)

    monkeypatch.setattr(Readers, "markdown", watched)
    backstory.lay(SMALL, tmp_path)
    built(tmp_path, processes=2)
    edited(tmp_path)
    built(tmp_path, processes=2)
    assert here == []


def test_the_memory_is_laid_out_before_another_process_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fork, there = os.fork, list[bool]()

    def watched() -> int:
        there.append(any((tmp_path / ".cache").rglob("memory.db")))
        return fork()

    monkeypatch.setattr(os, "fork", watched)
    backstory.lay(SMALL, tmp_path)
    built(tmp_path, processes=2)
    assert there
    assert all(there)


def test_what_another_process_read_is_remembered_as_if_read_here(tmp_path: Path) -> None:
    sites = []
    for processes in (1, 2):
        root = tmp_path / str(processes)
        backstory.lay(SMALL, root)
        built(root, processes=processes)
        edited(root)
        outcome = built(root, processes=processes)
        sites.append((remembered(root), tree(root / "output"), outcome.diagnostics))
    assert sites[0] == sites[1]


def test_where_a_process_dies_before_it_has_read_the_same_is_built(
    tmp_path: Path, alone: tuple[Path, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, read = os.getpid(), Readers.settings

    def dying(self: Readers, file: TextFile) -> SettingsRead:
        if os.getpid() != parent:
            os._exit(9)
        return read(self, file)

    monkeypatch.setattr(Readers, "settings", dying)
    held(tmp_path, alone)


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


def test_where_more_is_found_out_than_may_wait_the_same_is_built(
    tmp_path: Path, alone: tuple[Path, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_MUCH", 2_000)
    held(tmp_path, alone)


def test_where_the_memory_cannot_be_written_the_same_is_built(
    tmp_path: Path, alone: tuple[Path, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "_PATIENCE", 0.0)
    monkeypatch.setattr(memory, "_MUCH", 2_000)
    backstory.lay(CORPUS, tmp_path)
    built(tmp_path)
    (path,) = (tmp_path / ".cache").rglob("memory.db")
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        held(tmp_path, alone, clean=True)


def dying(work: Callable[..., object]) -> Callable[..., object]:
    """The work; at its fourth turn a process that helps this one dies."""
    parent, count = os.getpid(), iter(range(99))

    def worked(*given: object) -> object:
        if os.getpid() != parent and next(count) == 3:
            os._exit(9)
        return work(*given)

    return worked


def test_where_a_process_dies_the_same_is_built(
    tmp_path: Path, alone: tuple[Path, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Student, "study", dying(Student.study))
    held(tmp_path, alone)


def test_where_no_further_process_can_be_had_the_same_is_built(
    tmp_path: Path, alone: tuple[Path, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    fork, count = os.fork, iter(range(99))

    def scarce() -> int:
        if next(count):
            raise BlockingIOError
        return fork()

    monkeypatch.setattr(os, "fork", scarce)
    held(tmp_path, alone)


def reworded(root: Path) -> None:
    """An article has a further paragraph, and an entry that many pages link to other words."""
    case = Case(backstory.PEER, CORPUS, root, root)
    case.prepare("article", 1)
    case.prepare("entry", 1)


@pytest.fixture
def twin(tmp_path: Path) -> dict[str, bytes]:
    """The output of a site that was built when it was reworded already, in one process."""
    root = tmp_path / "twin"
    backstory.lay(CORPUS, root)
    reworded(root)
    built(root)
    return tree(root / "output")


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that was built, and then reworded: all that this changes counts as little."""
    monkeypatch.setattr(making, "MANY", 99)
    monkeypatch.setattr(scribe, "AT_ONCE", 2)
    root = tmp_path / "site"
    backstory.lay(CORPUS, root)
    built(root)
    reworded(root)
    return root


def test_a_few_pages_are_written_in_another_process(
    written: Path, twin: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[Order] = []
    write, parent = Rendering.write, os.getpid()

    def watched(self: Rendering, order: Order) -> Rendered:
        if os.getpid() == parent:
            here.append(order)
        return write(self, order)

    monkeypatch.setattr(Rendering, "write", watched)
    summary = built(written, processes=2).summary
    assert summary is not None
    assert summary.written > 4
    assert tree(written / "output") == twin
    assert here == []


def test_what_another_process_does_not_come_to_is_written_here(
    written: Path, twin: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Rendering, "write", dying(Rendering.write))
    built(written, processes=2)
    assert tree(written / "output") == twin


def test_a_template_that_fails_in_another_process_is_told(written: Path) -> None:
    before = tree(written / "output")
    (written / "templates").mkdir()
    (written / "templates/_cards.html").write_text("{{ page.nothing }}", "utf-8")
    alone, helped = [build(request(written, processes=processes)) for processes in (1, 2)]
    assert alone == helped
    assert "template-failed" in [told.code for told in helped.diagnostics]
    assert tree(written / "output") == before
