"""What Git leaves of a conflict is one fault, and the first version is read."""

import pytest

from builder.load.conflicts import without_conflicts

OURS, BASE, MIDDLE, THEIRS = "<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> other"


def merged(*lines: str) -> tuple[list[str], list[tuple[int, int]]]:
    text, faults = without_conflicts("\n".join(lines), "f")
    places = [(fault.location.line, fault.related[0].location.line) for fault in faults]
    return text.split("\n"), places


def test_the_first_version_stays_in_its_line() -> None:
    lines, places = merged("a", OURS, "b", MIDDLE, "c", THEIRS, "d")
    assert (lines, places) == (["a", "", "b", "", "", "", "d"], [(2, 6)])


def test_the_common_ancestor_goes_too() -> None:
    lines, places = merged(OURS, "b", BASE, "x", MIDDLE, "c", THEIRS)
    assert (lines, places) == (["", "b", "", "", "", "", ""], [(1, 7)])


def test_every_conflict_is_told() -> None:
    conflict = (OURS, "b", MIDDLE, "c", THEIRS)
    lines, places = merged(*conflict, "between", *conflict)
    assert places == [(1, 5), (7, 11)]
    assert lines[5] == "between"


@pytest.mark.parametrize(
    "lines",
    [
        ("Heading", MIDDLE, "text"),
        (OURS, "b", "c"),
        (OURS, "b", MIDDLE, "c"),
        (" " + OURS, MIDDLE, " " + THEIRS),
        ("<<<<<<<HEAD", MIDDLE, THEIRS),
        (MIDDLE, OURS, THEIRS),
    ],
)
def test_what_is_no_conflict_stays(lines: tuple[str, ...]) -> None:
    assert merged(*lines) == (list(lines), [])
