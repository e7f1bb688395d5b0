"""Quotations and events of drafts: their words stand in no article that is published."""

from collections.abc import Iterable

from builder.link.found import Sightings, standing
from builder.link.wanted import wanted
from builder.link.words import Words
from builder.model.entries import Entry
from builder.model.refs import Ref


def only_in(drafts: frozenset[str], seen: Sightings, entries: Iterable[Entry]) -> frozenset[Ref]:
    """The quotations and events with words that stand in a draft and in no published article.

    `drafts` are the slugs of drafts; `seen` is what was seen in all articles.
    """
    return frozenset(
        entry.ref
        for entry in entries
        if any(_waits(words, drafts, seen) for words in wanted(entry))
    )


def _waits(words: Words, drafts: frozenset[str], seen: Sightings) -> bool:
    slugs = {place.slug for place in standing(words, seen)}
    return words.article in drafts or (bool(slugs) and slugs <= drafts)
