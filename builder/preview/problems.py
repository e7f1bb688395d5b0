"""Diagnostics with the line of the source that each of them means."""

import os
import stat
from collections.abc import Iterable
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Location

MOST = 50
"""More than an editor mends at once; the rest is counted."""
LARGEST = 2_000_000


class Problem(NamedTuple):
    """A diagnostic, and the text of its line, "" where there is none to show."""

    diagnostic: Diagnostic
    line: str


class Problems(NamedTuple):
    """The first of the problems, errors before warnings, and how many there are of each."""

    shown: tuple[Problem, ...]
    errors: int
    warnings: int


def problems(root: Path, diagnostics: Iterable[Diagnostic]) -> Problems:
    """The diagnostics of a build, with their lines read from the files of the site in `root`."""
    listed = sorted(diagnostics, key=lambda diagnostic: diagnostic.severity)  # e before w
    errors = sum(diagnostic.severity == "error" for diagnostic in listed)
    shown = tuple(Problem(d, source_line(root, d.location)) for d in islice(listed, MOST))
    return Problems(shown, errors, len(listed) - errors)


def source_line(root: Path, location: Location) -> str:
    """The line of a place, without its end; "" where the file or the line is not there."""
    path = PurePosixPath(location.path)
    if path.is_absolute() or ".." in path.parts:
        return ""
    lines = _text(root / path).split("\n")
    return lines[location.line - 1] if 0 < location.line <= len(lines) else ""


def _text(path: Path) -> str:
    """A file as the loader reads it: UTF-8 without its mark, every line end a line feed."""
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            return ""
        text = path.read_bytes().decode("utf-8", errors="replace")
    except (OSError, ValueError):
        return ""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
