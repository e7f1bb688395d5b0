"""Elements over stretches of text: wraps overlap as they like, elements must nest.

At every boundary the wraps that cannot stay open are closed and opened again behind it. Links and
mentions are solid: they are never split, what crosses them is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from builder.ground.grouping import grouped
from builder.model.prose import Leaf
from builder.render.overlaps import Overlaps

EVENT, QUOTE, SOLID, INLINE = range(4)
"""The ranks of wraps over the same words, outermost first."""


class Wrap(NamedTuple):
    """An element over `text[start:end]`. `rank` is one of those above.

    `opening` is the tag of its first piece, which alone has the id and the note; `again` that of
    the others.
    """

    start: int
    end: int
    rank: int
    tag: str
    opening: str
    again: str


def wrapped(
    start: int, end: int, rank: int, tag: str, attributes: str, id_: str = "", note: str = ""
) -> Wrap:
    """A wrap by the name and the attributes of its element, the latter as HTML."""
    again = f"<{tag}{attributes}>"
    if not id_ and not note:
        return Wrap(start, end, rank, tag, again, again)
    first = f' id="{escape(id_)}"' if id_ else ""
    last = f' data-note="{escape(note)}"' if note else ""
    return Wrap(start, end, rank, tag, f"<{tag}{first}{attributes}{last}>", again)


def outermost_first(wrap: Wrap) -> tuple[int, int, int]:
    """The order of wraps in a text, as a key: of those that begin together the longest is first."""
    return wrap.start, -wrap.end, wrap.rank


class LeafWeaver:
    """Weaves the stretches of one text, one after the other.

    `atoms` are the HTML of what stands between its letters, each with its place.
    """

    def __init__(self, text: str, wraps: Iterable[Wrap], atoms: Iterable[tuple[int, str]]) -> None:
        self._text = text
        self._wraps = Overlaps(sorted(wraps, key=outermost_first))
        self._atoms = sorted(atoms, key=_place)

    def weave(self, leaf: Leaf) -> str:
        """The HTML of one stretch."""
        start, end = leaf.start, leaf.end
        wraps = [_clipped(w, leaf) for w in self._wraps.near(start, end) if _within(w, leaf)]
        first = bisect_left(self._atoms, start, key=_place)
        last = bisect_right(self._atoms, end, key=_place)
        atoms = self._atoms[first:last]
        if atoms or not _apart(wraps):
            return "".join(_sweep(self._text, leaf, wraps, atoms))
        return "".join(_in_a_row(self._text, leaf, wraps))


def _longest_first(wrap: Wrap) -> tuple[int, int, int]:
    return -wrap.end, wrap.rank, wrap.start


def _place(atom: tuple[int, str]) -> int:
    return atom[0]


def _within(wrap: Wrap, leaf: Leaf) -> bool:
    if wrap.start == wrap.end:
        return leaf.start <= wrap.start < leaf.end or wrap.start == leaf.start
    return wrap.start < leaf.end and leaf.start < wrap.end


def _clipped(wrap: Wrap, leaf: Leaf) -> Wrap:
    """The piece of a wrap that stands over a stretch."""
    if leaf.start <= wrap.start and wrap.end <= leaf.end:
        return wrap
    opening = wrap.opening if leaf.start <= wrap.start else wrap.again
    start, end = max(wrap.start, leaf.start), min(wrap.end, leaf.end)
    return wrap._replace(start=start, end=end, opening=opening)


def _apart(wraps: Sequence[Wrap]) -> bool:
    """Whether each covers words that no other covers: so it is nearly everywhere."""
    end = -1
    for wrap in wraps:
        if wrap.start < end or wrap.start == wrap.end:
            return False
        end = wrap.end
    return True


def _in_a_row(text: str, leaf: Leaf, wraps: Sequence[Wrap]) -> Iterator[str]:
    """The stretch with elements that stand apart."""
    done = leaf.start
    for start, end, _, tag, opening, _ in wraps:
        before, within = escape(text[done:start], False), escape(text[start:end], False)
        yield f"{before}{opening}{within}</{tag}>"
        done = end
    yield escape(text[done : leaf.end], False)


def _sweep(
    text: str, leaf: Leaf, wraps: Sequence[Wrap], atoms: Sequence[tuple[int, str]]
) -> list[str]:
    """The stretch, cut at every boundary; `opened` is the stack of elements open there."""
    beginning = grouped((wrap.start, wrap) for wrap in wraps)
    standing = grouped(atoms)
    woven: list[str] = []
    opened: list[Wrap] = []
    earliest: list[int] = []  # for each of them, the first end among it and those around it
    done = leaf.start
    for point in sorted({leaf.end, *beginning, *(w.end for w in wraps), *standing}):
        woven.append(escape(text[done:point], quote=False))
        done = point
        found = beginning.get(point, [])
        new = [w for w in found if w.end > point]
        keep = _kept(earliest, point, new)
        closed = opened[keep:]
        woven += [f"</{w.tag}>" for w in reversed(closed)]
        del opened[keep:], earliest[keep:]
        if len(new) < len(found) or point in standing:
            woven += _empty([w for w in found if w.end == point], standing.get(point, ()))
        for wrap in sorted([w for w in closed if w.end > point] + new, key=_longest_first):
            woven.append(wrap.opening if wrap.start == point else wrap.again)
            opened.append(wrap)
            earliest.append(min(wrap.end, earliest[-1]) if earliest else wrap.end)
    return woven


def _kept(earliest: Sequence[int], point: int, new: Sequence[Wrap]) -> int:
    """How much of the stack stays open: up to what ends here, or would split a new solid."""
    last = max([point + 1, *(w.end for w in new if w.rank == SOLID)])
    # From the top, and no further than what is closed: below it the stack is as deep as it likes.
    depth = len(earliest)
    while depth and earliest[depth - 1] < last:
        depth -= 1
    return depth


def _empty(hollow: Sequence[Wrap], atoms: Sequence[str]) -> Iterator[str]:
    """What stands at a point without covering text: anchors, pictures and links around them."""
    around = [w for w in hollow if w.tag == "a"]
    yield from (f"{w.opening}</{w.tag}>" for w in hollow if w.tag != "a")
    yield from (w.opening for w in around)
    yield from atoms
    yield from (f"</{w.tag}>" for w in reversed(around))
