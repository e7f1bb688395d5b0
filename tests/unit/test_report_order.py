"""In which order a terminal shows what is wrong."""

from builder.commands.reports.text import report
from builder.ground.diagnostics import Location, error, warning


def test_errors_come_last_and_each_severity_in_its_order() -> None:
    at = [Location("content/a.md", line) for line in range(1, 5)]
    found = (
        error("bad-date", "One.", at[0]),
        warning("unused-name", "Two.", at[1]),
        error("bad-date", "Three.", at[2]),
        warning("unused-name", "Four.", at[3]),
    )
    said = report(found, lambda _: ())
    order = sorted(("One", "Two", "Three", "Four"), key=said.index)
    assert order == ["Two", "Four", "One", "Three"]


def test_warnings_told_before_are_counted_wherever_they_stand_and_errors_told_again() -> None:
    before = (
        error("bad-date", "One.", Location("a.md", 1)),
        warning("x", "Two.", Location("a.md", 2)),
    )
    now = (
        error("bad-date", "One.", Location("a.md", 3)),
        warning("x", "Two.", Location("a.md", 4)),
        warning("x", "Two.", Location("b.md", 4)),
    )
    assert report(now, lambda _: (), told=before) == (
        "b.md:4:1: warning: Two. [x]\n\n"
        "a.md:3:1: error: One. [bad-date]\n\n"
        "1 error and 2 warnings in 2 files, 1 of them as before\n"
    )
