"""Hostile Markdown ends, with a word; it never raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.rules_block import StateBlock, table
from markdown_it.utils import EnvType

from builder.load.markdown import CHARACTERS_PER_STEP, STEPS, read_markdown, state, tables

SIZE = 20_000


def codes(text: str) -> set[str]:
    found = read_markdown(text, "a.md", lambda line, column: (line + 1, column + 1), "")[1]
    return {one.code for one in found}


@pytest.mark.parametrize(
    "piece", ["[", "![", "^[", "[a][", "`[", "*x [", "[![", "![^[", "<![CDATA["]
)
def test_open_brackets_are_given_up_and_reported(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    prose, found = read_markdown(text, "a.md", lambda line, column: (1, 1), "")
    assert prose.text == text
    assert "text-too-intricate" in {one.code for one in found}


@pytest.mark.parametrize(
    "piece", ["*a ", "**a", "_a*", "`a", "~~a ", "\"'a", "&", "\\", "<a ", "a://"]
)
def test_open_markup_is_text(piece: str) -> None:
    text = (piece * (SIZE // len(piece))).strip()
    prose, found = read_markdown(text, "a.md", lambda line, column: (1, 1), "")
    assert len(prose.text) > SIZE // 4
    assert not found


def test_what_is_read_after_giving_up_is_text_too() -> None:
    prose, found = read_markdown("[" * SIZE + "\n\n[a](b)", "a.md", lambda *at: at, "")
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
    assert steps(dense) < len(dense) // CHARACTERS_PER_STEP
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
    assert steps(text) <= STEPS + len(text) // CHARACTERS_PER_STEP + paragraphs


def test_a_table_without_end_is_not_begun() -> None:
    begun = 0

    def counted(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        nonlocal begun
        begun += 1
        return table(state, start, end, silent)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "table", counted)
        assert codes("|a|b|\n|-|-|\n" * 6_000) == {"text-too-intricate"}
    assert begun == 1


def test_tables_that_grow_from_few_bytes_are_bounded() -> None:
    table = "|a" * 90 + "|\n" + "|-" * 90 + "|\n" + "|\n" * 90 + "\n"
    assert codes(table) == set()
    assert codes(table * 4) == {"text-too-intricate"}


@pytest.mark.parametrize("text", [">" * 500 + "a", "- " * 500 + "a", "1. " * 500 + "a"])
def test_text_nested_too_deeply_is_never_dropped_in_silence(text: str) -> None:
    assert codes(text) == {"nested-too-deeply"}


def test_a_text_beyond_all_measure_is_refused() -> None:
    assert codes("a" * 1_000_001) == {"text-too-long"}


def test_a_flood_of_one_warning_is_cut_off_with_its_number() -> None:
    text = "<b> " * 1_500
    found = read_markdown(text, "a.md", lambda line, column: (line + 1, column + 1), "")[1]
    assert [one.code for one in found] == ["html-shown"] * 1_000 + ["too-many-faults"]
    assert "1500 faults" in found[-1].message


@given(st.text(max_size=200))
def test_any_text_gives_prose(text: str) -> None:
    codes(text)


@given(st.text(st.sampled_from("ab:/%\\[]()<>#?@.é\ud800 \x00\n"), max_size=30))
def test_any_address_gives_prose(address: str) -> None:
    codes(f"[a](<{address}>) ![a]({address}) <{address}> http://{address}\n\n[b]: {address}\n")
