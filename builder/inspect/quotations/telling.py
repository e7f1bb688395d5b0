"""What tells a quotation from the same words elsewhere in its article."""

from collections.abc import Iterable, Iterator
from itertools import islice

from builder.ground.values import replaced
from builder.link.anchors.anchoring import TextQuoteSelector, occurrences
from builder.link.anchors.comparing import Comparable, comparable
from builder.link.anchors.seen import MOST_PLACES
from builder.model.studies import Marked

_TOLD = 100
"""Quotations of an article that are told apart: each costs a few passes over the text."""
_BESIDE = 4
"""Words before or behind a quotation that tell it from others."""
_FARTHEST = 80
"""Characters that these have at most."""


def told_apart(quoted: Iterable[Marked], text: str) -> Iterator[Marked]:
    """The quotations of a text; one whose words stand there twice has what stands beside it."""
    compared: Comparable | None = None
    for number, one in enumerate(quoted):
        compared = compared or comparable(text)
        yield _told_apart(one, text, compared) if number < _TOLD else one


def _told_apart(one: Marked, text: str, compared: Comparable) -> Marked:
    """With the words before it, those behind it or both, if one of these will do."""
    everywhere = occurrences(TextQuoteSelector((one.words,)), text, compared)
    if not 1 < len(list(islice(everywhere, MOST_PLACES + 1))) <= MOST_PLACES:
        return one
    before = " ".join(text[max(0, one.start - _FARTHEST) : one.start - 1].split()[-_BESIDE:])
    behind = " ".join(text[one.end + 1 : one.end + _FARTHEST].split()[:_BESIDE])
    for prefix, suffix in ((before, ""), ("", behind), (before, behind)):
        selector = TextQuoteSelector((one.words,), prefix, suffix)
        places = [found.spans[0] for found in occurrences(selector, text, compared)]
        if len(places) == 1 and one.start <= places[0][0] < one.end:
            return replaced(one, prefix=prefix, suffix=suffix)
    return one
