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
