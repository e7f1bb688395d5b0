"""The dates in an English text, each as EDTF, where the words leave no doubt.

What the words say in full is `stated`; what is counted from the article's day, or takes its year
from a date before it, is `resolved`.
"""

import datetime
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Literal

from builder.ground.expressions import expression
from builder.ground.text import SPACES
from builder.ground.values import Value
from builder.inspect.dates.daywords import day_clash
from builder.load.dates.edtf import parse_edtf
from builder.model.dates import Edtf
from builder.model.prose import Leaf, Prose
from builder.propose.datewords import Told, date_words, edtf, is_stated

_JOIN = expression(r" ?[-–—] ?| (?:to|till|until|through) ")
_BETWEEN = ("between ", "Between ")
_ONE_SPACE = str.maketrans(dict.fromkeys(SPACES, " "))


class Dated(Value, frozen=True):
    """`text[start:end]` gives this date, in full or not."""

    start: int
    end: int
    date: Edtf
    basis: Literal["stated", "resolved"]


def dates(prose: Prose, anchor: datetime.date) -> Iterator[Dated]:
    """The dates in a text, in order, headings left out; `anchor` is the article's day."""
    text = prose.text.translate(_ONE_SPACE)  # a date may go on over the end of a line
    before = ""
    for leaf in prose.leaves:
        if leaf.zone == "heading":
            continue
        found = list(_in_leaf(text, leaf, anchor, before))
        yield from _joined(text, found)
        before = found[-1].date.text[:4] if found else before


def _in_leaf(text: str, leaf: Leaf, anchor: datetime.date, before: str) -> Iterator[Dated]:
    """The dates in a paragraph; `before` is the year of the last date above it, or ""."""
    year = ""
    is_recent = before in ("", f"{anchor.year:04}", f"{anchor.year - 1:04}")
    for found in date_words(text, leaf.start, leaf.end):
        written = edtf(found, Told(anchor, year, is_recent))
        date = parse_edtf(written) if written else None
        if isinstance(date, Edtf) and (is_stated(found) or not day_clash(found[0], date, anchor)):
            yield Dated(*found.span(), date, "stated" if is_stated(found) else "resolved")
            year = written[:4] if written[:4].isdigit() else year


def _joined(text: str, found: Sequence[Dated]) -> Iterator[Dated]:
    """The dates, with two made an interval where they are its ends: “from 1978 to 1980”."""
    rest = deque(found)
    while rest:
        one = rest.popleft()
        if rest and _are_ends(text, one, rest[0]):
            date = parse_edtf(f"{one.date.text}/{rest[0].date.text}")
            if isinstance(date, Edtf):
                one = Dated(one.start, rest.popleft().end, date, one.basis)
        yield one


def _are_ends(text: str, one: Dated, other: Dated) -> bool:
    """Whether the words between two dates make them the ends of an interval."""
    if text[one.end : other.start] == " and ":
        return text.endswith(_BETWEEN, 0, one.start)
    return _JOIN().fullmatch(text, one.end, other.start) is not None
