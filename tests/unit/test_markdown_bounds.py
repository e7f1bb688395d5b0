"""Hostile Markdown ends, with a word; it never raises."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.attrs import index
from mdit_py_plugins.attrs.parse import parse

from builder.load.markdown import bounds, state
from builder.load.markdown.blockrules import CountedBlock
from builder.load.markdown.reader import read_markdown

SIZE = 20_000


def codes(text: str) -> set[str]:
    found = read_markdown(text, "a.md", 1, "")[1]
    return {one.code for one in found}


@pytest.mark.parametrize(
    "piece", ["[", "![", "^[", "[a][", "`[", "*x [", "[![", "![^[", "<![CDATA["]
)
def test_open_brackets_are_given_up_and_reported(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    prose, found = read_markdown(text, "a.md", 1, "")
    assert prose.text == text
    assert "text-too-intricate" in {one.code for one in found}


@pytest.mark.parametrize(
    "piece", ["*a ", "**a", "_a*", "`a", "~~a ", "\"'a", "&", "\\", "<a ", "a://"]
)
def test_open_markup_is_text(piece: str) -> None:
    text = (piece * (SIZE // len(piece))).strip()
    prose, found = read_markdown(text, "a.md", 1, "")
    assert len(prose.text) > SIZE // 4
    assert not found


def test_what_is_read_after_giving_up_is_text_too() -> None:
    prose, found = read_markdown("[" * SIZE + "\n\n[a](b)", "a.md", 1, "")
    assert prose.text.endswith("\n\n[a](b)")
    assert len(found) == 1


def steps(text: str) -> int:
    """How many steps of the inline parser it takes to read a text."""
    count = 0
    spend = state._spend

    def counted(env: EnvType) -> None:
        nonlocal count
        count += 1
        spend(env)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(state, "_spend", counted)
        codes(text)
    return count


def test_an_honest_text_takes_few_steps() -> None:
    dense = "A [link](https://example.org/) and a [Name](person:name) with a *note*[^1].\n" * 500
    assert steps(dense) < len(dense) // 2
    assert codes(dense + "\n\n[^1]: Note.") == set()


@pytest.mark.parametrize(
    "piece",
    [
        "<b>",
        "<!--",
        "[^1]",
        "[x]: y",
        "&amp;",
        "**a**",
        "`a`",
        "![](a)",
        "[a](b)",
        "=\n\n",
        "- a\n",
    ],
)
def test_whatever_is_repeated_takes_no_more_steps_than_it_has_letters(piece: str) -> None:
    text = piece * 8_000
    paragraphs = text.count("\n") + 1  # each of them takes the step on which it is given up
    assert steps(text) <= bounds.steps(len(text)) + paragraphs


def blocks(text: str) -> int:
    """How many tokens of blocks are asked for when a text is read."""
    count = 0
    push = CountedBlock.push

    def counted(state: CountedBlock, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        nonlocal count
        count += 1
        return push(state, ttype, tag, nesting)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CountedBlock, "push", counted)
        codes(text)
    return count


@pytest.mark.parametrize("piece", ["- a\n", "* a\n+ a\n", "# a\n", "a\n: b\n\n", "|a|b|\n|-|-|\n"])
def test_whatever_block_is_repeated_is_given_up_and_reported(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert blocks(text) == bounds.blocks(len(text)) + 1


@pytest.mark.parametrize("piece", ["- a\n", "1. a\n", "> a\n\n", "a\n: b\n\n", "|a|\n|-|\n\n"])
def test_where_blocks_are_given_up_the_text_goes_on_as_it_is_typed(piece: str) -> None:
    text = "Words.\n\n" + piece * 12_000 + "\n[a](b)"
    prose, found = read_markdown(text, "a.md", 1, "")
    assert prose.text.startswith("Words.\n\n")
    assert prose.text.endswith(piece + "\n[a](b)")
    last = prose.runs[-1]
    assert (last.line, last.column, last.length) == (text.count("\n") + 1, 1, len("[a](b)"))
    assert [fault.code for fault in found] == ["text-too-intricate"]
    assert found[0].location.line > 1


@pytest.mark.parametrize("block", ["|1|2|3|4|\n", "- a word\n", "A sentence.\n\n", "# Title\n\n"])
def test_a_short_text_may_be_nothing_but_blocks(block: str) -> None:
    text = "|1|2|3|4|\n|-|-|-|-|\n" * (block[0] == "|") + block * 1_500
    assert blocks(text) < bounds.blocks(len(text))


def test_tables_that_grow_from_few_bytes_are_bounded() -> None:
    table = "|a" * 90 + "|\n" + "|-" * 90 + "|\n" + "|\n" * 3
    assert codes(table) == set()
    assert codes(table + "|\n" * 90) == {"text-too-intricate"}


@pytest.mark.parametrize("text", [">" * 500 + "a", "- " * 500 + "a", "1. " * 500 + "a"])
def test_text_nested_too_deeply_is_never_dropped_in_silence(text: str) -> None:
    assert codes(text) == {"nested-too-deeply"}


def test_a_text_beyond_all_measure_is_refused() -> None:
    assert codes("a" * 1_000_001) == {"text-too-long"}


def test_a_flood_of_one_warning_is_cut_off_with_its_number() -> None:
    text = "<b> " * 1_500
    found = read_markdown(text, "a.md", 1, "")[1]
    assert [one.code for one in found] == ["html-shown"] * 1_000 + ["too-many-faults"]
    assert "1500 faults" in found[-1].message


@given(st.text(max_size=200))
def test_any_text_gives_prose(text: str) -> None:
    codes(text)


@given(st.text(st.sampled_from("ab:/%\\[]()<>#?@.é\ud800 \x00\n"), max_size=30))
def test_any_address_gives_prose(address: str) -> None:
    codes(f"[a](<{address}>) ![a]({address}) <{address}> http://{address}\n\n[b]: {address}\n")


@pytest.mark.parametrize(("text", "times"), [("[a] [b](c) `d` [^e]", 0), ("[a]{.b} [c](d){.e}", 2)])
def test_braces_are_read_only_where_they_stand(
    monkeypatch: pytest.MonkeyPatch, text: str, times: int
) -> None:
    """To read them all that follows is copied: at every bracket, that grew with the square."""
    asked: list[str] = []

    def counted(rest: str) -> tuple[int, dict[str, str]]:
        asked.append(rest)
        return parse(rest)

    monkeypatch.setattr(index, "parse", counted)
    codes(text)
    assert len(asked) == times


def test_plain_words_behind_a_text_that_is_too_intricate_are_read() -> None:
    text = "![" * SIZE + "\n\nPlain words.\n\nOthers.\n"
    prose, found = read_markdown(text, "a.md", 1, "")
    assert "text-too-intricate" in {one.code for one in found}
    assert prose.text.endswith("Plain words.\n\nOthers.")
