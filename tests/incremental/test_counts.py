"""How much work a build does after each kind of edit, counted at the doors: no clock is needed.

The site has 40 articles and 30 entries. A number that grows here is work that every save pays for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import pytest

from bench.corpus import Entry, corpus
from bench.peers import backstory
from bench.saves import Save, saves
from builder.build import patching
from builder.build.checking import check
from builder.build.understanding import Understood
from builder.ground.digests import digest
from builder.load.markdown.reader import read_markdown
from builder.model.content import Content
from builder.model.studies import Study
from builder.pages import census, counting
from builder.pages.counting import Part
from builder.pages.page import Page
from builder.render import orders
from builder.render.orders import Order
from builder.sources.theme import theme_folder
from builder.write.staging import File, stage
from tests.smallsite import built, request, tree

CORPUS = corpus("40x30")
CHANGED = {"article": 1, "mention": 1, "entry": 1, "template": 0, "setting": 0}
"""Texts in Markdown that differ after each edit; the site has 140."""
FOR_MACHINES = 6
"""Files beside the pages that an edit may touch: data, feed, sitemap."""
LARGEST = 20_000
"""More than the bytes of the largest file that an edit changes."""
ENTRY = CORPUS.entries[0]
PAGE = f"articles/{CORPUS.stories[0].slug}/index.html"
UNNAMED = next(e for e in CORPUS.entries if e.name not in CORPUS.stories[0].body)
LISTS = {"person": "people", "acronym": "acronyms", "term": "glossary"}


class Work(NamedTuple):
    """What a build did: texts parsed, bytes of the site's files digested, pages made, written.

    `patched` is how many files got new cards and nothing else.
    """

    parsed: int
    hashed: int
    rendered: frozenset[str]
    written: Mapping[str, int]
    patched: int = 0


class Doors:
    """Counts what goes through the doors of the floors while it stands in them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.parsed = 0
        self.hashed = 0
        self.rendered: list[str] = []
        self.written: dict[str, int] = {}
        self.patched = 0
        monkeypatch.setattr("builder.load.markdown.reader.read_markdown", self._read)
        monkeypatch.setattr("builder.build.making.ordered", self._order)
        monkeypatch.setattr("builder.build.making.put", self._put)
        monkeypatch.setattr("builder.write.files.stage", self._stage)
        for module in ("builder.sources.site", "builder.sources.stats"):
            monkeypatch.setattr(f"{module}.digest", self._digest)

    def work(self) -> Work:
        """What went through; no page may be made twice."""
        assert len(set(self.rendered)) == len(self.rendered)
        rendered = frozenset(self.rendered)
        return Work(self.parsed, self.hashed, rendered, self.written, self.patched)

    def _read(self, *arguments: Any) -> Any:
        self.parsed += 1
        return read_markdown(*arguments)

    def _order(self, page: Page) -> Order:
        self.rendered.append(page.path)
        return orders.ordered(page)

    def _digest(self, data: bytes) -> str:
        self.hashed += len(data)
        return digest(data)

    def _put(self, *arguments: Any) -> Any:
        self.patched += 1
        return patching.put(*arguments)

    def _stage(self, output: str, files: Iterable[File]) -> list[str]:
        return stage(output, self._weighed(files))

    def _weighed(self, files: Iterable[File]) -> Iterator[File]:
        for path, data in files:
            self.written[path] = len(data)
            yield path, data


class Observed(NamedTuple):
    """The work after an edit, the output before and after it, the bytes of the site's files."""

    work: Work
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    sources: int

    @property
    def changed(self) -> set[str]:
        """The files whose bytes are others than before."""
        found = {path for path, data in self.after.items() if self.before.get(path) != data}
        return found - {".backstory"}


KINDS = ("article", "mention", "entry", "template", "setting")


@pytest.fixture(scope="module")
def observed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Observed]:
    """What each kind of edit came to, one after the other on one site; "" is no edit."""
    root = tmp_path_factory.mktemp("counted")
    backstory.lay(CORPUS, root)
    kinds = saves(root, CORPUS)
    edits: Mapping[str, Save] = {"": lambda _: None, **kinds, "mention": mentioning(kinds)}
    built(root)
    return {kind: observing(root, edit) for kind, edit in edits.items()}


def mentioning(kinds: Mapping[str, Save]) -> Save:
    """A save of the first article that mentions an entry it did not."""
    return lambda _: kinds["article"](f"Here stands {UNNAMED.name} at last")


def observing(root: Path, edit: Save) -> Observed:
    """Edit and build, from a state in which no file is as young as what is known of it."""
    built(root)
    before = tree(root / "output")
    edit("Edited")
    with pytest.MonkeyPatch.context() as patch:
        doors = Doors(patch)
        built(root)
        work = doors.work()
    return Observed(work, before, tree(root / "output"), sources(root))


def sources(root: Path) -> int:
    """The bytes of the site's files and of the theme's."""
    folders = (root / "content", root / "templates", Path(theme_folder()))
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in (*files, root / "site.yaml"))


def pages(paths: Iterable[str]) -> set[str]:
    """Those of the files that are pages for readers."""
    return {path for path in paths if path.endswith(".html")}


