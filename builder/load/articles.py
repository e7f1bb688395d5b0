"""Markdown files to articles and further pages: front matter, slug, anchor day, body."""

import datetime
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from builder.ground.diagnostics import Diagnostic
from builder.ground.values import Value, replaced
from builder.load.dates.zones import local
from builder.load.decoding import decode
from builder.load.frontmatter import cut, stem
from builder.load.readers import Readers
from builder.model.articles import Article, FrontMatter, FurtherPage, PageFrontMatter
from builder.model.values import Moment
from builder.sources.files import TextFile

P = TypeVar("P")


class PageRead(Value, Generic[P], frozen=True):
    """An article or page (None where its front matter cannot be used), its slug, what is wrong."""

    page: P | None
    slug: str
    diagnostics: tuple[Diagnostic, ...]


def read_article(file: TextFile, zone: str, readers: Readers) -> PageRead[Article]:
    """An article from content/*.md; `zone` is the site's time zone."""

    def made(front: FrontMatter, **parts: Any) -> Article:
        date = Moment(local(front.date, zone))
        anchor = front.anchor or datetime.date.fromisoformat(date[:10])
        return Article(front=replaced(front, date=date), anchor=anchor, **parts)

    return _read(file, FrontMatter, readers, made)


def read_further_page(file: TextFile, readers: Readers) -> PageRead[FurtherPage]:
    """A page from content/pages/*.md."""
    return _read(file, PageFrontMatter, readers, FurtherPage)


def _read(
    file: TextFile, form: type[PageFrontMatter], readers: Readers, made: Callable[..., P]
) -> PageRead[P]:
    """What `made` makes of the path, slug, origin, body and front matter (a `form`) of the file."""
    path = file.path
    text, faults = decode(file.data, path)
    parts, cut_faults = cut(text, path)
    faults += cut_faults
    if parts.front is None:
        return PageRead(None, stem(path), faults)
    front = readers.front(parts.front, path, form)
    faults += front.diagnostics
    if front.fields is None:
        return PageRead(None, front.slug, faults)
    body, body_faults = readers.markdown(parts.body, path, parts.body_line, "")
    page = made(path=path, slug=front.slug, origin=front.origin, body=body, front=front.fields)
    return PageRead(page, front.slug, faults + body_faults)


def sort_key(article: Article) -> tuple[str, str]:
    """Articles stand by day of publication, then time of day."""
    day, _, time = article.front.date.partition("T")
    return day, time
