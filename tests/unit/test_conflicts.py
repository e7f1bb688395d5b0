"""What Git leaves of a conflict is one fault, and the first version is read."""

import pytest

from builder.load.conflicts import without_conflicts

OURS, BASE, MIDDLE, THEIRS = "<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> other"


def merged(*lines: str) -> tuple[list[str], list[tuple[int, ...]]]:
    text, faults = without_conflicts("\n".join(lines), "f")
    places = [
        (fault.location.line, *(other.location.line for other in fault.related)) for fault in faults
    ]
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
        (" " + OURS, MIDDLE, " " + THEIRS),
        ("<<<<<<<HEAD", MIDDLE, ">>>>>>>other"),
    ],
)
def test_what_is_no_conflict_stays(lines: tuple[str, ...]) -> None:
    assert merged(*lines) == (list(lines), [])


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ((OURS, "b", "c"), [(1,)]),
        (("a", THEIRS, "b"), [(2,)]),
        ((OURS, "b", MIDDLE, "c"), [(1, 3)]),
        (("b", MIDDLE, "c", THEIRS), [(2, 4)]),
        ((MIDDLE, OURS, THEIRS), [(1, 2, 3)]),
        ((OURS, "b", MIDDLE, "c", THEIRS, "d", THEIRS), [(1, 5), (7,)]),
    ],
)
def test_lines_of_a_conflict_that_is_half_mended_are_told_once(
    lines: tuple[str, ...], places: list[tuple[int, ...]]
) -> None:
    left, told = merged(*lines)
    assert told == places
    assert not set(left) & {OURS, MIDDLE, THEIRS}
