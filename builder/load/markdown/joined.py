"""Paragraphs that Markdown joined to one, as no empty line stands between them."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from builder.ground.diagnostics import Diagnostic, Edit, Fix, warning
from builder.ground.expressions import expression
from builder.load.markdown.places import Places

_WIDE = 120
"""Characters of a line beyond which hardly an editor wraps it."""
_SHORT = 80
"""Characters of a line without a stop that is a heading or a byline, at most."""
_ENDED = expression(r"(?<!\b\w)[.!?][”’\"')\]»]*[^\S\n]?$")
_OTHER = expression(r"\d{1,9}[.)]\s|\[[^\]]*\]:")
"""What behind an empty line begins a list or tells an address: “1986. It was”, “[1]: /a”."""
_SEVERAL = expression(r"[^\W\d_]{4}[.!?][”’\"')\]»]*\s+[“‘\"'(\[«]?(?![a-zß-ÿ])[^\W\d_]")


def lines_joined(content: str, places: Places) -> Iterator[Diagnostic]:
    """A `lines-joined` warning for paragraphs without an empty line between them.

    So they come out of mail and word processors. Such a line is long, ends with a stop, and holds
    several sentences: lines that an editor wraps are shorter and end anywhere. It has a fix where
    every line is plainly a paragraph or a heading.
    """
    lines = content.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for (line, below), start in zip(pairwise(lines), starts[1:], strict=False):
        if len(line) > _WIDE and _ENDED().search(line) and _SEVERAL().search(line):
            found = warning(
                "lines-joined",
                "This line runs into the paragraph above it, and seems to begin another.",
                places.at(start, len(below)),
                "Put an empty line between paragraphs, here and wherever one begins.",
            )
            yield found._replace(fix=_parted(lines, starts, places))
            return


def _parted(lines: list[str], starts: list[int], places: Places) -> Fix | None:
    """Empty lines between all lines of a block; None in a list, a quotation, or where in doubt."""
    at = [places.at(start)._replace(length=0) for start in starts[: len(lines)]]
    if any(place.column > 1 for place in at) or not all(map(_is_paragraph, lines)):
        return None
    return Fix("Put empty lines between the paragraphs.", tuple(Edit(one, "\n") for one in at[1:]))


def _is_paragraph(line: str) -> bool:
    """Whether a line is a paragraph or a heading by itself, and will be no more than that."""
    if line[:1].islower() or _OTHER().match(line):
        return False
    return _ENDED().search(line) is not None or len(line) <= _SHORT
