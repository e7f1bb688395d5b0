"""The inline parser, with the place of every token.

Every inline token's `map` lists pairs: an offset in the token's content, and the position of that
offset in the block's content. Text has a pair for each stretch that is whole in the source.
"""

import re
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from builder.load.markdown.bounds import Exhausted

_INNER = len("![")  # what stands before content that is parsed on its own: `![` or `^[`


class PlacedState(StateInline):
    """An inline state that remembers from where each character of pending text was taken."""

    def __init__(
        self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token], base: int
    ) -> None:
        super().__init__(src, md, env, tokens)
        self.base = base
        self._pairs: list[int] = []
        self._length = 0
        self._pushed: Token | None = None
        self._pushed_at = -1

    def append_pending(self, text: str) -> None:
        """Keep literal text that begins at the current position."""
        _spend(self.env)
        here = self.base + self.pos
        if not self._pairs or here - self._pairs[-1] != self._length - self._pairs[-2]:
            self._pairs += (self._length, here)
        self._length += len(text)
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        """Make a token of the pending text."""
        token = super().pushPending()
        token.map = self._pairs
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token that stands at the current position."""
        _spend(self.env)
        token = super().push(ttype, tag, nesting)
        self._pairs, self._length = [], 0
        here = self.base + self.pos
        if ttype == "text":  # a run of markers becomes several tokens, all pushed at its start
            if self._pushed is not None and self._pushed_at == self.pos and self._pushed.map:
                here = self._pushed.map[1] + len(self._pushed.content)
            self._pushed, self._pushed_at = token, self.pos
        token.map = [0, here]
        return token


def _spend(env: EnvType) -> None:
    """Take one of the steps that are left for this text. Raises Exhausted when there is none."""
    env["steps"] -= 1
    if env["steps"] < 0:
        raise Exhausted


class PlacedInline(ParserInline):
    """The inline parser over `PlacedState`; content inside content knows where it stands.

    Every step costs about the same: a token made, a stretch of plain text kept, a token looked
    ahead at. Markup in every letter makes many of them, and markdown-it looks for the end of a
    bracket from each bracket anew, which is quadratic. So they are counted: `env["steps"]` is what
    is left of them for this text. When none is left, content is shown as it is typed, the first of
    it as a token of the type `unread`.
    """

    def __init__(self) -> None:
        super().__init__()
        # markdown-it stops at hyphens, equals signs and others too, for rules not in use here.
        self.terminator_re = re.compile(r"[\n!&*:<\[\\\]^_`{~]")

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        """Step over one token while looking ahead."""
        _spend(state.env)
        super().skipToken(state)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Read `src` into `tokens`."""
        if not src:
            return tokens
        outer = env.get("inline")
        base = outer.base + outer.pos + _INNER if isinstance(outer, PlacedState) else 0
        if env["steps"] > 0 and not self.terminator_re.search(src):  # as in most paragraphs
            _spend(env)
            tokens.append(Token("text", "", 0, content=src, map=[0, base]))
            return tokens
        state = PlacedState(src, md, env, tokens, base)
        env["inline"] = state
        try:
            self.tokenize(state)
        except Exhausted:
            if outer is not None:
                raise
            kind = "text" if env.get("unread") else "unread"
            env["unread"], env["inline"] = True, None
            tokens[:] = [Token(kind, "", 0, content=src, map=[0, 0], info="unread")]
            return tokens
        for rule in self.ruler2.getRules(""):
            rule(state)
        env["inline"] = outer
        return state.tokens
