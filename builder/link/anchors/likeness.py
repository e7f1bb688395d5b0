"""For `why WORDS`, where no article has the words: the passage and the quotations like them."""

from typing import NamedTuple

from builder.ground.diagnostics import Location
from builder.link.anchors.anchoring import TextQuoteSelector
from builder.link.anchors.finding import find
from builder.link.anchors.nearest import ALTERED, nearest, word_diff
from builder.link.anchors.sightings import ReadArticle, seen_in
from builder.link.anchors.words import Words
from builder.model.annotations import Anchored, Linked, Near
from builder.model.content import Content
from builder.model.entries import Quote

_NOWHERE = Location("")


class Passage(NamedTuple):
    """A passage of an article that is like the words, and a sentence on how they differ."""

    near: Near
    difference: str


class Likeness(NamedTuple):
    """A passage that is like the words, and quotations, each with a sentence on how it differs.

    Of a quotation that stands in that very passage the sentence is "".
    """

    passage: Passage | None
    quotes: tuple[tuple[Quote, str], ...]


def likeness(words: str, content: Content, linked: Linked, read: ReadArticle) -> Likeness:
    """The passage and the quotations that are like `words`, found as for a misquoted entry."""
    nowhere: dict[str, tuple[()]] = {article.path: () for article in content.articles}
    selector = TextQuoteSelector((words,))
    quoted = Words(selector, "", _NOWHERE, _NOWHERE, "wording", "quote")
    found = find(quoted, seen_in(content, nowhere, read))
    altered = [told.message for told in found.diagnostics if told.code == "quote-altered"]
    passage = Passage(found.near[0], altered[0]) if altered else None
    quotes = (
        (quote, difference)
        for quote in content.of_type(Quote)
        if (difference := _difference(words, quote, linked.quotes.get(quote.ref), passage))
        is not None
    )
    return Likeness(passage, tuple(quotes))


def _difference(
    words: str, quote: Quote, found: Anchored | None, passage: Passage | None
) -> str | None:
    """How the words differ from those of a quotation; None where it is another."""
    if found is not None:
        return "" if passage and _touches(found, passage.near) else None
    if nearest(words, quote.label).likeness < ALTERED:
        return None
    return f"The wording differs from the entry: {word_diff(words, quote.label)}"


def _touches(found: Anchored, near: Near) -> bool:
    same = found.article == near.article
    return same and any(start < near.end and near.start < end for start, end in found.spans)
