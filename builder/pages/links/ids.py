"""The ids that authors may link to, on the pages where these are known.

Of those that the theme gives, all are taken to be there: which of them a page has, and what a
site's own templates give, shows when the finished pages are read (`backstory check`).
"""

from collections.abc import Iterable, Sequence
from functools import cache

from builder.model.annotations import mention_anchor
from builder.model.entries import Entry, Event, Named, Quote
from builder.model.prose import Prose
from builder.model.studies import Study
from builder.pages.addresses import (
    QUOTES,
    TIMELINE,
    anchor,
    entry_address,
    further_address,
    speaker_anchor,
)
from builder.pages.links.broken import IdsAt
from builder.pages.material import Material

_ON_ARTICLES = (
    "on_this_page",
    "key_points",
    "at_a_glance",
    "text_",
    "corrections_",
    "how_checked",
)
_ON_ENTRIES = (
    "main",
    "all_together",
    "all_related",
    "all_elsewhere",
    "all_quotations",
    "all_events",
    "all_mentions",
    "all_sources",
)
_ON_PAGES = ("main", "in_figures")


def ids_at(material: Material) -> IdsAt:
    """A function from addresses to the ids on their pages; None where these are not known."""
    content = material.content
    articles = {str(material.address(article)): article for article in content.articles}

    @cache
    def of_texts() -> dict[str, frozenset[str]]:
        pages = (
            (further_address(page.slug), _ids((page.body,), _ON_PAGES)) for page in content.pages
        )
        entries = (
            (entry_address(entry.ref), _ids((prose for _, prose in entry.texts), _ON_ENTRIES))
            for entry in content.of_type(Named)
        )
        return dict((*pages, *entries))

    @cache
    def ids(address: str) -> frozenset[str] | None:
        if address in articles:
            return _of_article(material, articles[address])
        if address == TIMELINE:
            return _of_list(content.of_type(Event))
        if address == QUOTES:
            said = content.of_type(Quote)
            return _of_list(said, ("in_order", *(speaker_anchor(one.speaker) for one in said)))
        return of_texts().get(address)

    return ids


def _of_article(material: Material, article: Study) -> frozenset[str]:
    """The ids on the page of an article: in its texts, and of mentions, quotations, events."""
    met = material.content.met(article)
    mentions = (
        mention_anchor(met[n.entry], i) for n in article.names for i in range(1, n.times + 1)
    )
    quotes = (anchor(quote.ref) for quote in material.quoted.get(article.slug, ()))
    events = (anchor(event.ref) for event in material.told.get(article.slug, ()))
    places = (*article.ids, *mentions, *quotes, *events)
    corrections = (f"correction_{n + 1}" for n in range(len(article.corrections)))
    return frozenset((*_ON_ARTICLES, *corrections, *places))


def _of_list(shown: Sequence[Entry], others: Iterable[str] = ()) -> frozenset[str]:
    """The ids on the page of all events, or of all quotations."""
    texts = (prose for entry in shown for _, prose in entry.texts)
    return _ids(texts, ("main", *(anchor(entry.ref) for entry in shown), *others))


def _ids(texts: Iterable[Prose], others: Iterable[str]) -> frozenset[str]:
    own = (id_ for prose in texts for id_ in prose.ids)
    return frozenset((*others, *own))
