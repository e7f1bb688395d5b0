"""Letters that a program garbled: what is told, and what is no such thing."""

from __future__ import annotations

import pytest

from builder.load.garbled import garbled

SAID = "He said “it’s – no” in a café for £5…"


def test_all_that_was_misread_is_told_once_and_put_right_by_its_fix() -> None:
    kept = SAID.replace("”", "")  # a byte of this mark is no letter of Windows-1252
    (fault,) = garbled(f"One\n{kept.encode().decode('cp1252')}", "a.md")
    assert fault.location[:3] == ("a.md", 2, 9)
    assert "Here stands â€œ where “ is meant" in fault.message
    assert fault.fix is not None
    assert [edit.replacement for edit in fault.fix.edits] == ["“", "’", "–", "é", "£", "…"]


def test_a_lost_character_is_told_on_each_line() -> None:
    faults = garbled("a\nIt\ufffds \ufffd\n\ufffd", "a.md")
    assert [fault.location[:3] for fault in faults] == [("a.md", 2, 3), ("a.md", 3, 1)]


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "“MANHÔ, disse. «IRMû",
        "Tớ thấy Ân ở Ô",
        "Â §",
        "pâte, €5",
        "â€字",
    ],
)
def test_letters_that_languages_have_are_left_alone(text: str) -> None:
    assert garbled(text, "a.md") == ()


def test_a_file_of_nothing_else_is_told_in_few_words() -> None:
    misread, *lost = garbled("Ã©" * 20_000 + "\n\ufffd" * 100, "a.md")
    assert misread.fix is not None
    assert (len(misread.fix.edits), len(lost)) == (10_000, 20)
