"""Diagnostics with the line of the source that each of them means."""

from collections.abc import Iterable
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Location
from builder.sources.lines import Lines, lines_in

MOST = 50
"""More than an editor mends at once; the rest is counted."""


class Problem(NamedTuple):
    """A diagnostic, and the text of its line, "" where there is none to show."""

    diagnostic: Diagnostic
    line: str


class Problems(NamedTuple):
    """The first of the problems, errors before warnings, and how many there are of each."""

    shown: tuple[Problem, ...]
    errors: int
    warnings: int


def problems(root: str, diagnostics: Iterable[Diagnostic]) -> Problems:
    """The diagnostics of a build, with their lines read from the files of the site in `root`."""
    listed = sorted(diagnostics, key=lambda diagnostic: diagnostic.severity)  # e before w
    errors = sum(diagnostic.severity == "error" for diagnostic in listed)
    lines = lines_in(root)
    shown = tuple(Problem(d, source_line(d.location, lines)) for d in islice(listed, MOST))
    return Problems(shown, errors, len(listed) - errors)


def source_line(place: Location, lines: Lines) -> str:
    """The line of a place, without its end; "" where the file or the line is not there."""
    path = PurePosixPath(place.path)
    if path.is_absolute() or ".." in path.parts:
        return ""
    found = lines(place.path)
    return found[place.line - 1] if 0 < place.line <= len(found) else ""
