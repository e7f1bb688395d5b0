"""Edits: at their places, once, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.diagnostics import Edit, Fix, Location
from builder.ground.edits import compatible, edited


def edit(line: int, column: int, length: int, replacement: str, path: str = "f") -> Edit:
    return Edit(Location(path, line, column, length), replacement)


def test_edits_keep_line_ends_and_the_byte_order_mark() -> None:
    text = "\ufeffab\r\ncd\ref\ngh"
    done = edited(
        text, [edit(1, 2, 1, "X"), edit(2, 1, 1, ""), edit(3, 3, 0, "!"), edit(4, 1, 2, "yy")]
    )
    assert done == "\ufeffaX\r\nd\ref!\nyy"


def test_equal_edits_are_made_once() -> None:
    assert edited("abc", [edit(1, 2, 1, "XY"), edit(1, 2, 1, "XY")]) == "aXYc"


@pytest.mark.parametrize(
    "wrong",
    [
        [edit(3, 1, 1, "x")],
        [edit(0, 1, 1, "x")],
        [edit(1, 0, 1, "x")],
        [edit(1, 1, 3, "x")],
        [edit(2, 4, 0, "x")],
        [edit(1, 1, 2, "x"), edit(1, 2, 1, "y")],
        [edit(1, 2, 0, "x"), edit(1, 2, 0, "y")],
        [edit(1, 2, 0, "x"), edit(1, 2, 1, "y")],
    ],
)
def test_places_outside_the_text_and_overlaps_are_refused(wrong: list[Edit]) -> None:
    with pytest.raises(ValueError, match=r"line|column|touch"):
        edited("ab\ncd", wrong)


def test_of_two_fixes_that_touch_the_first_is_taken() -> None:
    one = Fix("one", (edit(1, 1, 4, "a"), edit(2, 1, 1, "b")))
    overlapping = Fix("two", (edit(1, 3, 4, "c"),))
    same_place = Fix("three", (edit(2, 1, 0, "d"),))
    elsewhere = Fix("four", (edit(1, 3, 4, "c", "g"), edit(1, 5, 1, "e")))
    again = Fix("five", one.edits[:1])
    assert compatible([one, overlapping, same_place, elsewhere, again]) == (one, elsewhere, again)


@given(
    st.text("ab\n\r\ufeff", max_size=20), st.integers(1, 5), st.integers(1, 5), st.integers(0, 3)
)
def test_an_edit_changes_no_other_letter(text: str, line: int, column: int, length: int) -> None:
    try:
        done = edited(text, [edit(line, column, length, "#")])
    except ValueError:
        return
    before, after = done.split("#")
    assert text.startswith(before)
    assert text.endswith(after)
    assert len(text) == len(before) + length + len(after)
