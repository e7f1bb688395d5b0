"""Markdown files to articles and further pages: front matter, slug, anchor day, body."""

import datetime
from typing import Any

from builder.ground.diagnostics import Diagnostic
from builder.ground.values import Value, replaced
from builder.load.frontmatter import Cut, cut, stem
from builder.load.readers import Readers
from builder.load.zones import local
from builder.model.articles import Article, FrontMatter, FurtherPage, PageFrontMatter
from builder.model.prose import Prose
from builder.model.values import Moment


class PageRead(Value, frozen=True):
    """An article or page (None where its front matter cannot be used), its slug, what is wrong."""

    page: FurtherPage | None
    slug: str
    diagnostics: tuple[Diagnostic, ...]


class _File(Value, frozen=True):
    """A file to be read: its front matter's class, the site's time zone, what reads its parts."""

    path: str
    form: type[PageFrontMatter]
    zone: str
    readers: Readers


def read_article(text: str, path: str, zone: str, readers: Readers) -> PageRead:
    """An article from content/*.md; `zone` is the site's time zone."""
    return _read(text, _File(path, FrontMatter, zone, readers))


def read_further_page(text: str, path: str, readers: Readers) -> PageRead:
    """A page from content/pages/*.md."""
    return _read(text, _File(path, PageFrontMatter, "UTC", readers))


def _read(text: str, file: _File) -> PageRead:
    parts, faults = cut(text, file.path)
    if parts.front is None:
        return PageRead(None, stem(file.path), faults)
    front = file.readers.front(parts.front, file.path, file.form)
    faults += front.diagnostics
    fields, slug = front.fields, front.slug
    if fields is None:
        return PageRead(None, slug, faults)
    body, body_faults = _body(parts, file)
    common: dict[str, Any] = {"path": file.path, "slug": slug, "origin": front.origin, "body": body}
    page = FurtherPage(front=fields, **common)
    if isinstance(fields, FrontMatter):
        date = Moment(local(fields.date, file.zone))
        anchor = fields.anchor or datetime.date.fromisoformat(date[:10])
        page = Article(front=replaced(fields, date=date), anchor=anchor, **common)
    return PageRead(page, slug, faults + body_faults)


def _body(parts: Cut, file: _File) -> tuple[Prose, tuple[Diagnostic, ...]]:
    def locate(line: int, column: int) -> tuple[int, int]:
        return parts.body_line + line, column + 1

    return file.readers.markdown(parts.body, file.path, locate, "")


def sort_key(article: Article) -> tuple[str, str]:
    """Articles stand by day of publication, then time of day."""
    day, _, time = article.front.date.partition("T")
    return day, time
