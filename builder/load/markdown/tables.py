"""Tables: where each cell's text stands, and cells that have no column."""

from collections.abc import Iterator
from itertools import groupby

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock, table
from markdown_it.token import Token

from builder.load.markdown.blockrules import column
from builder.load.markdown.places import Piece


def placed_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's table rule; notes each cell's pieces, and surplus cells in `env["surplus"]`."""
    before = len(state.tokens)
    if not _is_ruled(state, start + 1) or not table(state, start, end, silent):
        return False
    cells = [token for token in state.tokens[before:] if token.type == "inline"]
    for line, row in groupby(cells, key=_line_of):
        _place_row(state, line, list(row))
    return True


def _is_ruled(state: StateBlock, line: int) -> bool:
    """Whether a line begins as the one below the head of a table does."""
    at = state.bMarks[line] + state.tShift[line]
    return state.src[at : at + 1] in ("|", "-", ":")


def _line_of(cell: Token) -> int:
    assert cell.map
    return cell.map[0]


def _place_row(state: StateBlock, line: int, cells: list[Token]) -> None:
    begin = state.bMarks[line] + state.tShift[line]
    text = state.src[begin : state.eMarks[line]]
    row = mdTrim(text)
    first = column(state, begin) + text.index(row)
    columns = columns_of(row)
    for cell, (start, stop) in zip(cells, columns, strict=False):
        cell.meta["pieces"] = tuple(_pieces(row, start, stop, line, first))
    for start, stop in columns[len(cells) :]:
        if mdTrim(row[start:stop]):
            state.env.setdefault("surplus", []).append((line, first + start, stop - start))


def columns_of(row: str) -> list[tuple[int, int]]:
    """The cells of a row, without its outer pipes, as `escapedSplit` of markdown-it cuts them."""
    pipes = [i for i, c in enumerate(row) if c == "|" and not (i and row[i - 1] == "\\")]
    starts = [0, *(pipe + 1 for pipe in pipes)]
    spans = list(zip(starts, [*pipes, len(row)], strict=True))
    if spans and spans[0][0] == spans[0][1]:
        spans.pop(0)
    if spans and spans[-1][0] == spans[-1][1]:
        spans.pop()
    return spans


def _pieces(row: str, start: int, stop: int, line: int, first: int) -> Iterator[Piece]:
    """The pieces of one cell: a backslash before a pipe is not part of its content (GFM 4.10)."""
    cell = mdTrim(row[start:stop])
    start = row.index(cell, start)
    stop = start + len(cell)
    escapes = [i for i in range(start, stop - 1) if row[i] == "\\" and row[i + 1] == "|"]
    offset = 0
    for begin, end in zip([start, *(i + 1 for i in escapes)], [*escapes, stop], strict=True):
        yield Piece(offset, offset + end - begin, line, first + begin)
        offset += end - begin
