"""What of the content this build is about: with or without drafts, under which address."""

from dataclasses import replace

from builder.link.drafts import only_in
from builder.model.content import Content, Withheld
from builder.model.values import Url


def chosen(content: Content, url: str | None, drafts: bool) -> Content:
    """The content to publish: without drafts unless they are wanted, with `url` if it is given."""
    settings = content.settings if url is None else replace(content.settings, url=Url(url))
    return replace(content if drafts else _without_drafts(content), settings=settings)


def _without_drafts(content: Content) -> Content:
    """The content without draft articles and pages, and without what stands in these alone."""
    hidden = tuple(article for article in content.articles if article.front.draft)
    shown = tuple(article for article in content.articles if not article.front.draft)
    theirs = only_in(hidden, shown, content.entries.values()) if hidden else frozenset()
    entries = {ref: entry for ref, entry in content.entries.items() if ref not in theirs}
    drafts = (page for page in (*content.articles, *content.pages) if page.front.draft)
    return replace(
        content,
        articles=shown,
        pages=tuple(page for page in content.pages if not page.front.draft),
        entries=entries,
        withheld=Withheld(
            pages=tuple(drafts),
            entries=theirs,
        ),
    )
