"""Edits put into a text: each at its place, none twice, and nothing else touched."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from builder.ground.diagnostics import Edit, Fix

_LINE_END = re.compile(r"\r\n|\r|\n")
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def compatible(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """The fixes that can be made together: of two that touch the same letters, the first.

    A fix is taken with all its edits or left out; what is left out can be made once they are made.
    """
    taken: dict[tuple[str, int], list[Edit]] = defaultdict(list)
    chosen: list[Fix] = []
    for fix in fixes:
        new = [edit for edit in fix.edits if edit not in taken[edit.location[:2]]]
        if any(_touch(edit, other) for edit in new for other in taken[edit.location[:2]]):
            continue
        for edit in new:
            taken[edit.location[:2]].append(edit)
        chosen.append(fix)
    return tuple(chosen)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` (a file, with the line ends and byte order mark it has) after the edits.

    Lines and columns count as in `Location`: a line ends with LF, CR LF or CR, and a byte order
    mark takes no column. Equal edits are made once. A line that ends in a replacement ends as those
    of the text do.

    Raises:
        ValueError: a place lies outside the text, or two edits touch each other: they share a
            letter, or begin at the same place.
    """
    starts = _line_starts(text)
    spans = sorted({(*_span(edit, starts, text), edit.replacement) for edit in edits})
    line_end = "\r\n" if "\r\n" in text else "\n"
    parts: list[str] = []
    last, done = -1, 0
    for start, end, replacement in spans:
        if start < done or start == last:
            raise ValueError("two edits touch each other")
        parts += [text[done:start], replacement.replace("\n", line_end)]
        last, done = start, end
    return "".join([*parts, text[done:]])


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits of one line share a letter, or insert at the same place."""
    a, b = one.location, other.location
    if a.column == b.column:
        return True
    first, second = sorted((a, b), key=lambda place: place.column)
    return second.column < first.column + first.length


def _line_starts(text: str) -> Sequence[int]:
    first = len(_BOM) if text.startswith(_BOM) else 0
    return [first, *(match.end() for match in _LINE_END.finditer(text))]


def _span(edit: Edit, starts: Sequence[int], text: str) -> tuple[int, int]:
    place = edit.location
    if not 1 <= place.line <= len(starts):
        raise ValueError(f"there is no line {place.line}")
    start = starts[place.line - 1] + place.column - 1
    end = start + place.length
    limit = starts[place.line] if place.line < len(starts) else len(text)
    if place.column < 1 or end > limit or _LINE_END.search(text, start, end):
        raise ValueError(f"column {place.column} of line {place.line} is not in the text")
    return start, end
