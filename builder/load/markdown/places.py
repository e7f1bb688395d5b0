"""Where the inline content of a block stands in the source, piece by piece."""

from bisect import bisect_right
from operator import attrgetter

from builder.ground.diagnostics import Location
from builder.ground.values import Value
from builder.model.prose import Run


class Piece(Value, frozen=True):
    """`content[start:end]` stands unchanged at this line and column of the text, from 0."""

    start: int
    end: int
    line: int
    column: int


class Places(Value, frozen=True):
    """The pieces of one block's content, by their start, and the line of the file to count from."""

    path: str
    pieces: tuple[Piece, ...]
    first_line: int

    def runs(self, position: int, length: int, start: int) -> list[Run]:
        """The parts of `content[position : position + length]` that are in the source, in order.

        `start` is where the content at `position` stands in the text that the runs are for.
        """
        found = []
        end = position + length
        for index in range(self._index(position), len(self.pieces)):
            piece = self.pieces[index]
            if piece.start >= end:
                break
            first, last = max(piece.start, position), min(piece.end, end)
            if first < last:
                column = piece.column + first - piece.start + 1
                line = self.first_line + piece.line
                found.append(Run(start + first - position, last - first, line, column))
        return found

    def at(self, position: int, length: int = 0) -> Location:
        """The place of `content[position : position + length]`; the length stays within a line."""
        if not self.pieces:
            return Location(self.path)
        piece = self.pieces[self._index(position)]
        within = min(max(position, piece.start), piece.end)
        column = piece.column + within - piece.start + 1
        line = self.first_line + piece.line
        return Location(self.path, line, column, min(length, piece.end - within))

    def _index(self, position: int) -> int:
        """The piece that holds `position`, or the last one before it."""
        return max(bisect_right(self.pieces, position, key=_start) - 1, 0)


_start = attrgetter("start")
