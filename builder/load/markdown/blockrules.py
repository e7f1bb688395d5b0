"""Block rules that note where they took their content from.

markdown-it keeps only the lines of a block. Its rules are wrapped here: when one has pushed inline
content, the state still knows at which column each line of that content begins.
"""

from collections.abc import Callable, Iterator

from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from builder.load.markdown.places import Piece

Rule = Callable[[StateBlock, int, int, bool], bool]


class BoundedBlock(ParserBlock):
    """The block parser. `env["dropped"]` says where it leaves out what nests too deeply."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Read the blocks of these lines."""
        if state.level >= state.md.options.maxNesting:
            line = state.skipEmptyLines(startLine)
            if line < endLine and state.sCount[line] >= state.blkIndent:
                state.env.setdefault("dropped", []).append(line)
        super().tokenize(state, startLine, endLine)


def placed(rule: Rule, find: Callable[[StateBlock, Token], list[Piece]]) -> Rule:
    """`rule`, with `token.meta["pieces"]` set on the inline tokens that it pushes."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        found = rule(state, start, end, silent)
        if found and not silent:
            for token in state.tokens[before:]:
                if token.type == "inline":
                    token.meta["pieces"] = find(state, token)
        return found

    return run


def paragraph_pieces(state: StateBlock, token: Token) -> list[Piece]:
    """One piece for each line of a paragraph; white space at the start of a line stays out."""
    return list(_lines(state, token))


def _lines(state: StateBlock, token: Token) -> Iterator[Piece]:
    line = _first_line(state, token)
    offset = 0
    for index, content in enumerate(token.content.split("\n")):
        kept = content.lstrip(" \t")
        source = state.bMarks[line] + state.tShift[line]
        if index == 0:  # Unicode spaces may have been trimmed as well
            source = state.src.find(content, source)
        start = offset + len(content) - len(kept)
        yield Piece(start, start + len(kept), line, column(state, source))
        offset += len(content) + 1
        line += 1


def _first_line(state: StateBlock, token: Token) -> int:
    """The line on which trimmed content begins: lines of Unicode spaces alone are trimmed away."""
    assert token.map
    line = token.map[0]
    while line + 1 < token.map[1] and not mdTrim(_line(state, line)):
        line += 1
    return line


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def heading_pieces(state: StateBlock, token: Token) -> list[Piece]:
    """The one piece of a heading that begins with number signs."""
    assert token.map
    line = token.map[0]
    marks = state.bMarks[line] + state.tShift[line]
    after = state.skipCharsStr(marks, "#")
    source = state.src.find(token.content, after)
    return [Piece(0, len(token.content), line, column(state, source))]


def column(state: StateBlock, position: int) -> int:
    """The column, from 0, of a position in the source."""
    return position - state.src.rfind("\n", 0, position) - 1
