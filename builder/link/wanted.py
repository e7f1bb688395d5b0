"""What words each entry says stand in an article."""

from collections.abc import Iterator

from builder.link.anchoring import Wanted
from builder.link.words import Words
from builder.model.entries import Entry, Event, Quote


def wanted(entry: Entry) -> tuple[Words, ...]:
    """The words an entry says stand in an article: a quotation's, an event's passages, or none."""
    match entry:
        case Quote():
            return (quote_words(entry),)
        case Event():
            return tuple(event_words(entry))
        case _:
            return ()


def quote_words(quote: Quote) -> Words:
    """The words of a quotation."""
    words = Wanted(quote.exact, quote.prefix, quote.suffix)
    return Words(words, quote.article, quote.at("exact"), quote.at("article"), "quotation", "quote")


def event_words(event: Event) -> Iterator[Words]:
    """The words of an event's passages."""
    for index, selector in enumerate(event.passage):
        words = Wanted((selector.exact,), selector.prefix, selector.suffix)
        place = event.at(f"passage[{index}]")
        yield Words(words, event.article, place, event.at("article"), "passage", "passage")
