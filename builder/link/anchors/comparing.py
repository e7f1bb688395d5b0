"""Words made comparable for quotations: what counts as the same, and the way back to the text."""

import re
import unicodedata
from collections.abc import Sequence

from builder.ground.expressions import expression
from builder.ground.text import DOUBLE_MARKS, Folded, fold

_UNEVEN = re.compile("""…|--+| (?: +(?:"(?=[^ ]))?|"(?<=[.!?…] ")(?=[^ ]))""")
"""An ellipsis; hyphens for a dash; the space between paragraphs; with it, or behind a sentence, a
mark that opens."""
# From the first space alone: tried from each, many would take the square of their number.
_PARAGRAPHS = expression(rf"(?<!\s)\s*\n\s*\n\s*(?:[{DOUBLE_MARKS}](?=\S))?")


def comparable(text: str) -> Folded:
    """`text` in NFC, with one kind of mark, hyphen, dash and space; an ellipsis is three dots.

    A mark that opens a paragraph, or a sentence behind another, is left out: the quotation may have
    begun in the paragraph before, and whoever copies it into an entry may keep the mark or not.
    """
    folded = fold(text)
    if not _UNEVEN.search(folded.text):
        return folded
    length = len(folded.text)
    begins: Sequence[int] = range(length) if folded.starts is None else folded.starts
    stops: Sequence[int] = range(1, length + 1) if folded.ends is None else folded.ends
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for uneven in _UNEVEN.finditer(folded.text):
        first, last = uneven.span()
        times = 3 if uneven.group() == "…" else 1
        starts += [*begins[done:first], *[begins[first]] * times]
        ends += [*stops[done:first], *[stops[last - 1]] * times]
        done = last
    even = _UNEVEN.sub(_even, folded.text)
    return Folded(text, even, [*starts, *begins[done:]], [*ends, *stops[done:]])


def _even(uneven: re.Match[str]) -> str:
    return {"…": "...", "-": "-"}.get(uneven.group()[0], " ")


def in_one(words: str) -> str:
    """The words of a quotation on one line, without the marks that open it again.

    By custom, a quotation of several paragraphs opens with each of them, and closes with the last.
    """
    return _PARAGRAPHS().sub(" ", words).replace("\n", " ") if "\n" in words else words


def alike(text: str) -> str:
    """`text` made comparable, without space around it."""
    return comparable(text).text.strip()


def same_letters(words: str, article: str) -> bool:
    """Whether words differ from an article's in nothing but white space and normal form (Unicode).

    Of several paragraphs they may have the marks that open them again, or not.
    """
    return _spaced(words) in (_spaced(article), _spaced(in_one(article)))


def _spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
