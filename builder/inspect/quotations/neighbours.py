"""The words beside a quotation, where the same words stand elsewhere in its article."""

from collections.abc import Iterable, Iterator
from itertools import islice

from builder.ground.text import Folded
from builder.ground.values import replaced
from builder.link.anchors.anchoring import TextQuoteSelector, occurrences
from builder.link.anchors.beside import told_apart
from builder.link.anchors.comparing import comparable
from builder.link.anchors.seeking import MOST_PLACES
from builder.model.studies import Marked

_TOLD = 100
"""Quotations of an article that are told apart: each costs a few passes over the text."""


def with_neighbours(quoted: Iterable[Marked], text: str) -> Iterator[Marked]:
    """The quotations of a text; with `prefix` or `suffix` where the same words stand elsewhere."""
    compared: Folded | None = None
    for number, one in enumerate(quoted):
        compared = compared or comparable(text)
        yield _with_neighbours(one, compared) if number < _TOLD else one


def _with_neighbours(one: Marked, compared: Folded) -> Marked:
    everywhere = occurrences(TextQuoteSelector((one.words,)), compared)
    if not 1 < len(list(islice(everywhere, MOST_PLACES + 1))) <= MOST_PLACES:
        return one
    prefix, suffix = told_apart((one.words,), (one.start, one.end), compared) or ("", "")
    return replaced(one, prefix=prefix, suffix=suffix)
