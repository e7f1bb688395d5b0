"""builder.commands.reports.text: diagnostics as people read them."""

import io
from collections.abc import Sequence

import pytest

from builder.build.request import Summary
from builder.commands.reports.ending import ending
from builder.commands.reports.style import coloured, plain, style_for
from builder.commands.reports.text import MANY, report
from builder.ground.diagnostics import Location, Related, error, warning

SOURCES = {
    "content/people.yaml": ["mark-esper:", "  nmae: Mark Esper", "", "", "", "", "", "", "", "x: 1"]
}


def lines(path: str) -> Sequence[str]:
    return SOURCES.get(path, ())


def test_a_diagnostic_shows_its_place_and_what_to_do() -> None:
    told = error(
        "unknown-key",
        "“nmae” is not a field of a person.",
        Location("content/people.yaml", 2, 3, 4),
        "Did you mean “name”?",
        Related(Location("content/people.yaml", 10, 1, 1), "another stands here"),
    )
    assert report([told], lines) == (
        "content/people.yaml:2:3: error: “nmae” is not a field of a person. [unknown-key]\n"
        "   │\n"
        " 2 │   nmae: Mark Esper\n"
        "   │   ^^^^\n"
        "   = Did you mean “name”?\n"
        "   › content/people.yaml:10:1: another stands here\n"
        "10 │ x: 1\n"
        "   │ ^\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_a_file_as_a_whole_has_no_excerpt() -> None:
    told = warning("unused-file", "Not used.", Location("content/people.yaml"), "Delete it.")
    assert report([told], lines) == (
        "content/people.yaml:1:1: warning: Not used. [unused-file]\n"
        "  = Delete it.\n"
        "\n"
        "1 warning in 1 file\n"
    )


def test_all_are_told_and_counted() -> None:
    told = [
        error("a", "A.", Location("x.md", 1)),
        error("b", "B.", Location("y.md", 1)),
        warning("c", "C.", Location("y.md", 2)),
    ]
    text = report(told, lines)
    assert text.endswith("\n\n2 errors and 1 warning in 2 files\n")
    assert text.count(": error: ") == 2


def test_of_many_it_is_told_of_what_kinds_they_are() -> None:
    rare = [warning("rare", "R.", Location("x.md", line)) for line in range(2)]
    often = [warning("often", "O.", Location("y.md", line)) for line in range(MANY - 2)]
    assert report([*rare, *often], lines).endswith(
        f"\n\n{MANY} warnings in 2 files\n{MANY - 2} often, 2 rare\n"
    )
    assert report([*rare, *often[1:]], lines).endswith("in 2 files\n")


def test_of_kinds_that_come_once_only_the_number_is_told() -> None:
    alone = [warning(f"w{line}", "W.", Location("x.md", line)) for line in range(MANY)]
    assert report(alone, lines).endswith(f"\n\n{MANY} warnings in 1 file\n")
    again = warning("w0", "W again.", Location("x.md"))
    assert report([again, *alone], lines).endswith(f"in 1 file\n2 w0, {MANY - 1} others\n")


def test_nothing_to_tell_is_nothing() -> None:
    assert report([], lines) == ""


def test_paths_lead_there_from_where_the_user_stands() -> None:
    assert report([error("a", "A.", Location("x.md"))], lines, "my-site").startswith(
        "my-site/x.md:"
    )


def test_a_place_beyond_the_file_has_no_excerpt() -> None:
    assert "│" not in report([error("a", "A.", Location("content/people.yaml", 99))], lines)


def test_content_cannot_command_the_terminal() -> None:
    told = error(
        "a", "\x1b[2J.", Location("\x1b.md", 1, 1, 1), "\x1b", Related(Location("y"), "\x1b")
    )
    assert "\x1b" not in report([told], lambda _: ["\x1b[2J"])


def test_colour_changes_no_letter() -> None:
    told = error("a", "A.", Location("content/people.yaml", 2, 3, 4), "H.")
    painted = report([told], lines, style=coloured)
    assert "\x1b[1;31m" in painted
    plain = painted
    for code in ("1;31", "1;33", "1", "34", "36", "2", "0"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == report([told], lines)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colour_is_for_terminals(
    stream: io.StringIO,
    environment: dict[str, str],
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b" in style_for(stream)("error", "x")) is coloured


@pytest.mark.parametrize(("path", "has_one"), [("x.png", False), ("templates/locale/ar.po", True)])
def test_texts_alone_have_an_excerpt(path: str, has_one: bool) -> None:
    told = report([error("a", "A.", Location(path, 1, 1, 1))], lambda path: ["x"])
    assert ("1 │ x" in told) is has_one


@pytest.mark.parametrize(
    ("summary", "first"),
    [
        (Summary(1, 2, 0, 0), "Built 1 page in 0.12 s (files: 2 written)."),
        (
            Summary(7, 1, 8, 3),
            "Built 7 pages in 0.12 s (files: 1 written, 8 unchanged, 3 removed).",
        ),
        (Summary(7, 0, 9, 0), "Up to date: 7 pages in 0.12 s (files: 9 unchanged)."),
    ],
)
def test_the_ending_says_what_was_done_and_where_to_look(summary: Summary, first: str) -> None:
    told = ending(summary, "output", 0.123, plain).split("\n")
    assert told == [
        first,
        "Look at it: output/index.html – or preview while you write: backstory serve",
    ]
