"""Words made comparable for quotations: what counts as the same, and the way back to the text."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import partial

from builder.ground.expressions import expression
from builder.ground.text import DOUBLE_MARKS, Folded, Places, fold

_UNEVEN = re.compile("""…|--+| (?: +(?:"(?=[^ ]))?|"(?<=[.!?…] ")(?=[^ ]))""")
"""An ellipsis; hyphens for a dash; the space between paragraphs; with it, or behind a sentence, a
mark that opens."""
_EVEN = {"…": "...", "-": "-"}
# From the first space alone: tried from each, many would take the square of their number.
_PARAGRAPHS = expression(rf"(?<!\s)\s*\n\s*\n\s*(?:[{DOUBLE_MARKS}](?=\S))?")


def comparable(text: str) -> Folded:
    """`text` in NFC, with one kind of mark, hyphen, dash and space; an ellipsis is three dots.

    A mark that opens a paragraph, or a sentence behind another, is left out: the quotation may have
    begun in the paragraph before, and whoever copies it into an entry may keep the mark or not.
    """
    folded = fold(text)
    words = folded.text
    pieces: list[str] = []
    places, firsts, lasts = [0], [0], [0]
    for uneven in _UNEVEN.finditer(words):
        first, last = uneven.span()
        even = _EVEN.get(words[first], " ")
        pieces += (words[lasts[-1] : first], even)
        places += (places[-1] + first - lasts[-1], places[-1] + first - lasts[-1] + len(even))
        firsts += (first, last)
        lasts += (last - 1, last)
    if not pieces:
        return folded
    even = "".join((*pieces, words[lasts[-1] :]))
    starts = folded.starts or range(len(words))
    ends = folded.ends or range(1, len(words) + 1)
    back = partial(_Way, len(even), places)
    return Folded(text, even, back(firsts, starts), back(lasts, ends))


class _Way:
    """From places in the comparable text back to the original: `Places`.

    A list of a number for each letter would take five times as long. So the text is kept as
    stretches: one that was copied (even), a replacement (odd), and so on. In “a…b” these are `a`,
    `...` for the ellipsis, `b`. `places` is where each begins in the comparable text, `others`
    where it began in the folded one, to which all letters of a replacement lead. `on` leads from
    the folded text to the original.
    """

    def __init__(
        self, length: int, places: Sequence[int], others: Sequence[int], on: Places
    ) -> None:
        self._length, self._places, self._others, self._on = length, places, others, on

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, place: int) -> int:
        number = bisect_right(self._places, place) - 1
        inside = 0 if number % 2 else place - self._places[number]
        return self._on[self._others[number] + inside]


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
