"""What of the content this build is about: with or without drafts, under which address."""

from collections.abc import Mapping
from dataclasses import replace

from builder.model.content import Content, Withheld
from builder.model.entries import Entry, Event, Quote
from builder.model.refs import Ref
from builder.model.values import Url


def chosen(content: Content, url: str | None, drafts: bool) -> Content:
    """The content to publish: without drafts unless they are wanted, with `url` if it is given."""
    settings = content.settings if url is None else replace(content.settings, url=Url(url))
    return replace(content if drafts else _without_drafts(content), settings=settings)


def _without_drafts(content: Content) -> Content:
    """The content without draft articles and pages, and without what stands in these alone."""
    hidden = {article.slug for article in content.articles if article.front.draft}
    entries = _elsewhere(content.entries, hidden) if hidden else content.entries
    drafts = (page for page in (*content.articles, *content.pages) if page.front.draft)
    return replace(
        content,
        articles=tuple(article for article in content.articles if not article.front.draft),
        pages=tuple(page for page in content.pages if not page.front.draft),
        entries=entries,
        withheld=Withheld(
            pages=tuple(drafts), entries=frozenset(content.entries.keys() - entries.keys())
        ),
    )


def _elsewhere(entries: Mapping[Ref, Entry], hidden: set[str]) -> dict[Ref, Entry]:
    """The entries but for quotations and events that name a hidden article as theirs."""
    return {
        ref: entry
        for ref, entry in entries.items()
        if not (isinstance(entry, Quote | Event) and entry.article in hidden)
    }
