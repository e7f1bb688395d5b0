"""What stands beside words, and tells their place from others where the same words stand."""

from itertools import islice

from builder.ground.text import DOUBLE_MARKS
from builder.link.anchors.anchoring import TextQuoteSelector, occurrences
from builder.link.anchors.comparing import Comparable

_BESIDE = 4
"""Words before or behind a place that tell it from others."""
_FARTHEST = 80
"""Characters that these have at most."""
_MARKS = f"{DOUBLE_MARKS} \n"


def told_apart(
    pieces: tuple[str, ...], span: tuple[int, int], text: str, compared: Comparable
) -> tuple[str, str] | None:
    """The `prefix` and the `suffix` with which an entry means this place; None if no words do.

    Args:
        pieces: The words, as the entry has them.
        span: From their first piece to their last one here.
        text: The text, in which they stand elsewhere too.
        compared: `text` made comparable.
    """
    start, end = span
    before = text[max(0, start - _FARTHEST) : start].rstrip(_MARKS).split()[-_BESIDE:]
    behind = text[end : end + _FARTHEST].lstrip(_MARKS).split()[:_BESIDE]
    prefix, suffix = " ".join(before), " ".join(behind)
    for one in ((prefix, ""), ("", suffix), (prefix, suffix)):
        found = list(islice(occurrences(TextQuoteSelector(pieces, *one), text, compared), 2))
        if len(found) == 1 and start <= found[0].spans[0][0] < end:
            return one
    return None
