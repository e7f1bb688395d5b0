"""A site in memory: from files to content, annotations, pages and diagnostics."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from builder.build.reading import SiteRead
from builder.build.rendering import written
from builder.build.request import Request
from builder.build.study.memoryreaders import MemoryReaders
from builder.build.understanding import Planned, understand
from builder.ground.diagnostics import Diagnostic
from builder.ground.digests import digest
from builder.model.annotations import Linked, Mention
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.studies import Close
from builder.pages.page import Page
from builder.pages.views.previews import Preview
from builder.render.orders import ordered
from builder.render.renderer import renderer
from builder.sources.files import ASSETS, SourceFile, Sources, TextFile
from builder.sources.naming import PICTURES, suffix
from builder.write.memory import Memory

ROOT = Path(__file__).parent.parent
SITE = "title: Test\nlanguage: en-GB\n"
FRONT = "---\ntitle: Test\ndate: 2020-01-07\n---\n"


def no_file(path: str) -> bytes:
    """There is no picture to be measured."""
    raise FileNotFoundError(path)


class Project(NamedTuple):
    """A site as the builder sees it. `fronted`: the files to which front matter was added."""

    planned: Planned
    diagnostics: tuple[Diagnostic, ...]
    fronted: frozenset[str] = frozenset()

    @property
    def content(self) -> Content:
        """What an editor wrote."""
        return self.planned.content

    @property
    def linked(self) -> Linked:
        """Its annotations."""
        return self.planned.linked

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every file of the site."""
        return self.planned.pages

    def text(self, slug: str) -> str:
        """The text of an article."""
        return self.planned.reader.article(slug).body.text

    def read(self, slug: str) -> tuple[Article, Close]:
        """An article, and what it mentions."""
        return self.planned.reader.article(slug), self.planned.reader.close(slug)

    def mentions(self, slug: str) -> tuple[Mention, ...]:
        """The mentions in the body of an article."""
        return self.planned.reader.close(slug).body

    def page(self, path: str) -> Page:
        """The page that is written to `path`."""
        return next(page for page in self.pages if page.path == path)

    def cards(self, path: str) -> tuple[Preview, ...]:
        """The cards of the page that is written to `path`."""
        cards = self.page(path).cards
        assert cards
        return cards.previews

    def html(self, path: str) -> str:
        """The text of that page's file."""
        rendering = renderer(theme(), self.content.settings.language, "tests").using(
            self.planned.prose, no_file
        )
        return written(ordered(self.page(path)), lambda: rendering).data.decode()


def source(path: str, text: str | bytes) -> SourceFile:
    """A file as the door to the sources gives it."""
    data = text.encode() if isinstance(text, str) else text
    return SourceFile(path, data, digest(data))


@cache
def theme() -> Mapping[str, SourceFile]:
    """The default theme."""
    folder = ROOT / "templates"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        name: SourceFile(name, path.read_bytes(), "")
        for path in files
        if (name := path.relative_to(folder).as_posix())
    }


def project(files: Mapping[str, str], media: Mapping[str, str] | None = None) -> Project:
    """The site made of these files; a site.yaml and front matter are added where they are missing.

    Names are those of files in content/. A file named as a picture counts as one.
    """
    pictures = {name: text for name, text in files.items() if suffix(name) in PICTURES}
    texts = {name: text for name, text in files.items() if name not in pictures}
    named = {_placed(name): _fronted(name, text) for name, text in texts.items()}
    named.setdefault("site.yaml", SITE)
    media = {_placed(name): "0" for name in pictures} | dict(media or {})
    read: dict[str, TextFile] = {p: source(p, text) for p, text in sorted(named.items())}
    templates = {n: file for n, file in theme().items() if not n.startswith(ASSETS)}
    sources = Sources(str(ROOT), read, media, templates)
    read_site = SiteRead(sources, (), MemoryReaders(Memory(None, "")))
    _, planned, told = understand(read_site, Request(""))
    assert planned is not None, told
    fronted = frozenset(_placed(name) for name, text in texts.items() if needs_front(name, text))
    return Project(planned, told, fronted)


def lines(diagnostics: Iterable[Diagnostic], fronted: frozenset[str]) -> str:
    """Diagnostics as the cases have them, a line each; added front matter is not counted."""
    told = []
    for d in diagnostics:
        path, line, column, _ = d.location
        line -= FRONT.count("\n") if path in fronted else 0
        place = f"{path.removeprefix('content/')}:{line}:{column}"
        told.append(f"{place}: {d.severity}: {d.message} [{d.code}]")
    return "\n".join(told)


def _placed(name: str) -> str:
    return name if name == "site.yaml" else f"content/{name}"


def _fronted(name: str, text: str) -> str:
    return FRONT + text if needs_front(name, text) else text


def needs_front(name: str, text: str) -> bool:
    """Whether a file of a case is Markdown without front matter."""
    return name.endswith(".md") and not text.startswith("---")