def keys(understood: Understood) -> Mapping[str, str]:
    """What names each page."""
    assert understood.planned
    return {page.path: page.key for page in understood.planned.pages}


def own_page(entry: Entry) -> str:
    """The page of an entry."""
    return f"{LISTS[entry.kind]}/{entry.id}/index.html"


def own_list(entry: Entry) -> str:
    """The page that lists the entries of its kind."""
    return f"{LISTS[entry.kind]}/index.html"


def test_nothing_changed_is_no_work(observed: Mapping[str, Observed]) -> None:
    assert observed[""].work == Work(0, 0, frozenset(), {})


@pytest.mark.parametrize("kind", KINDS)
def test_only_a_text_that_changed_is_parsed(observed: Mapping[str, Observed], kind: str) -> None:
    assert observed[kind].work.parsed == CHANGED[kind]


def test_a_new_name_makes_texts_be_searched_and_not_parsed(tmp_path: Path) -> None:
    backstory.lay(CORPUS, tmp_path)
    built(tmp_path)
    people = tmp_path / "content/people.yaml"
    people.write_text(people.read_text("utf-8") + 'somebody:\n  name: "Somebody New"\n', "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        doors = Doors(patch)
        built(tmp_path)
        assert doors.work().parsed == 0


def test_who_is_named_is_counted_anew_only_where_an_article_says_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backstory.lay(CORPUS, tmp_path)
    kinds, counted = saves(tmp_path, CORPUS), list[Study]()

    def observed(content: Content, articles: Sequence[Study]) -> Mapping[str, Part]:
        counted.extend(articles)
        return counting.counted(content, articles)

    monkeypatch.setattr(census, "counted", observed)
    built(tmp_path)
    assert len(counted) == len(CORPUS.stories)
    counted.clear()
    for kind in ("entry", "article"):
        kinds[kind]("Edited")
        built(tmp_path)
        assert not counted, kind
    mentioning(kinds)("Edited")
    built(tmp_path)
    groups = [crc32(story.slug.encode()) % census.GROUPS for story in CORPUS.stories]
    assert {article.slug for article in counted} == {
        story.slug
        for story, group in zip(CORPUS.stories, groups, strict=True)
        if group == groups[0]
    }


def test_a_check_parses_what_is_new_since_the_last_build_and_writes_nothing(tmp_path: Path) -> None:
    backstory.lay(CORPUS, tmp_path)
    built(tmp_path)
    saves(tmp_path, CORPUS)["article"]("Edited")
    before = tree(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        doors = Doors(patch)
        understood = check(request(tmp_path))
        assert doors.work().parsed == CHANGED["article"]
    assert tree(tmp_path) == before
    anew = check(request(tmp_path, output=str(tmp_path / "never built")))
    assert understood.diagnostics == anew.diagnostics
    assert keys(understood) == keys(anew)


@pytest.mark.parametrize("kind", KINDS)
def test_no_file_is_digested_twice_but_the_one_that_changed(
    observed: Mapping[str, Observed], kind: str
) -> None:
    assert observed[kind].work.hashed <= observed[kind].sources + LARGEST


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_made_in_vain(observed: Mapping[str, Observed], kind: str) -> None:
    work = observed[kind].work
    made = len(pages(work.rendered)) + work.patched
    assert pages(work.rendered) <= pages(work.written)
    assert made == len(pages(work.written))
    assert len(work.rendered) + work.patched <= made + FOR_MACHINES


@pytest.mark.parametrize("kind", KINDS)
def test_the_bytes_written_are_those_of_the_files_that_changed(
    observed: Mapping[str, Observed], kind: str
) -> None:
    found = observed[kind]
    assert found.work.written == {path: len(found.after[path]) for path in found.changed}


def test_one_article_edited_is_one_page(observed: Mapping[str, Observed]) -> None:
    assert pages(observed["article"].work.written) == {PAGE}


def test_a_mention_more_is_the_pages_of_both(observed: Mapping[str, Observed]) -> None:
    written = pages(observed["mention"].work.written)
    both = {PAGE, own_page(UNNAMED)}
    assert both <= written <= both | {own_list(UNNAMED), "index.html", "method/index.html"}


def test_one_entry_edited_is_its_own_page_and_those_that_show_its_preview(
    observed: Mapping[str, Observed],
) -> None:
    word = f'data-ref="{ENTRY.kind}:{ENTRY.id}"'.encode()
    linking = {path for path, data in observed["entry"].before.items() if word in data}
    own = {own_page(ENTRY), own_list(ENTRY)}
    work = observed["entry"].work
    assert own <= pages(work.written) <= linking | own
    assert pages(work.rendered) == own
    assert work.patched == len(pages(work.written) - own) > 1


@pytest.mark.parametrize("kind", ["template", "setting"])
def test_what_stands_on_every_page_is_every_page_once(
    observed: Mapping[str, Observed], kind: str
) -> None:
    found = observed[kind]
    assert pages(found.work.written) == pages(found.after)
    assert not [path for path in found.work.written if path.startswith("assets/")]
