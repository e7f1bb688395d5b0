"""Quotations and events of drafts: their words stand in no article that is published."""

from collections.abc import Iterable, Mapping, Sequence

from builder.link.found import Searched, Words, searched_in, stands
from builder.link.wanted import wanted
from builder.model.articles import Article
from builder.model.entries import Entry
from builder.model.refs import Ref


def only_in(
    drafts: Sequence[Article], published: Sequence[Article], entries: Iterable[Entry]
) -> frozenset[Ref]:
    """The quotations and events with words that stand in a draft and in no published article."""
    hidden, shown = searched_in(drafts), searched_in(published)
    return frozenset(
        entry.ref
        for entry in entries
        if any(_is_of(words, hidden) and not stands(words, shown) for words in wanted(entry))
    )


def _is_of(words: Words, hidden: Mapping[str, Searched]) -> bool:
    return words.article in hidden or stands(words, hidden)
