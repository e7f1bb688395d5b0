"""Paths as messages name them: relative to where the user stands, with slashes."""

import os
import posixpath

from builder.ground.diagnostics import Location


def way_to(place: str, start: str = os.curdir) -> str:
    """The relative path from `start` to a file or folder; "" for `start` itself.

    The full path where that is shorter, or where there is no relative one: on Windows, from one
    drive to another.
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
    """The path to a file whose `path` counts from the folder at `way`."""
    return posixpath.normpath(posixpath.join(way, path))


def place_below(way: str, place: Location) -> str:
    """`file:line:column`, as editors and CI parse it, of a place in a file below `way`."""
    return f"{below(way, place.path)}:{place.line}:{place.column}"
