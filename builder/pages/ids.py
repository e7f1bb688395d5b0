"""The ids that authors may link to, on the pages where these are known."""

from collections.abc import Iterator
from functools import cache

from builder.ground.urls import Address
from builder.model.annotations import mention_anchor
from builder.model.entries import Entry, Named
from builder.model.prose import Prose
from builder.model.studies import Study
from builder.pages.addresses import QUOTES, TIMELINE, anchor, entry_address
from builder.pages.broken import IdsAt
from builder.pages.material import Material

# The parts of an entry's page, in the order of its template. Which of them it has is not asked.
_OF_ENTRIES = (
    "main",
    "all_together",
    "all_related",
    "all_elsewhere",
    "all_quotations",
    "all_events",
    "all_mentions",
    "all_sources",
)


def ids_at(material: Material) -> IdsAt:
    """A function from addresses to the ids on their pages; None where these are not known."""
    content = material.content
    articles = {str(material.address(article)): article for article in content.articles}

    @cache
    def entries() -> dict[str, Entry]:
        named = (entry for entry in content.entries.values() if isinstance(entry, Named))
        return {entry_address(entry.ref): entry for entry in named}

    @cache
    def ids(address: str) -> frozenset[str] | None:
        if address in articles:
            return _of_article(material, articles[address])
        if kind := {TIMELINE: "event", QUOTES: "quote"}.get(Address(address)):
            return frozenset(anchor(entry.ref) for entry in content.of_kind(kind))
        entry = entries().get(address)
        return _of_entry(entry) if entry else None

    return ids


def _of_article(material: Material, article: Study) -> frozenset[str]:
    """The ids in the text of an article: headings, mentions, quotations, events."""
    met = material.content.met(article)
    mentions = (
        mention_anchor(met[n.entry], i) for n in article.names for i in range(1, n.times + 1)
    )
    quotes = (anchor(quote.ref) for quote in material.quoted.get(article.slug, ()))
    events = (anchor(event.ref) for event in material.told.get(article.slug, ()))
    return frozenset((*article.headings, *mentions, *quotes, *events))


def _of_entry(entry: Entry) -> frozenset[str]:
    """The ids on the page of an entry: its parts, and what its texts hold."""
    texts = (getattr(entry, field, None) for field in ("summary", "definition", "body"))
    own = (id_ for prose in texts if isinstance(prose, Prose) for id_ in _of_prose(prose))
    return frozenset((*_OF_ENTRIES, *own))


def _of_prose(prose: Prose) -> Iterator[str]:
    """The ids of headings, and of footnotes and the references to them."""
    yield from (heading.id for heading in prose.headings)
    for atom in prose.atoms:
        given = dict(atom.attributes)
        if atom.element == "footnote":
            yield from (given.get("id", ""), given.get("href", "").removeprefix("#"))
