"""A site's texts to content: the whole reading, and the one function that others call.

It never raises on what a file holds. What could be read is handed on even where something is
wrong, so that the checks of the floors above can tell their faults in the same run.
"""

import posixpath
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Location, in_order
from builder.load.articles import PageRead, read_article, read_further_page, sort_key
from builder.load.decoding import decode
from builder.load.limits import MARKDOWN_BYTES
from builder.load.reading import Markdown
from builder.load.settings import SITE, SettingsRead, no_settings, read_settings
from builder.load.sidecars import id_collision, read_sidecar
from builder.load.telling import SIDECARS, one_for_each_slip, strangers
from builder.load.yaml import Document, read_yaml
from builder.model.articles import Article, FurtherPage
from builder.model.content import Content
from builder.model.entries import Entry
from builder.model.refs import Ref
from builder.sources.files import SourceFile


class _Pages(NamedTuple):
    pages: tuple[FurtherPage, ...]
    unread: frozenset[Ref]
    diagnostics: tuple[Diagnostic, ...]


def load(
    files: Mapping[str, SourceFile], markdown: Markdown | None = None
) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """Everything an editor wrote, as values.

    Args:
        files: site.yaml and the .md and .yaml files under content/, by path.
        markdown: the reader of Markdown; left out, `markdown.read_markdown`.

    Returns:
        The content, None only where site.yaml cannot be used, and all that is wrong, in order.
    """
    reader = markdown or _markdown()
    settings, faults = _settings(files, reader)
    zone = settings.timezone if settings else "UTC"
    entries, unread, found = _entries(files, reader)
    articles = _articles(files, zone, reader)
    pages = _further_pages(files, reader)
    everything = (*faults, *found, *articles.diagnostics, *pages.diagnostics, *strangers(files))
    diagnostics = in_order(one_for_each_slip(everything))
    if settings is None:
        return None, diagnostics
    content = Content(
        settings=settings,
        articles=_by_date(articles.pages, zone),
        pages=pages.pages,
        entries=entries,
        unread=unread | articles.unread,
    )
    return content, diagnostics


def _markdown() -> Markdown:
    from builder.load.markdown import read_markdown  # half of the cost of reading: on demand

    return read_markdown


def _document(file: SourceFile) -> Document:
    text, faults = decode(file.data, file.path)
    document = read_yaml(text, file.path)
    return document._replace(diagnostics=faults + document.diagnostics)


def _settings(files: Mapping[str, SourceFile], markdown: Markdown) -> SettingsRead:
    file = files.get(SITE)
    return no_settings() if file is None else read_settings(_document(file), markdown)


def _entries(
    files: Mapping[str, SourceFile], markdown: Markdown
) -> tuple[dict[Ref, Entry], frozenset[Ref], list[Diagnostic]]:
    entries: dict[Ref, Entry] = {}
    unread: frozenset[Ref] = frozenset()
    faults: list[Diagnostic] = []
    for path, kind in SIDECARS.items():
        if path not in files:
            continue
        sidecar = read_sidecar(kind, _document(files[path]), path, markdown)
        entries |= sidecar.entries
        unread |= sidecar.unread
        faults += sidecar.diagnostics
    return entries, unread, faults


def _articles(files: Mapping[str, SourceFile], zone: str, markdown: Markdown) -> _Pages:
    read = []
    for path in _markdown_in(files, "content"):
        text, faults = decode(files[path].data, path, MARKDOWN_BYTES)
        article = read_article(text, path, zone, markdown)
        read.append(article._replace(diagnostics=faults + article.diagnostics))
    return _collected(read, _markdown_in(files, "content"))


def _further_pages(files: Mapping[str, SourceFile], markdown: Markdown) -> _Pages:
    read = []
    for path in _markdown_in(files, "content/pages"):
        text, faults = decode(files[path].data, path, MARKDOWN_BYTES)
        page = read_further_page(text, path, markdown)
        read.append(page._replace(diagnostics=faults + page.diagnostics))
    return _collected(read, _markdown_in(files, "content/pages"))


def _markdown_in(files: Iterable[str], folder: str) -> list[str]:
    return sorted(p for p in files if p.endswith(".md") and posixpath.dirname(p) == folder)


def _collected(read: list[PageRead], paths: list[str]) -> _Pages:
    """The pages, each slug once: of two with one slug the later is left out, with an error."""
    faults: list[Diagnostic] = []
    places: dict[str, Location] = {}
    pages: list[FurtherPage] = []
    for (page, slug, found), path in zip(read, paths, strict=True):
        faults += found
        place = page.at("slug") if page else Location(path)
        if (folded := slug.casefold()) in places:
            faults.append(id_collision(slug, place, places[folded]))
            continue
        places[folded] = place
        if page is not None:
            pages.append(page)
    unread = frozenset(Ref("article", slug) for page, slug, _ in read if page is None)
    ordered = tuple(sorted(pages, key=lambda page: page.slug))
    return _Pages(ordered, unread, tuple(faults))


def _by_date(pages: tuple[FurtherPage, ...], zone: str) -> tuple[Article, ...]:
    articles = (page for page in pages if isinstance(page, Article))
    return tuple(sorted(articles, key=lambda article: sort_key(article, zone)))
