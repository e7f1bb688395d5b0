"""builder.build.study.memoryreaders: what of an article is read again after an edit."""

import pytest

from builder.build.study.memoryreaders import MemoryReaders
from builder.ground.diagnostics import Diagnostic
from builder.ground.digests import digest
from builder.load.content import load_article
from builder.load.readers import Front, Readers
from builder.model.articles import PageFrontMatter
from builder.model.prose import Prose
from builder.sources.files import SourceFile
from builder.write.memory import Memory

PATH = "content/a.md"
FIRST = "title: T\ndate: 2020-01-07\nstandfirst: Short."


class Builds:
    """Builds with one memory, and which parts of the article each of them read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        self.memory = Memory(None, "")
        anew, anew_front = Readers.markdown, Readers.front

        def markdown(
            readers: Readers, text: str, path: str, first_line: int, doc_id: str
        ) -> tuple[Prose, tuple[Diagnostic, ...]]:
            self.read.append(doc_id or "body")
            return anew(readers, text, path, first_line, doc_id)

        def front(readers: Readers, text: str, path: str, form: type[PageFrontMatter]) -> Front:
            self.read.append("front")
            return anew_front(readers, text, path, form)

        monkeypatch.setattr(Readers, "markdown", markdown)
        monkeypatch.setattr(Readers, "front", front)

    def build(self, front: str, body: str) -> list[str]:
        """Read the article as a build does; what of it was read anew."""
        self.read.clear()
        data = f"---\n{front}\n---\n{body}\n".encode()
        readers = MemoryReaders(self.memory)
        load_article(SourceFile(PATH, data, digest(data)), "UTC", readers)
        self.memory.save()
        return list(self.read)


def test_what_did_not_change_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    builds = Builds(monkeypatch)
    assert builds.build(FIRST, "One.") == ["front", "a-standfirst", "body"]
    assert builds.build(FIRST, "One.") == []
    assert builds.build(FIRST, "Two.") == ["body"]
    assert builds.build(FIRST.replace("T", "U"), "Two.") == ["front"]


def test_places_and_faults_are_recalled(monkeypatch: pytest.MonkeyPatch) -> None:
    builds = Builds(monkeypatch)
    front = "title: T\ndate: 2020-01-07T10:30Z\nlanguage: a b\naliases: [/b/]\nnone: 1"
    data = f"---\n{front}\n---\nOne.\n".encode()
    file = SourceFile(PATH, data, digest(data))
    first, second = (load_article(file, "UTC", MemoryReaders(builds.memory)) for _ in range(2))
    assert builds.read == ["front", "body"]
    assert first == second
    assert {told.code for told in second.diagnostics} == {"bad-language", "unknown-key"}
    assert second.page is not None
    assert second.page.at("aliases[0]").line == 5
