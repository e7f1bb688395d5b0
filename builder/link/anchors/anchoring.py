"""Anchoring: where quoted words stand in a text (W3C TextQuoteSelector, Web Annotation 4.2.4).

Words are found as they are, or not at all: nothing is re-anchored by likeness.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from builder.ground.text import DOUBLE_MARKS, Folded, is_edge, is_whole
from builder.ground.values import Value
from builder.link.anchors.comparing import alike, same_letters
from builder.model.annotations import Grade

_MARKS = tuple(DOUBLE_MARKS)
_AROUND = DOUBLE_MARKS + "'‘’ "


class TextQuoteSelector(Value, frozen=True):
    """Words to be found, and the words around them, where given.

    W3C knows one piece, `exact`; of several, each stands behind the one before it.
    """

    pieces: tuple[str, ...]
    prefix: str = ""
    suffix: str = ""


class Occurrence(Value, frozen=True):
    """One place where the words stand: the span of each piece in the text, and how exactly."""

    spans: tuple[tuple[int, int], ...]
    grade: Grade


def occurrences(selector: TextQuoteSelector, compared: Folded) -> Iterator[Occurrence]:
    """Each place where the selected words stand, between their prefix and their suffix.

    `compared` is the text made comparable; the places are those in the text as it stands.
    """
    cores = [core(piece) for piece in selector.pieces]
    if not all(cores):
        return
    prefix = alike(selector.prefix).rstrip(_AROUND)
    suffix = alike(selector.suffix).lstrip(_AROUND)
    rest = [_Onward(words, compared) for words in cores[1:-1]]
    rest += [_Onward(words, compared, suffix) for words in cores[1:][-1:]]
    for first in _whole(cores[0], compared):
        spans = _following(first, rest)
        if not spans:  # what does not follow here follows nowhere behind
            return
        if _stands_behind(prefix, compared, first[0]) and _stands_before(
            suffix, compared, spans[-1][1]
        ):
            yield _placed(selector.pieces, compared, spans)


def is_alone(selector: TextQuoteSelector, compared: Folded) -> bool:
    """Whether the selected words stand at one place, and at no other; the rest as for these."""
    return len(list(islice(occurrences(selector, compared), 2))) == 1


def core(piece: str) -> str:
    """The words that must be found: made comparable, without an opening mark or a closing stop.

    Of `“We sail,` that is `We sail`.
    """
    return without_stop(alike(piece)).removeprefix('"')


def without_stop(words: str) -> str:
    """The words without a closing comma or stop; an ellipsis stays."""
    return words[:-1] if words.endswith((",", ".")) and not words.endswith("..") else words


def _whole(words: str, compared: Folded) -> Iterator[tuple[int, int]]:
    """Where `words` stand as whole words; spans of the compared text."""
    start, text = 0, compared.original
    while (start := compared.text.find(words, start)) >= 0:
        end = start + len(words)
        first, last = compared.origin(start, end)
        if is_whole(text, first, last):
            yield start, end
        start = start + 1 if is_edge(text, first) else compared.behind(_next_edge(text, first))


def _next_edge(text: str, index: int) -> int:
    """The first place behind this one at which a word may begin."""
    edges = _edges(text)
    return edges[bisect_right(edges, index)]


@lru_cache(1)
def _edges(text: str) -> list[int]:
    """Where words may begin or end. To read all of a text for it takes long: so it is kept."""
    return [index for index in range(len(text) + 1) if is_edge(text, index)]


class _Onward:
    """The places of a piece, read forwards only: asked from ever later places, it reads once.

    With a suffix, only places count that stand before it.
    """

    def __init__(self, words: str, compared: Folded, suffix: str = "") -> None:
        self._places = (
            place for place in _whole(words, compared) if _stands_before(suffix, compared, place[1])
        )
        self._next: tuple[int, int] | None = (-1, -1)

    def after(self, start: int) -> tuple[int, int] | None:
        """The first place that begins at `start` or behind; None where there is none."""
        while self._next and self._next[0] < start:
            self._next = next(self._places, None)
        return self._next


def _following(first: tuple[int, int], rest: Sequence[_Onward]) -> list[tuple[int, int]]:
    """The spans of all pieces, each the first after the one before it; [] if one is absent."""
    spans = [first]
    for piece in rest:
        following = piece.after(spans[-1][1])
        if following is None:
            return []
        spans.append(following)
    return spans


def _stands_behind(prefix: str, compared: Folded, start: int) -> bool:
    """Whether what begins at `start` has this before it; marks and space between do not matter."""
    before = compared.text[max(0, start - len(prefix) - 8) : start].rstrip(_AROUND)
    return before.endswith(prefix)


def _stands_before(suffix: str, compared: Folded, end: int) -> bool:
    """Whether what ends at `end` has this behind it; marks, stops and space do not matter."""
    after = compared.text[end : end + len(suffix) + 8].lstrip(_AROUND)
    return after.startswith(suffix) or after.lstrip(",." + _AROUND).startswith(suffix)


def _placed(
    pieces: Sequence[str], compared: Folded, spans: Sequence[tuple[int, int]]
) -> Occurrence:
    text = compared.original
    placed = tuple(
        _with_edges(piece, text, compared.origin(start, end))
        for piece, (start, end) in zip(pieces, spans, strict=True)
    )
    exact = all(
        same_letters(without_stop(piece.strip()), without_stop(text[start:end].strip()))
        for piece, (start, end) in zip(pieces, placed, strict=True)
    )
    return Occurrence(placed, "verbatim" if exact else "typographic")


def _with_edges(piece: str, text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span with a mark that opens the piece, and a stop between it and its closing mark."""
    start, end = span
    if piece.lstrip()[:1] in _MARKS and text[start - 1 : start] in _MARKS:
        start -= 1
    stopped = text[end : end + 1] in (",", ".") and text[end + 1 : end + 2] in _MARKS
    return start, end + 1 if stopped else end
