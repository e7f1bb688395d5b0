"""Markdown files to articles and further pages: front matter, slug, anchor day, body."""

import datetime
from typing import Generic, TypeVar

from builder.ground.diagnostics import Diagnostic
from builder.ground.values import Value, replaced
from builder.load.frontmatter import cut, stem
from builder.load.readers import Readers
from builder.load.zones import local
from builder.model.articles import Article, FrontMatter, FurtherPage, PageFrontMatter
from builder.model.prose import Prose
from builder.model.values import Moment, Origin

F = TypeVar("F", bound=PageFrontMatter)
P = TypeVar("P")


class PageRead(Value, Generic[P], frozen=True):
    """An article or page (None where its front matter cannot be used), its slug, what is wrong."""

    page: P | None
    slug: str
    diagnostics: tuple[Diagnostic, ...]


class _Parts(Value, Generic[F], frozen=True):
    """A file's front matter, where it stands, and what is below it."""

    front: F
    origin: Origin
    body: Prose


def read_article(text: str, path: str, zone: str, readers: Readers) -> PageRead[Article]:
    """An article from content/*.md; `zone` is the site's time zone."""
    read = _read(text, path, FrontMatter, readers)
    article = _article(path, read.slug, read.page, zone) if read.page else None
    return PageRead(article, read.slug, read.diagnostics)


def read_further_page(text: str, path: str, readers: Readers) -> PageRead[FurtherPage]:
    """A page from content/pages/*.md."""
    read = _read(text, path, PageFrontMatter, readers)
    slug, parts = read.slug, read.page
    page = (
        FurtherPage(path=path, slug=slug, origin=parts.origin, body=parts.body, front=parts.front)
        if parts
        else None
    )
    return PageRead(page, slug, read.diagnostics)


def _article(path: str, slug: str, parts: _Parts[FrontMatter], zone: str) -> Article:
    front = parts.front
    date = Moment(local(front.date, zone))
    return Article(
        path=path,
        slug=slug,
        origin=parts.origin,
        body=parts.body,
        front=replaced(front, date=date),
        anchor=front.anchor or datetime.date.fromisoformat(date[:10]),
    )


def _read(text: str, path: str, form: type[F], readers: Readers) -> PageRead[_Parts[F]]:
    parts, faults = cut(text, path)
    if parts.front is None:
        return PageRead(None, stem(path), faults)
    front = readers.front(parts.front, path, form)
    diagnostics = faults + front.diagnostics
    if not isinstance(front.fields, form):
        return PageRead(None, front.slug, diagnostics)
    body, body_faults = readers.markdown(parts.body, path, parts.body_line, "")
    return PageRead(_Parts(front.fields, front.origin, body), front.slug, diagnostics + body_faults)


def sort_key(article: Article) -> tuple[str, str]:
    """Articles stand by day of publication, then time of day."""
    day, _, time = article.front.date.partition("T")
    return day, time
