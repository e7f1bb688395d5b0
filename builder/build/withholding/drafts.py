"""Withholding drafts: the content without them, and without what belongs to drafts alone."""

from collections.abc import Mapping

from builder.build.withholding.onlydrafts import only_drafts_lead_to
from builder.ground.values import replaced
from builder.link.anchors.sightings import Sightings, standing
from builder.link.anchors.words import words_of
from builder.model.annotations import TextKey
from builder.model.content import Content, Withheld
from builder.model.entries import Entry, Event, Quote
from builder.model.studies import Searched

Texts = Mapping[TextKey, Searched]
"""What is in the texts of entries and further pages."""


def without_drafts(content: Content, texts: Texts, seen: Sightings) -> Content:
    """The content without draft articles and pages, and without what belongs to these alone.

    `texts` are those of the content, `seen` tells where the words of quotations and events stand.
    """
    hidden = tuple(article for article in content.articles if article.draft)
    shown = tuple(article for article in content.articles if not article.draft)
    pages = tuple(page for page in content.pages if page.front.draft)
    if not (hidden or pages):
        return content
    slugs = frozenset(article.slug for article in hidden)
    theirs = frozenset(e.ref for e in content.entries.values() if _waits(e, slugs, seen))
    theirs |= only_drafts_lead_to(content, texts, theirs)
    entries = {ref: entry for ref, entry in content.entries.items() if ref not in theirs}
    return replaced(
        content,
        articles=shown,
        pages=tuple(page for page in content.pages if not page.front.draft),
        entries=entries,
        withheld=Withheld(articles=hidden, pages=pages, entries=theirs),
    )


def _waits(entry: Entry, drafts: frozenset[str], seen: Sightings) -> bool:
    """Whether a quotation or an event names a draft, or has words that stand in drafts alone.

    `drafts` are the slugs of drafts; `seen` is what was seen in all articles.
    """
    if isinstance(entry, Event | Quote) and entry.article in drafts:
        return True
    articles = ({place.article for place in standing(words, seen)} for words in words_of(entry))
    return any(slugs and slugs <= drafts for slugs in articles)
