"""Where words may be quoted: what stands outside is certainly no quotation.

In doubt words count as quoted: between marks of any language, in a block quotation, in a paragraph
that a dash opens, in an interview. (`marks.quoted` finds what certainly is a quotation.)
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter

from builder.ground.expressions import expression
from builder.ground.intervals import Intervals, intervals
from builder.ground.text import DASHES, DOUBLE_MARKS, is_word
from builder.link.anchors.asides import is_aside
from builder.link.anchors.marks import PAIRS, opens, stretches, unclear
from builder.model.prose import Leaf, Prose

# Besides: the marks of Sweden, single ones turned inward, those of China.
_KINDLY = {
    **PAIRS,
    "＂": "＂",
    "”": "”",
    "‟": "”",
    "‹": "›",
    "›": "‹",
    "《": "》",
    "〈": "〉",
    "〝": "〞〟",
}
_SINGLE = expression("['‘’‚]")
# The name of who speaks, where a paragraph of an interview begins.
_TURN = expression(r"\s*(\w[^\n:“”]{0,60}):\s")
_AROUND = DOUBLE_MARKS + DASHES + " ,.;:-'‘’"


def quoting(prose: Prose) -> Intervals:
    """The stretches of a text in which words may be quoted."""
    return intervals(
        (
            *((found.start, found.end) for found in stretches(prose, _KINDLY)),
            *unclear(prose),
            *(span for leaf in prose.leaves for span in _single(prose.text, leaf)),
            *((leaf.start, leaf.end) for leaf in _without_marks(prose)),
            *((leaf.start, leaf.end) for leaf in _interview(prose)),
        )
    )


def unquoted(text: str, spans: Iterable[tuple[int, int]], inside: Intervals) -> str:
    """The first words of these spans that stand outside of `inside`, on one line; "" if none."""
    for start, end in spans:
        for first, last in inside.gaps(start, end):
            if any(map(is_word, text[first:last])):
                return bare(text[first:last])
    return ""


def left_out(
    text: str, spans: Sequence[tuple[int, int]], between: Sequence[tuple[int, int]]
) -> str:
    """The first words that the article has between two pieces, inside the same marks; "" if none.

    With the pieces `no decision` and `to leave`: “whatsoever” of “no decision whatsoever to leave”.
    What says but who speaks is no word of the quotation. `between` are the stretches between marks,
    in order and without overlap.
    """
    for (start, first), (last, end) in pairwise(spans):
        index = bisect_right(between, start, key=itemgetter(0)) - 1
        is_within = index >= 0 and end <= between[index][1]
        if is_within and any(map(is_word, text[first:last])) and not is_aside(text, first, last):
            return bare(text[first:last])
    return ""


def bare(words: str) -> str:
    """The words on one line, without the marks and stops around them."""
    return " ".join(words.split()).strip(_AROUND)


def _without_marks(prose: Prose) -> Iterator[Leaf]:
    """What is quoted without marks: the leaves of block quotations, and of dialogue with dashes."""
    tags = ["" if isinstance(part, Leaf) else part for part in prose.parts]
    depths = accumulate(t.count("<blockquote") - t.count("</blockquote") for t in tags)
    for part, depth in zip(prose.parts, depths, strict=True):
        if isinstance(part, Leaf):
            spoken = prose.text[part.start : part.end].lstrip()[:1] in tuple(DASHES)
            if depth > 0 or spoken:
                yield part


def _interview(prose: Prose) -> list[Leaf]:
    """The paragraphs of an interview, from the first that begins with `Name:`.

    There must be two speakers, each of whom speaks twice; an answer may go on over paragraphs. Who
    is KG from the second answer on may be Kate Garklavs in the first.
    """
    leaves = [leaf for leaf in prose.leaves if leaf.zone == "text"]
    turns = [_TURN().match(prose.text, leaf.start, leaf.end) for leaf in leaves]
    counted = Counter(turn.group(1) for turn in turns if turn)
    speakers = [name for name, count in counted.items() if count > 1]
    first = next((number for number, turn in enumerate(turns) if turn), 0)
    return leaves[first:] if len(speakers) > 1 else []


def _single(text: str, leaf: Leaf) -> Iterator[tuple[int, int]]:
    """From each single mark that may open to the last that may close it.

    To the last, for one in between may be an apostrophe. One that nothing closes runs to the next
    that opens, or to the end.
    """
    opened, last = -1, -1
    for found in _SINGLE().finditer(text, leaf.start, leaf.end):
        index, after = found.start(), text[found.end() : found.end() + 1]
        before = text[max(leaf.start, index - 1) : index]
        if (
            found.group() != "’"
            and not is_word(before or " ")
            and after.strip()
            and opens(text, index)
        ):
            if opened >= 0:
                yield opened, last if last >= 0 else index
            opened, last = index + 1, -1
        elif opened >= 0 and before.strip() and not is_word(after or " "):
            last = index
    if opened >= 0:
        yield opened, last if last >= 0 else leaf.end
