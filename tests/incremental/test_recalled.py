"""What is recalled equals what was found out, type by type: a page made of either is the same."""

from pathlib import Path

import pytest

from builder.build.study.articles import study_all
from builder.build.study.framing import framed
from builder.build.study.memoryreaders import MemoryReaders
from builder.build.study.student import AtHand, Student
from builder.sources.inputs import inputs
from builder.sources.site import read_sources
from builder.sources.theme import theme_folder
from builder.write.memory import Memory
from tests.smallsite import ROOT

SITES = [ROOT / "tests/golden/site", ROOT]


@pytest.mark.parametrize("root", SITES, ids=["golden", "sample"])
def test_what_is_recalled_is_what_was_found_out(root: Path) -> None:
    memory = Memory(None, "")
    assert found_out(root, memory) == found_out(root, memory) == found_out(root, Memory(None, ""))


def test_articles_that_are_gone_are_let_go() -> None:
    at_hand = AtHand()
    at_hand.said.update({"content/a.md": ("k", _nobody), "content/b.md": ("k", _nobody)})
    at_hand.let_go({"content/a.md", "content/c.md"})
    assert list(at_hand.said) == ["content/a.md"]


def _nobody(_: str) -> None:
    """Whom an article without a name mentions."""


def found_out(root: Path, memory: Memory) -> list[object]:
    """Everything that is remembered of a site, as the build has it; shown in full."""
    sources, _ = read_sources(str(root), inputs(str(root), theme_folder()))
    readers = MemoryReaders(memory)
    frame, told = framed(sources.texts, readers, memory)
    assert frame is not None
    student = Student(frame.kit, memory, readers, AtHand())
    studies = study_all(student, sources.texts, 1)
    close = [studies.reader.close(article.slug) for article in studies.articles]
    read = [studies.shelf.read(article.slug) for article in studies.articles]
    return [
        frame.content,
        told,
        list(frame.texts.items()),
        studies.articles,
        sorted(studies.sightings.items()),
        studies.diagnostics,
        close,
        read,
        repr((frame.content, told, frame.texts, studies.articles, studies.sightings, close, read)),
    ]
