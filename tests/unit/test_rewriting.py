"""From the article's marks to edits of a YAML file that change nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.diagnostics import Location
from builder.ground.edits import edited
from builder.link.anchors.comparing import alike
from builder.link.anchors.typography import respellings
from builder.load.rewriting import Change, rewritten


@pytest.mark.parametrize(
    ("piece", "words", "expected"),
    [
        ("It's", "It’s", (Change(2, 3, "’"),)),
        ("a - b", "a — b", (Change(2, 3, "—"),)),
        ("so ... no", "so … no", (Change(3, 6, "…"),)),
        ("so … no", "so ... no", (Change(3, 4, "..."),)),
        ("a  b", "a\nb", ()),
        ("a b", "a b,", ()),
        ("a b.", "a b", ()),
        ("é", "e\u0301", ()),
        ("quite other", "words", ()),
        ("", "", ()),
    ],
)
def test_marks_dashes_and_dots_alone_are_respelt(
    piece: str, words: str, expected: tuple[Change, ...]
) -> None:
    assert respellings(piece, words) == expected


MARKS = st.text("ab '’‘“”\"-–—….\n", max_size=12)


@given(MARKS, MARKS)
def test_a_respelt_text_compares_as_before(piece: str, words: str) -> None:
    found = respellings(piece, words)
    result = piece
    for start, end, new in reversed(found):
        result = result[:start] + new + result[end:]
    assert alike(result) == alike(piece)


@pytest.mark.parametrize(
    ("value", "column"),
    [
        ("It's so  # why\n", 6),
        ("'It''s so' # it''s\n", 6),
        ('"It\'s so"\n', 6),
        (">-\n    It's\n    so\n", 6),
        ("|\n    It's\n    so\n", 6),
        ("It's\n    so\n", 6),
        ('"It\\x27s so"\n', None),
    ],
)
def test_edits_of_every_kind_of_text(value: str, column: int | None) -> None:
    text = f"q:\n  x: {value}  y: It's\n"
    place = Location("f", 2, 6)
    edits = rewritten(text, "f", place, [Change(2, 3, "’")])
    if column is None:
        assert edits == ()
    else:
        assert edited(text, edits) == re.sub("''?s", "’s", text, count=1)


def test_an_apostrophe_between_single_marks_is_written_twice() -> None:
    text = "q:\n  x: 'the dogs’ ‘''x'\n"
    changes = [Change(8, 9, "'"), Change(11, 12, "’")]
    edits = rewritten(text, "f", Location("f", 2, 6), changes)
    assert edited(text, edits) == "q:\n  x: 'the dogs'' ‘’x'\n"


def test_what_would_not_read_back_is_not_offered() -> None:
    text = 'q:\n  x: "a “b” c"\n'
    assert rewritten(text, "f", Location("f", 2, 6), [Change(2, 3, '"')]) == ()
    assert rewritten(text, "f", Location("f", 9, 9), [Change(2, 3, "'")]) == ()
