"""Quotation marks in a text: which stretches stand between them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import cycle

from builder.ground.text import HYPHENS, is_spaceless, is_word
from builder.ground.values import Value
from builder.model.prose import Leaf, Prose

# Directed pairs. Straight marks open and close alike: `_take_turns` says where they count.
PAIRS: Mapping[str, str] = {"“": "”", "«": "»", "»": "«»", "「": "」", "『": "』", "„": "“”"}
_ENDS = ".,!?…)]"
_FOLLOWS = ",.;:!?…)]'’—–-/"
_STRAIGHT = '"'
_INWARD = "»"
_STOPS = " .,;:!?…"


class Stretch(Value, frozen=True):
    """`text[start:end]` stands between marks, the marks left out.

    One that is never `closed` runs to the end of its paragraph.
    """

    start: int
    end: int
    closed: bool


def quoted(prose: Prose) -> list[tuple[int, int]]:
    """The spans between marks, the marks left out, in order.

    Straight marks count in a paragraph where they take turns: one may open, the next may close. If
    they do not, those of inches are left out: these stand right behind a digit.

    A mark left open at the end of a paragraph closes there: by custom, a quotation that runs on
    opens again with the next paragraph. Marks inside marks belong to the outer quotation.
    """
    return [(found.start, found.end) for _, found in _in_leaves(prose, PAIRS)]


def stretches(prose: Prose, pairs: Mapping[str, str] = PAIRS) -> Iterator[Stretch]:
    """The stretches between marks of these pairs; one that runs on over paragraphs is closed.

    It runs on where the next paragraph begins with its mark, or where a later one closes it; out of
    a heading or a caption none does, nor where a straight mark ends it.
    """
    leaves = prose.leaves
    for number, found in _in_leaves(prose, pairs):
        last = None
        is_text = leaves[number].zone == "text"
        if not found.closed and is_text and not _ends_straight(prose.text, found):
            mark = prose.text[found.start - 1]
            last = _runs_on(prose.text, leaves, number, mark + pairs.get(mark, mark))
        yield found if last is None else Stretch(found.start, last, closed=True)


def opens(text: str, index: int) -> bool:
    """Whether the mark at `index` stands where one may open: not between a word and a space.

    Where » opens, as in Germany and Finland, a word follows, and none stands before it but for one
    with a hyphen: before a space or a stop it closes, as in France, and alone or between words it
    is an arrow.
    """
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    joins = before != "" and is_word(before) and not is_spaceless(before)
    leads = not (after == "" or after.isspace() or after in _FOLLOWS)
    if text[index] == _INWARD:
        return leads and (not joins or before in HYPHENS)
    return leads or not (joins or (before != "" and before in _ENDS))


def unclear(prose: Prose) -> Iterator[tuple[int, int]]:
    """Where straight marks do not take turns: from the first that is not of inches, to the end.

    There nobody can say what stands between marks.
    """
    for _, leaf, indexes in _marked_leaves(prose, _STRAIGHT):
        quoting = [index for index in indexes if not _is_of_inches(prose.text, index)]
        if quoting and not _turning(prose.text, indexes):
            yield quoting[0] + 1, leaf.end


def _in_leaves(prose: Prose, pairs: Mapping[str, str]) -> Iterator[tuple[int, Stretch]]:
    """The stretches in each leaf, with its number. A mark in code quotes nothing."""
    every = "".join((*pairs, *pairs.values(), _STRAIGHT))
    for number, leaf, indexes in _marked_leaves(prose, every):
        for stretch in _in_leaf(prose.text, indexes, leaf.end, pairs):
            yield number, stretch


def _marked_leaves(prose: Prose, marks: str) -> Iterator[tuple[int, Leaf, Sequence[int]]]:
    """The leaves with any of these marks, each with its number, and where the marks stand."""
    present = "".join(mark for mark in marks if mark in prose.text)
    if not present:
        return
    found, code = _marks(present), prose.under("code")
    for number, leaf in enumerate(prose.leaves):
        starts = (one.start() for one in found.finditer(prose.text, leaf.start, leaf.end))
        if indexes := [index for index in starts if not code.overlap(index, index + 1)]:
            yield number, leaf, indexes


def _in_leaf(
    text: str, indexes: Sequence[int], end: int, pairs: Mapping[str, str]
) -> list[Stretch]:
    """The stretches in a leaf that ends at `end` and has marks at these indexes."""
    spans: list[Stretch] = []
    opened, closing, depth = -1, "", 0
    if turning := _turning(text, indexes):
        pairs, indexes = {**pairs, _STRAIGHT: _STRAIGHT}, turning
    paired = _paired([text[index] for index in indexes], pairs)
    for index in indexes:
        char = text[index]
        if opened < 0:
            if char in paired or (char in pairs and opens(text, index)):
                opened, closing, depth = index + 1, pairs[char], 0
        elif char in closing:
            if depth == 0:
                spans.append(Stretch(opened, index, closed=True))
                opened = -1
            else:
                depth -= 1
        elif char in pairs and pairs[char] == closing:
            depth += 1
    if opened >= 0:
        spans.append(Stretch(opened, end, closed=False))
    return spans


def _paired(marks: Sequence[str], pairs: Mapping[str, str]) -> set[str]:
    """The marks that open and close alike and stand in pairs: every other one opens."""
    alike = (char for char, closing in pairs.items() if char == closing)
    return {char for char in alike if marks.count(char) % 2 == 0}


def _turning(text: str, indexes: Sequence[int]) -> Sequence[int]:
    """The marks, if need be without those of inches, where straight ones take turns; else ()."""
    if _take_turns(text, indexes):
        return indexes
    quoting = [index for index in indexes if not _is_of_inches(text, index)]
    is_even = sum(text[at] == _STRAIGHT for at in quoting) % 2 == 0
    return quoting if is_even and _take_turns(text, quoting) else ()


def _is_of_inches(text: str, index: int) -> bool:
    """Whether the mark at `index` may be that of inches: a straight one right behind a digit."""
    return text[index] == _STRAIGHT and text[index - 1 : index].isdigit()


def _take_turns(text: str, indexes: Sequence[int]) -> bool:
    """Whether there are straight marks of which every other may open, and the next may close."""
    straight = [index for index in indexes if text[index] == _STRAIGHT]
    return bool(straight) and all(
        may(text, index) for may, index in zip(cycle((opens, _closes)), straight, strict=False)
    )


def _closes(text: str, index: int) -> bool:
    """Whether the mark at `index` stands where one may close: not before a word.

    Behind a stop it may: there a space was forgotten.
    """
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    ends = before != "" and not before.isspace() and before not in "(["
    return ends and (not is_word(after or " ") or after in HYPHENS or before in ".,!?…")


def _ends_straight(text: str, found: Stretch) -> bool:
    """Whether a straight mark ends the words, and more of these close there than open."""
    if not text[found.start : found.end].rstrip(_STOPS).endswith(_STRAIGHT):
        return False
    marks = [index for index in range(found.start, found.end) if text[index] == _STRAIGHT]
    return 2 * sum(opens(text, index) for index in marks) < len(marks)


def _runs_on(text: str, leaves: Sequence[Leaf], number: int, marks: str) -> int | None:
    """Where a quotation ends that the leaf of this number leaves open; None if it is not closed.

    `marks` are the one that opened it and those that may close it: some open paragraphs with these.
    """
    paragraphs = (leaves[at] for at in range(number + 1, len(leaves)) if leaves[at].zone == "text")
    for distance, leaf in enumerate(paragraphs):
        found = re.compile(f"[{marks}]").search(text, leaf.start, leaf.end)
        if found is None:
            continue
        if not opens(text, found.start()):
            return found.start()
        begins = not text[leaf.start : found.start()].strip()
        return leaves[number].end if begins and distance == 0 else None
    return None


@cache
def _marks(chars: str) -> re.Pattern[str]:
    return re.compile(f"[{chars}]")
