"""Ways from one folder to another, and to files below it, as messages name them: with slashes."""

import os
import posixpath

from builder.ground.diagnostics import Location


def way_to(place: str, start: str = os.curdir) -> str:
    """The way to a file or folder; "" where the start itself is meant.

    The full path where that is shorter than the way up and down, or there is no way: on Windows,
    from one drive to another.
    """
    full = os.path.abspath(place)
    try:
        way = os.path.relpath(place, start)
    except ValueError:
        way = full
    if way.startswith(os.pardir) and len(full) < len(way):
        way = full
    return "" if way == os.curdir else way.replace(os.sep, "/")


def below(way: str, path: str) -> str:
    """The way to a file whose `path` counts from where `way` leads to."""
    return posixpath.normpath(posixpath.join(way, path))


def place_below(way: str, place: Location) -> str:
    """`file:line:column`, as editors and CI parse it, of a place in such a file."""
    return f"{below(way, place.path)}:{place.line}:{place.column}"
