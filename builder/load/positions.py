"""From a place in a YAML value back to the place in the file: Markdown in values has exact places.

A value's lines are found again, one after the other, in the lines of the file; where an escape or
a doubled apostrophe makes them differ, the rest of that value has the place of its beginning.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from builder.load.nodes import Scalar
from builder.load.yaml import Document

Locate = Callable[[int, int], tuple[int, int]]


class _Segment(NamedTuple):
    """From (line, column) of the value on, from 0, the text stands at this place of the file."""

    start: tuple[int, int]
    line: int
    column: int


def locator(scalar: Scalar, document: Document) -> Locate:
    """A function from (line, column) in the scalar's text, from 0, to those in the file, from 1.

    Nothing is computed before the first call.
    """
    found: list[_Segment] = []

    def locate(line: int, column: int) -> tuple[int, int]:
        if not found:
            found.append(_Segment((0, 0), scalar.line, scalar.column))
            found.extend(_segments(scalar, document))
        index = bisect_right(found, (line, column), key=lambda segment: segment.start) - 1
        segment = found[max(index, 0)]
        if index < 1 or segment.start[0] != line:
            return found[0].line, found[0].column
        return segment.line, segment.column + column - segment.start[1]

    return locate


def _segments(scalar: Scalar, document: Document) -> Iterator[_Segment]:
    """The pieces of the value that stand in one line of the file each, in order."""
    text, done, row, begins = scalar.text, 0, 0, 0
    for number, offset, piece in _source_lines(scalar, document):
        while done < len(text) and text[done] in " \n" and not piece.startswith(text[done]):
            if text[done] == "\n":
                row, begins = row + 1, done + 1
            done += 1
        if not text.startswith(piece, done):
            # A closing mark or a comment may follow the last piece of the value.
            rest = text[done:].rstrip("\n")
            if rest and piece.startswith(rest) and number == scalar.last_line:
                yield _Segment((row, done - begins), number, offset + 1)
            return
        yield _Segment((row, done - begins), number, offset + 1)
        done += len(piece)


def _source_lines(scalar: Scalar, document: Document) -> Iterator[tuple[int, int, str]]:
    """Lines of the file that hold the value: number from 1, offset from 0, text without indent."""
    start, last = scalar.line, scalar.last_line
    lines = document.lines[start - document.first_line : last - document.first_line + 1]
    block = scalar.style in ("literal", "folded")
    indent = _indent(lines[1:]) if block else 0
    for index, line in enumerate(lines[1:] if block else lines):
        number = start + index + (1 if block else 0)
        offset = indent if block else len(line) - len(line.lstrip())
        if number == start:
            offset = scalar.column - 1 + (scalar.style in ("single", "double"))
        piece = line[offset:] if block else line[offset:].rstrip()
        if piece.strip():
            yield number, offset, piece


def _indent(lines: tuple[str, ...]) -> int:
    """The indentation of a block scalar: that of its first line that is not blank."""
    first = next((line for line in lines if line.strip()), "")
    return len(first) - len(first.lstrip(" "))
