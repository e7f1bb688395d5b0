"""From places in a YAML value to places in the file: Markdown in values has exact places too.

Markdown reads a value as a text of its own. Then the value's lines are found again, one after the
other, in the lines of the file, and every place is carried over. Where an escape makes the two
differ, the rest of that value has the place of its beginning.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Location
from builder.ground.values import Value, replaced
from builder.load.yaml.nodes import Scalar
from builder.load.yaml.reader import Document
from builder.model.prose import Prose, Run


class Segment(NamedTuple):
    """`length` characters of the value, from (line, column) on, and where they stand in the file.

    Lines and columns count from 1. A segment lies on one line, in the value and in the file.
    """

    line: int
    column: int
    length: int
    file_line: int
    file_column: int


class Places(Value, frozen=True):
    """Where a value stands: its beginning, and all of its text that could be found again."""

    beginning: Location
    segments: tuple[Segment, ...]


def places(scalar: Scalar, document: Document) -> Places:
    """The places of a scalar of a document."""
    return Places(scalar.location, tuple(_segments(scalar, document)))


def carried(prose: Prose, places: Places) -> Prose:
    """Prose whose runs stand in a value (lines and columns from 1), as prose of the file."""
    runs = tuple(piece for run in prose.runs for piece in _carried_run(run, places))
    return replaced(prose, runs=runs)


def carried_fault(fault: Diagnostic, places: Places) -> Diagnostic:
    """A diagnostic whose places are in a value, as one of the file.

    Its fix is left out: what mends a text may break the YAML around it.
    """
    related = tuple(
        further._replace(location=_carried_place(further.location, places))
        for further in fault.related
    )
    location = _carried_place(fault.location, places)
    return fault._replace(location=location, related=related, fix=None)


def _carried_run(run: Run, places: Places) -> list[Run]:
    """The parts of a run that stand in the file, or an empty run where none could be found."""
    segments = places.segments
    first = max(bisect_right(segments, (run.line, run.column + 1)) - 1, 0)
    last = bisect_right(segments, (run.line, run.column + run.length))
    parts = [_common(run, segment) for segment in segments[first:last] if segment.line == run.line]
    if found := [part for part in parts if part.length > 0]:
        return found
    place = places.beginning
    if not run.length:  # as of a picture, of which it tells where it stands
        place = _carried_place(Location(place.path, run.line, run.column), places)
    return [Run(run.start, 0, place.line, place.column)]


def _common(run: Run, segment: Segment) -> Run:
    """What a run and a segment of one line have in common; of no length where they are apart."""
    first = max(run.column, segment.column)
    last = min(run.column + run.length, segment.column + segment.length)
    column = segment.file_column + first - segment.column
    return Run(run.start + first - run.column, last - first, segment.file_line, column)


def _carried_place(place: Location, places: Places) -> Location:
    index = bisect_right(places.segments, (place.line, place.column + 1)) - 1
    if index < 0 or places.segments[index].line != place.line:
        return places.beginning
    segment = places.segments[index]
    offset = min(place.column - segment.column, segment.length)
    length = max(min(place.length, segment.length - offset), 0)
    return Location(place.path, segment.file_line, segment.file_column + offset, length)


def _segments(scalar: Scalar, document: Document) -> Iterator[Segment]:
    text, done, row, begins = scalar.text, 0, 1, 0
    for number, column, piece in _source_lines(scalar, document):
        while done < len(text) and text[done] in " \n" and not piece.startswith(text[done]):
            if text[done] == "\n":
                row, begins = row + 1, done + 1
            done += 1
        if not text.startswith(piece, done):
            # On the last line a closing mark or a comment may follow the value.
            rest = text[done:].rstrip("\n")
            if rest and number == scalar.last_line and piece.startswith(rest):
                yield Segment(row, done - begins + 1, len(rest), number, column)
            return
        yield Segment(row, done - begins + 1, len(piece), number, column)
        done += len(piece)


def _source_lines(scalar: Scalar, document: Document) -> Iterator[tuple[int, int, str]]:
    """Lines of the file that hold the value: number and column from 1, text without indentation."""
    is_block = scalar.style in ("literal", "folded")
    first = scalar.line + is_block  # the text of a block begins below its sign
    from_0 = first - document.first_line
    lines = document.lines[from_0 : scalar.last_line - document.first_line + 1]
    indent = _indent(scalar.text, lines) if is_block else 0
    for number, line in enumerate(lines, first):
        if is_block:
            offset = indent
        elif number == scalar.line:
            offset = scalar.column - 1 + (scalar.style != "plain")  # after the quotation mark
        else:
            offset = len(line) - len(line.lstrip())
        piece = line[offset:] if is_block else line[offset:].rstrip()
        parts = _single(piece) if scalar.style == "single" else ((0, piece),)
        yield from ((number, offset + start + 1, part) for start, part in parts if part)


def _single(piece: str) -> Iterator[tuple[int, str]]:
    """What stands between single marks, without the second of two apostrophes; and from where."""
    start = 0
    while (doubled := piece.find("''", start)) >= 0:
        yield start, piece[start : doubled + 1]
        start = doubled + 2
    yield start, piece[start:]


def _indent(text: str, lines: tuple[str, ...]) -> int:
    """By how much the lines of a block scalar are indented more than those of its text."""
    return _spaces(lines) - _spaces(text.split("\n"))


def _spaces(lines: Iterable[str]) -> int:
    """The spaces that the first line begins with, of those that are not blank."""
    first = next((line for line in lines if line.strip()), "")
    return len(first) - len(first.lstrip(" "))
