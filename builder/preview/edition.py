"""What the preview shows, as a value: in which edition each file and the problems last changed.

A page carries the number of the edition it was served in and tells it when its socket opens. So
nothing is lost between the serving of a page and the opening of its socket, or while a connection
is broken: what is told depends on states, not on having been there when something happened.
"""

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

Message = dict[str, Any]

ASSETS = frozenset(
    (".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".woff", ".woff2")
)
MOST_ASSETS = 50
"""Where more have changed at once, a page is better reloaded than mended."""


class Edition(NamedTuple):
    """The state after a build. `run` names the process, `number` counts its builds.

    `changed` gives for output paths the number in which they last changed; `problems` is the HTML
    that tells the diagnostics, `problems_at` the number in which it last became another.
    """

    run: str
    number: int
    changed: Mapping[str, int]
    problems: str = ""
    problems_at: int = 0


class Seen(NamedTuple):
    """What a page in a browser has: the edition it was served in, the files that can answer it."""

    run: str
    number: int
    files: tuple[str, ...]


def following(edition: Edition, changed: frozenset[str], problems: str) -> Edition:
    """The edition after a build that changed these files and has these problems to tell."""
    number = edition.number + 1
    return Edition(
        edition.run,
        number,
        {**edition.changed, **dict.fromkeys(changed, number)} if changed else edition.changed,
        problems,
        number if problems != edition.problems else edition.problems_at,
    )


def news(edition: Edition, seen: Seen, base: str) -> tuple[Message, ...]:
    """What a page must be told, in the words of LiveReload's protocol 7 and one word of our own.

    `assets`: styles, scripts, pictures or fonts changed, by their paths on the server, not escaped;
    the page knows which of them it uses. `reload`: the page's own bytes changed; without `liveCSS`
    the page must be loaded whole. `problems`: the diagnostics are others now.
    """
    stale = any(edition.changed.get(path, 0) > seen.number for path in seen.files)
    assets = _assets(edition, seen.number)
    whole = edition.run != seen.run or len(assets) > MOST_ASSETS
    told: list[Message] = []
    if assets and not whole:
        told.append({"command": "assets", "paths": [base + path for path in assets]})
    if stale or whole:
        live = not whole
        told.append({"command": "reload", "path": seen.files[0], "liveCSS": live, "liveImg": live})
    elif edition.problems_at > seen.number:
        told.append({"command": "problems", "html": edition.problems})
    return tuple({**message, "edition": edition.number} for message in told)


def _assets(edition: Edition, since: int) -> list[str]:
    """The styles, scripts, pictures and fonts that changed after the edition `since`."""
    return sorted(
        path
        for path, number in edition.changed.items()
        if number > since and os.path.splitext(path)[1].lower() in ASSETS
    )
