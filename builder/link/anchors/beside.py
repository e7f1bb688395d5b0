"""The prefix or suffix that an entry needs where its words stand in several places."""

from itertools import islice

from builder.ground.text import DOUBLE_MARKS, Folded
from builder.link.anchors.anchoring import TextQuoteSelector, occurrences

_BESIDE = 4
"""Words before or behind a place that tell it from others."""
_FARTHEST = 80
"""Characters that these have at most."""
_MARKS = f"{DOUBLE_MARKS} \n"


def told_apart(
    pieces: tuple[str, ...], span: tuple[int, int], compared: Folded
) -> tuple[str, str] | None:
    """The `prefix` and the `suffix` that select this place alone, one of them if that will do.

    None if no words do.

    Args:
        pieces: The words, as the entry has them.
        span: From their first piece to their last one here.
        compared: The text made comparable, in which they stand elsewhere too.
    """
    (start, end), text = span, compared.original
    before = text[max(0, start - _FARTHEST) : start].rstrip(_MARKS).split()[-_BESIDE:]
    behind = text[end : end + _FARTHEST].lstrip(_MARKS).split()[:_BESIDE]
    prefix, suffix = " ".join(before), " ".join(behind)
    for one in ((prefix, ""), ("", suffix), (prefix, suffix)):
        found = list(islice(occurrences(TextQuoteSelector(pieces, *one), compared), 2))
        if len(found) == 1 and start <= found[0].spans[0][0] < end:
            return one
    return None
