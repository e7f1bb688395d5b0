"""Hostile Markdown ends, with a word; it never raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.load.markdown import read_markdown
from builder.load.markdown.state import PlacedInline

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


def test_an_honest_text_takes_few_steps() -> None:
    text = "A [link](https://example.org/) and a [Name](person:name) with a note[^1]. " * 500
    steps = 0
    counted = PlacedInline.skipToken

    def count(self: PlacedInline, state: object) -> None:
        nonlocal steps
        steps += 1
        counted(self, state)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PlacedInline, "skipToken", count)
        assert "text-too-intricate" not in codes(text + "\n\n[^1]: Note.")
    assert steps < len(text)


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
