"""Quotations without a speaker, with another one than the article says, or in two entries."""

from bisect import bisect_left
from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.text import DOUBLE_MARKS
from builder.inspect.quotations.marked import shortened
from builder.model.annotations import Anchored, Anchors, Linked
from builder.model.content import Content
from builder.model.entries import Quote
from builder.model.refs import Ref
from builder.model.studies import Attribution

_AT_ENDS = DOUBLE_MARKS + " ,."


def speakers(content: Content, linked: Linked) -> Iterator[Diagnostic]:
    """`quote-unattributed`, `quote-other-speaker`, `quote-two-speakers` and `quote-repeated`."""
    said = _said(content, linked)
    for quote in content.of_type(Quote):
        if quote.speaker is None:
            yield warning(
                "quote-unattributed",
                f"Nobody is named as the speaker of “{shortened(quote.exact[0])}”.",
                quote.origin.location,
                "Add `speaker: person:id`, organization:id or document:id. If nobody says it,"
                " delete the entry, and write [“…”]{.noquote} in the article.",
            )
        elif quote.speaker in content.entries and quote.ref in said:
            yield from _judged(quote, quote.speaker, said[quote.ref], linked)
    yield from _two_entries(content, linked)


def _said(content: Content, linked: Linked) -> dict[Ref, Attribution]:
    """Who said the quotations of entries, by the articles' own words where these are plain."""
    named: dict[Ref, Attribution] = {}
    for article in content.articles:
        said = [(one, one.said) for one in article.quoted if one.said]
        starts = [quoted.start for quoted, _ in said]
        anchors = linked.anchors.get(article.slug, Anchors()).quotations if said else ()
        for anchor in anchors:
            index = bisect_left(starts, anchor.end) - 1
            if index >= 0 and said[index][0].end > anchor.start:
                named.setdefault(anchor.ref, said[index][1])
    return named


def _judged(quote: Quote, speaker: Ref, said: Attribution, linked: Linked) -> Iterator[Diagnostic]:
    """A quotation that is another person's; what a person says may be told as their office's."""
    meant = linked.subjects.get(speaker, speaker)
    if meant != said.speaker and meant.kind == said.speaker.kind == "person":
        yield warning(
            "quote-other-speaker",
            f"The article gives this quotation to {said.speaker}, not to {speaker}.",
            quote.at("speaker"),
            f"Write `speaker: {said.speaker}`. If the entry is right, add to it "
            "`ignore: [quote-other-speaker]`.",
            Related(said.place, "here"),
        )


def _two_entries(content: Content, linked: Linked) -> Iterator[Diagnostic]:
    """Quotations that an earlier entry has as well, by another speaker or not."""
    first: dict[tuple[str, tuple[tuple[int, int], ...]], Quote] = {}
    for ref, found in linked.quotes.items():
        quote = content.entries[ref]
        if not isinstance(quote, Quote):
            continue
        place = found.article, tuple(_trimmed(found))
        earlier = first.get(place)
        if earlier is None or earlier.speaker is None:  # later ones are held against a speaker
            first[place] = quote
        if earlier is None:
            continue
        if earlier.speaker and quote.speaker and earlier.speaker != quote.speaker:
            yield warning(
                "quote-two-speakers",
                f"This quotation has two speakers: {earlier.speaker} and {quote.speaker}.",
                quote.at("speaker"),
                "Keep the entry with the speaker whom the article names, and delete the other.",
                Related(earlier.at("speaker"), "the other entry"),
            )
        else:
            yield warning(
                "quote-repeated",
                "This quotation has an entry already, and readers would see it twice.",
                quote.origin.location,
                "Delete one of the two.",
                Related(earlier.origin.location, "the other entry"),
            )


def _trimmed(found: Anchored) -> Iterator[tuple[int, int]]:
    """The spans of the words, without the marks and stops at their ends."""
    for (start, end), words in zip(found.spans, found.exact, strict=True):
        inside = words.strip(_AT_ENDS)
        begin = start + words.find(inside)
        yield begin, begin + len(inside) if inside else end
