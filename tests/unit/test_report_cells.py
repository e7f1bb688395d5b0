"""builder.commands.reports.cells: how wide text is, and that it cannot fool a terminal."""

import io
import pty
import termios
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.commands.reports.cells import LONGEST, cells, printable, room_on, show


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("漢字", 4),
        ("😀", 2),
        ("علي", 3),
        ("a\u200db", 2),
        ("", 0),
    ],
)
def test_a_text_takes_as_many_cells_as_a_terminal_gives_it(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a   b"),
        ("abcd\te", "abcd    e"),
        ("漢\tb", "漢  b"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("a\u202eb", "a<U+202E>b"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u00a0b", "a\u00a0b"),
        ("\ud800", "<U+D800>"),
    ],
)
def test_tabs_are_drawn_out_and_signs_that_command_are_spelled_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_nothing_printed_can_command_a_terminal(text: str) -> None:
    for char in printable(text):
        assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.category(char) != "Cf" or char in "\u200c\u200d"


@pytest.mark.parametrize(
    ("line", "column", "length", "expected"),
    [
        ("name: x", 1, 4, ("name: x", 0, 4)),
        ("\tname: x", 2, 4, ("    name: x", 4, 4)),
        ("漢字: x", 3, 1, ("漢字: x", 4, 1)),
        ("e\u0301: x", 3, 1, ("e\u0301: x", 1, 1)),
        ("name:", 6, 0, ("name:", 5, 1)),
        ("name:", 99, 4, ("name:", 5, 1)),
        ("", 1, 1, ("", 0, 1)),
        ("x: 漢字", 4, 2, ("x: 漢字", 3, 4)),
    ],
)
def test_where_the_caret_stands(
    line: str, column: int, length: int, expected: tuple[str, int, int]
) -> None:
    assert show(line, column, length) == expected


@given(st.integers(1, 400), st.integers(0, 50))
def test_a_long_line_is_cut_around_the_mark(column: int, length: int) -> None:
    line = "".join(chr(ord("a") + i % 26) for i in range(400))
    shown = show(line, column, length)
    assert cells(shown.text) <= LONGEST + 2
    assert shown.text[shown.start] == line[column - 1]
    narrow = show(line, column, length, 30)
    assert cells(narrow.text) <= 32
    assert narrow.text[narrow.start] == line[column - 1]
    assert narrow.start + narrow.width <= 32


@pytest.mark.parametrize(("columns", "room"), [(60, 50), (5, 20), (300, LONGEST), (0, LONGEST)])
def test_a_line_gets_the_room_that_the_terminal_has(columns: int, room: int) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    with open(ours, "rb"), open(theirs, "w", encoding="utf-8") as stream:
        assert room_on(stream) == room


def test_where_there_is_no_terminal_nothing_is_narrow() -> None:
    assert room_on(io.StringIO()) == room_on(None) == LONGEST


@given(
    st.text(alphabet=st.characters(exclude_characters="\n")), st.integers(1, 200), st.integers(0, 9)
)
def test_any_line_and_place_give_a_caret(line: str, column: int, length: int) -> None:
    shown = show(line, column, length)
    assert shown.width >= 1
    assert shown.start >= 0
