"""What of the content this build is about: with or without drafts, under which address."""

from builder.ground.values import replaced
from builder.link.drafts import only_in
from builder.link.found import Sightings
from builder.model.content import Content, Withheld
from builder.model.values import Href


def chosen(content: Content, seen: Sightings, url: str | None, drafts: bool) -> Content:
    """The content to publish: without drafts unless they are wanted, with `url` if it is given.

    `seen` tells where the words of quotations and events stand.
    """
    settings = content.settings if url is None else replaced(content.settings, url=Href(url))
    return replaced(content if drafts else _without_drafts(content, seen), settings=settings)


def _without_drafts(content: Content, seen: Sightings) -> Content:
    """The content without draft articles and pages, and without what stands in these alone."""
    hidden = tuple(article for article in content.articles if article.draft)
    shown = tuple(article for article in content.articles if not article.draft)
    slugs = frozenset(article.slug for article in hidden)
    theirs = only_in(slugs, seen, content.entries.values()) if hidden else frozenset()
    entries = {ref: entry for ref, entry in content.entries.items() if ref not in theirs}
    return replaced(
        content,
        articles=shown,
        pages=tuple(page for page in content.pages if not page.front.draft),
        entries=entries,
        withheld=Withheld(
            articles=hidden,
            pages=tuple(page for page in content.pages if page.front.draft),
            entries=theirs,
        ),
    )
