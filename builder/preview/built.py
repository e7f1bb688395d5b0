"""What the preview asks of a build, and the states by which it knows that files have changed."""

import os
from collections.abc import Callable, Iterable

from builder.build.shown import Renewed, Shown

ASSETS = frozenset(
    (".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".woff", ".woff2")
)
UNMADE = "-"
"""The state of a file that cannot be made."""

Rebuild = Callable[[Iterable[str]], Renewed]
"""Builds the site as it stands now, first of all the files given, which somebody looks at. It runs
in the builder's thread, one call at a time."""


def states(site: Shown, attended: Iterable[str]) -> dict[str, str]:
    """What these files hold, by path, and every style, script, picture and font."""
    return {path: _state(site, path) for path in {*attended, *filter(is_asset, site.paths)}}


def is_asset(path: str) -> bool:
    """Whether a file is one that pages load."""
    return os.path.splitext(path)[1].lower() in ASSETS


def _state(site: Shown, path: str) -> str:
    try:
        return site.name(path)
    except Exception:  # whatever it is, it is told to who asks for the file
        return UNMADE
