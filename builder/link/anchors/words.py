"""The words that an entry says stand in an article: a quotation's, or an event's passages."""

from collections.abc import Iterator

from builder.ground.diagnostics import Location
from builder.ground.values import Value
from builder.link.anchors.anchoring import TextQuoteSelector
from builder.model.entries import Entry, Event, Quote


class Words(Value, frozen=True):
    """Words to be found, and where the entry has them (`location`).

    `article`: the slug that the entry names, or "", and at `article_location` where it does.
    `what`: what messages call the words. `code`: what the codes of their diagnostics begin with.
    """

    selector: TextQuoteSelector
    article: str
    location: Location
    article_location: Location
    what: str
    code: str


def words_of(entry: Entry) -> tuple[Words, ...]:
    """The words an entry says stand in an article: a quotation's, an event's passages, or none."""
    match entry:
        case Quote():
            return (_of_quotation(entry),)
        case Event():
            return tuple(_of_passages(entry))
        case _:
            return ()


def cue_of(quote: Quote) -> TextQuoteSelector:
    """The words that introduce a quotation, which stand in its article too."""
    return TextQuoteSelector((quote.cue,))


def _of_quotation(quote: Quote) -> Words:
    selector = TextQuoteSelector(quote.exact, quote.prefix, quote.suffix)
    place, article_place = quote.at("exact"), quote.at("article")
    return Words(selector, quote.article, place, article_place, "quotation", "quote")


def _of_passages(event: Event) -> Iterator[Words]:
    for index, passage in enumerate(event.passage):
        selector = TextQuoteSelector((passage.exact,), passage.prefix, passage.suffix)
        place = event.at(f"passage[{index}]")
        yield Words(selector, event.article, place, event.at("article"), "passage", "passage")
