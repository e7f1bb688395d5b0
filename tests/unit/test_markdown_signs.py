"""Rules asked by the signs they begin with: the same tokens as when every rule is asked."""

from collections.abc import MutableMapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from builder.load.markdown import parser as module
from builder.load.markdown.parser import parser
from builder.load.markdown.signs import by_sign

PIECES = (
    *("a", "b c", " ", "  ", "    ", "\t", "\n", "\n\n", "> ", ">", "- ", "* ", "+ ", "-"),
    *("1. ", "2) ", "1", "```\n", "~~~\n", "# ", "#", "---\n", "***\n", "===\n", "_ _ _\n", "|"),
    *("|a|b|\n|-|-|\n", ":-:\n", "[^1]: ", "[x]: y", "[", ": ", "~ ", "- [ ] ", "<b>", "\u00a0"),
    *("\u0661. ", "\\", "*", "_", "`", "~~", "![", "](", ")", "]", "{.c}", "^[", "[^1]", "&amp;"),
    *("=", "$", "%", "@", "a@b.c", "<", ">", "http://x.y-z", "https", "://a", "}", "&#33;", "\\-"),
    *("+", "!", "^"),
)


def asking_every_rule() -> MarkdownIt:
    """The parser, as markdown-it would run it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BySign", lambda ruler, signs: ruler)
        md = parser.__wrapped__()
    md.inline.terminator_re = MarkdownIt().inline.terminator_re
    return md


PLAIN = asking_every_rule()


def tokens(md: MarkdownIt, text: str) -> list[MutableMapping[str, Any]]:
    return [token.as_dict() for token in md.parse(text, {"steps": 10_000, "blocks": 10_000})]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_the_tokens_are_the_same(text: str) -> None:
    assert tokens(parser(), text) == tokens(PLAIN, text)


def test_a_rule_is_asked_where_its_sign_stands_and_one_without_everywhere() -> None:
    asked: list[tuple[str, int]] = []

    def plus(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        asked.append(("plus", start))
        return False

    def any_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        asked.append(("any", start))
        return False

    state = StateBlock("a\n\n  + b", parser(), {}, [])
    run = by_sign([plus, any_line], {plus: "+"})
    assert not any(run(state, line, 3, False) for line in range(3))
    assert asked == [("any", 0), ("any", 1), ("plus", 2), ("any", 2)]
