"""Quotations and events of drafts: their words stand in no article that is published."""

from collections.abc import Iterable

from builder.link.anchors.seen import Sightings, standing
from builder.link.anchors.words import words_of
from builder.model.entries import Entry, Event, Quote
from builder.model.refs import Ref


def only_in(drafts: frozenset[str], seen: Sightings, entries: Iterable[Entry]) -> frozenset[Ref]:
    """The quotations and events that name a draft, or whose words stand in drafts alone.

    `drafts` are the slugs of drafts; `seen` is what was seen in all articles.
    """
    return frozenset(entry.ref for entry in entries if _waits(entry, drafts, seen))


def _waits(entry: Entry, drafts: frozenset[str], seen: Sightings) -> bool:
    if isinstance(entry, Event | Quote) and entry.article in drafts:
        return True
    articles = ({place.article for place in standing(words, seen)} for words in words_of(entry))
    return any(slugs and slugs <= drafts for slugs in articles)
