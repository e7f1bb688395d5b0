"""Quotations in what stands above an article's text: the text must have their words."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.expressions import expression
from builder.ground.text import Folded
from builder.inspect.quotations.marked import between_marks, marked, shortened
from builder.link.anchors.anchoring import TextQuoteSelector, occurrences
from builder.link.anchors.comparing import comparable, in_one
from builder.link.anchors.nearest import ALTERED, nearest
from builder.link.anchors.quoting import bare
from builder.link.anchors.seeking import MOST_PIECES
from builder.model.articles import Article

_ADVISED = 10
"""Quotations of an article for which the nearest words are looked for: it takes its time."""
_QUOTE_THE_TEXT = "Quote words that the text has, or write these without quotation marks."
# Where whoever quotes has left something out, or put in a word of their own.
_NOT_SAID = expression(r"\[[^\[\]]*\]|…|\.\.\.")


def quoted_above(article: Article) -> Iterator[Diagnostic]:
    """`quote-unsupported`: quotations in the standfirst and the key points that the text has not.

    An entry is compared with the text alone; so are these, for no entry can cover them.
    """
    above = [
        (prose.text[found.start : found.end], found.place, shortened(found.words))
        for _, prose in article.texts[:-1]
        for found in marked(prose, between_marks(prose))
    ]
    if not above:
        return
    compared = comparable(article.body.text)
    absent = [one for one in above if not _stands(one[0], compared)]
    for number, (words, place, shown) in enumerate(absent):
        message = f"The text of the article does not have this quotation: “{shown}”"
        passage = _nearest(words, compared.original) if number < _ADVISED else ""
        hint = f"The text has: {passage}" if passage else _QUOTE_THE_TEXT
        yield warning("quote-unsupported", message, place, hint)


def _stands(words: str, compared: Folded) -> bool:
    """Whether the text has these words, piece by piece."""
    pieces = tuple(filter(None, map(bare, _NOT_SAID().split(words))))[:MOST_PIECES]
    found = occurrences(TextQuoteSelector(pieces), compared)
    return not pieces or next(found, None) is not None


def _nearest(words: str, text: str) -> str:
    """The nearest words of the text, on one line; "" where none are like these."""
    best = nearest(words, text)
    return " ".join(in_one(text[best.start : best.end]).split()) if best.likeness >= ALTERED else ""
