"""Elements over stretches of text: wraps overlap as they like, elements must nest.

At every boundary the wraps that cannot stay open are closed and opened again behind it. Links and
mentions are solid: they are never split, what crosses them is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from operator import itemgetter
from typing import NamedTuple

from builder.ground.grouping import grouped
from builder.model.prose import Leaf, Prose

EVENT, QUOTE, SOLID, INLINE = range(4)
"""The ranks of wraps over the same words, outermost first."""
_PLACE = itemgetter(0)
"""Where an atom stands."""


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


def leaves_woven(
    prose: Prose, wraps: Iterable[Wrap], atoms: Iterable[tuple[int, str]]
) -> Iterator[str]:
    """The HTML of each leaf of a text, in order.

    `atoms` are the HTML of what stands between its letters, each with its place.
    """
    standing = sorted(atoms, key=_PLACE)
    leaves = prose.leaves
    for leaf, over in zip(leaves, _over(leaves, wraps), strict=True):
        first = bisect_left(standing, leaf.start, key=_PLACE)
        last = bisect_right(standing, leaf.end, key=_PLACE)
        if first < last or not _apart(over):
            yield "".join(_sweep(prose.text, leaf, over, standing[first:last]))
        else:
            yield "".join(_in_a_row(prose.text, leaf, over))


def _over(leaves: Sequence[Leaf], wraps: Iterable[Wrap]) -> list[list[Wrap]]:
    """The wraps over each leaf, outermost first; one that reaches over several is cut into pieces.

    Between two leaves there is always a gap. An empty wrap belongs to the leaf that it stands in.
    """
    starts, ends = [leaf.start for leaf in leaves], [leaf.end for leaf in leaves]
    over: list[list[Wrap]] = [[] for _ in leaves]
    for wrap in sorted(wraps, key=_outermost_first):
        first = bisect_right(ends, wrap.start)
        last = bisect_left(starts, max(wrap.end, wrap.start + 1))
        for number in range(first, last):
            over[number].append(_clipped(wrap, leaves[number]))
    return over


def _outermost_first(wrap: Wrap) -> tuple[int, int, int]:
    return wrap.start, -wrap.end, wrap.rank


def _longest_first(wrap: Wrap) -> tuple[int, int, int]:
    return -wrap.end, wrap.rank, wrap.start


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
        woven += [f"{w.opening}</{w.tag}>" for w in found if w.end == point]
        woven += standing.get(point, ())
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
