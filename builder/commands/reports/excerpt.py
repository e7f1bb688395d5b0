"""The source line a diagnostic is about, with its number and a caret under the place."""

from builder.commands.reports.cells import show
from builder.commands.reports.style import Style
from builder.ground.diagnostics import Location
from builder.sources.lines import Lines

_SHOWN = (".yaml", ".md", ".html", ".xml", ".txt", ".css", ".js", ".po")


def excerpt(place: Location, lines: Lines, style: Style, gutter: int) -> list[str]:
    """The lines of an excerpt, the numbers right-aligned in `gutter` columns; [] without a place.

    A diagnostic about a file as a whole stands at 1:1 with no length, and has no excerpt.
    """
    if place[1:] == (1, 1, 0) or not place.path.endswith(_SHOWN):
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
