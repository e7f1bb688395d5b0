"""Quotation marks in a text: which stretches stand between them."""

import re

from builder.model.prose import Prose

# Directed pairs. Straight marks open and close alike, so they tell nothing for certain.
PAIRS = {"“": "”", "«": "»", "「": "」", "『": "』", "„": "“”"}
_MARKS = re.compile("[“”„«»「」『』]")


def quoted(prose: Prose) -> list[tuple[int, int]]:
    """The spans between directed marks, the marks left out, in order.

    A mark left open at the end of a paragraph closes there: by custom, a quotation that runs on
    opens again with the next paragraph. Marks inside marks belong to the outer quotation.
    """
    return [span for leaf in prose.leaves for span in _in_leaf(prose.text, leaf.start, leaf.end)]


def _in_leaf(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened, closing, depth = -1, "", 0
    for found in _MARKS.finditer(text, start, end):
        index, char = found.start(), found.group()
        if opened < 0:
            if char in PAIRS:
                opened, closing, depth = index + 1, PAIRS[char], 0
        elif char in closing:
            if depth == 0:
                spans.append((opened, index))
                opened = -1
            else:
                depth -= 1
        elif char in PAIRS and PAIRS[char] == closing:
            depth += 1
    if opened >= 0:
        spans.append((opened, end))
    return spans
