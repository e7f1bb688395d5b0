"""What of the content this build is about: with or without drafts, under which address."""

from collections.abc import Mapping

from builder.build.drafted import only_drafts_lead_to
from builder.ground.values import replaced
from builder.link.drafts import only_in
from builder.link.found import Sightings
from builder.model.annotations import TextKey
from builder.model.content import Content, Withheld
from builder.model.studies import Searched
from builder.model.values import Href

Texts = Mapping[TextKey, Searched]
"""What is in the texts of entries and further pages."""


def chosen(
    content: Content, texts: Texts, seen: Sightings, url: str | None, drafts: bool
) -> Content:
    """The content to publish: without drafts unless they are wanted, with `url` if it is given.

    `texts` are those of the content, `seen` tells where the words of quotations and events stand.
    """
    wanted = content if drafts else _without_drafts(content, texts, seen)
    if url is None:
        return wanted
    return replaced(wanted, settings=replaced(content.settings, url=Href(url)))


def _without_drafts(content: Content, texts: Texts, seen: Sightings) -> Content:
    """The content without draft articles and pages, and without what belongs to these alone."""
    hidden = tuple(article for article in content.articles if article.draft)
    shown = tuple(article for article in content.articles if not article.draft)
    pages = tuple(page for page in content.pages if page.front.draft)
    if not (hidden or pages):
        return content
    slugs = frozenset(article.slug for article in hidden)
    theirs = only_in(slugs, seen, content.entries.values()) if hidden else frozenset()
    theirs |= only_drafts_lead_to(content, texts, theirs)
    entries = {ref: entry for ref, entry in content.entries.items() if ref not in theirs}
    return replaced(
        content,
        articles=shown,
        pages=tuple(page for page in content.pages if not page.front.draft),
        entries=entries,
        withheld=Withheld(
            articles=hidden,
            pages=pages,
            entries=theirs,
        ),
    )
