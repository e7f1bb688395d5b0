"""builder.ground.diagnostics: in which order diagnostics are told."""

from builder.ground.diagnostics import Location, in_order, warning

PLACE = Location("content/a.md", 3)


def test_each_is_told_once_and_those_that_differ_in_their_hints_alone_stay_in_their_order() -> None:
    found = [warning("unused-name", "One.", PLACE, str(number)) for number in range(20)]
    assert in_order([*found, *found]) == tuple(found)


def test_they_stand_by_file_line_and_column() -> None:
    places = [Location("a.md", 2), Location("a.md", 10), Location("a.md", 10, 2), Location("b.md")]
    found = tuple(warning("unused-name", "One.", place) for place in places)
    assert in_order(reversed(found)) == found
