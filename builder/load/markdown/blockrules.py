"""Block rules that note where they took their content from.

markdown-it keeps only the lines of a block. Its rules are wrapped here: when one has pushed inline
content, the state still knows at which column each line of that content begins.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from builder.load.markdown.bounds import Exhausted
from builder.load.markdown.places import Piece

Rule = Callable[[StateBlock, int, int, bool], bool]


class CountedBlock(StateBlock):
    """A block state that counts its tokens: `env["blocks"]` is what is left of them."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token. Raises Exhausted where there are too many."""
        self.env["blocks"] -= 1
        if self.env["blocks"] < 0:
            raise Exhausted
        return super().push(ttype, tag, nesting)


class BoundedBlock(ParserBlock):
    """The block parser. `env["dropped"]` says where it leaves out what nests too deeply.

    A text of too many blocks is shown as it is typed from the one on that was being read.
    """

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: EnvType,
        outTokens: list[Token],  # noqa: N803
    ) -> list[Token]:
        """Read `src` into tokens."""
        state = CountedBlock(src, md, env, outTokens)
        try:
            self.tokenize(state, state.line, state.lineMax)
        except Exhausted:
            line, known = env["begun"]
            outTokens[known:] = _unread(src, line)
        return outTokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Read the blocks of these lines."""
        if state.level >= state.md.options.maxNesting:
            line = state.skipEmptyLines(startLine)
            if line < endLine and state.sCount[line] >= state.blkIndent:
                state.env.setdefault("dropped", []).append(line)
        super().tokenize(state, startLine, endLine)


def _unread(src: str, line: int) -> list[Token]:
    """A paragraph of the lines from `line` on, which are not to be parsed: see `Inlines.unread`."""
    lines = src.split("\n")[line:]
    text = "\n".join(lines)
    starts = accumulate((len(one) + 1 for one in lines), initial=0)
    pieces = tuple(
        Piece(start, start + len(one), number, 0)
        for number, (start, one) in enumerate(zip(starts, lines, strict=False), line)
    )
    unread = Token("unread", "", 0, content=text, map=[0, 0])
    inline = Token("inline", "", 0, children=[unread], meta={"pieces": pieces})
    return [Token("paragraph_open", "p", 1), inline, Token("paragraph_close", "p", -1)]


def begin(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Not a rule: asked before all others, it notes where a block of the text itself begins."""
    if not state.level:
        state.env["begun"] = start, len(state.tokens)
    return False


def placed(rule: Rule, find: Callable[[StateBlock, Token], Iterable[Piece]]) -> Rule:
    """`rule`, with `token.meta["pieces"]` set on the inline tokens that it pushes."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        found = rule(state, start, end, silent)
        if found and not silent:
            for token in state.tokens[before:]:
                if token.type == "inline":
                    token.meta["pieces"] = tuple(find(state, token))
        return found

    return run


def paragraph_pieces(state: StateBlock, token: Token) -> Iterator[Piece]:
    """One piece for each line of a paragraph; white space at the start of a line stays out."""
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


def heading_pieces(state: StateBlock, token: Token) -> Iterator[Piece]:
    """The one piece of a heading that begins with number signs."""
    assert token.map
    line = token.map[0]
    marks = state.bMarks[line] + state.tShift[line]
    after = state.skipCharsStr(marks, "#")
    source = state.src.find(token.content, after)
    yield Piece(0, len(token.content), line, column(state, source))


def column(state: StateBlock, position: int) -> int:
    """The column, from 0, of a position in the source."""
    return position - state.src.rfind("\n", 0, position) - 1
