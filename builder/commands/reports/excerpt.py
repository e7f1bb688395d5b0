"""The source line a diagnostic is about, with its number and a caret under the place."""

import os
from collections.abc import Callable, Mapping, Sequence

from builder.commands.reports.cells import show
from builder.commands.reports.style import Style
from builder.ground.diagnostics import Location

Lines = Callable[[str], Sequence[str]]
"""The lines of a source file, by path; none where it cannot be shown."""

_SHOWN = (".yaml", ".md", ".html", ".xml", ".txt", ".css", ".js")
_LARGEST = 5_000_000


def lines_in(root: str, made: Mapping[str, str] | None = None) -> Lines:
    """A reader of the source files of a site; each is read once.

    `made` are texts, by path, that no file holds, or another one.
    """
    read: dict[str, Sequence[str]] = {p: text.split("\n") for p, text in (made or {}).items()}

    def lines(path: str) -> Sequence[str]:
        if path not in read:
            read[path] = _read(os.path.join(root, path))
        return read[path]

    return lines


def excerpt(place: Location, lines: Lines, style: Style, gutter: int) -> list[str]:
    """The lines of an excerpt, the numbers right-aligned in `gutter` columns; [] without a place.

    A diagnostic about a file as a whole stands at 1:1 with no length, and has no excerpt.
    """
    if (place.line, place.column, place.length) == (1, 1, 0):
        return []
    source = lines(place.path)
    if not 1 <= place.line <= len(source):
        return []
    shown = show(source[place.line - 1], place.column, place.length)
    bar = style("gutter", "│")
    number = style("gutter", f"{place.line:>{gutter}}")
    empty = " " * gutter
    caret = style("error", "^" * shown.width)
    return [f"{number} {bar} {shown.text}", f"{empty} {bar} {' ' * shown.start}{caret}"]


def _read(path: str) -> Sequence[str]:
    """The lines of a file of text, split where editors split them."""
    if not path.endswith(_SHOWN) or os.path.islink(path):
        return ()
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST)
    except (OSError, ValueError):
        return ()
    text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
