"""What the preview shows, as a value: after each build a new edition, numbered.

A page carries the number of the edition it was served in, and tells it when its socket opens; the
edition of now knows since which number each file holds what it holds. So nothing is lost between
the serving of a page and the opening of its socket, or while a connection is broken: what a page is
told does not depend on its having been there when something happened.
"""

import os
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from builder.build.shown import Shown
from builder.ground.digests import digest

Message = dict[str, Any]

MOST_ASSETS = 50
"""Where more have changed at once, a page is better reloaded than mended."""
_ASSETS = frozenset(
    (".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".woff", ".woff2")
)
_UNMADE = "-"
"""The state of a file that cannot be made."""


class Edition(NamedTuple):
    """The site after a build. `run` names the process, `number` counts its builds.

    `states` are digests of files, by path: of those that somebody looks at, and of all styles,
    scripts, pictures and fonts. `since` gives for each of them the number of the first edition in
    which it had that state. `problems` is the HTML that tells the diagnostics, `problems_at` the
    number of the first edition that had it.
    """

    run: str
    number: int
    files: Shown
    states: Mapping[str, str]
    since: Mapping[str, int]
    problems: str = ""
    problems_at: int = 0


class Seen(NamedTuple):
    """What a page in a browser has: the edition it was served in, the files that can answer it."""

    run: str
    number: int
    files: tuple[str, ...]


def states(site: Shown, attended: Iterable[str]) -> dict[str, str]:
    """The states of these files, by path, and of every style, script, picture and font."""
    return {path: _state(site, path) for path in {*attended, *filter(_is_asset, site.paths)}}


def following(edition: Edition, files: Shown, states: Mapping[str, str], problems: str) -> Edition:
    """The edition after a build with these files, states and problems."""
    number = edition.number + 1
    return Edition(
        edition.run,
        number,
        files,
        states,
        {path: _since(edition, path, state) for path, state in states.items()},
        problems,
        number if problems != edition.problems else edition.problems_at,
    )


def news(edition: Edition, seen: Seen, base: str) -> tuple[Message, ...]:
    """What a page must be told: `reload` of LiveReload's protocol 7, and two commands of our own.

    `assets`: styles, scripts, pictures or fonts changed, by their paths on the server, not escaped;
    the page knows which of them it uses. `reload`: the page's own bytes changed, and it is renewed
    in its place; where `liveCSS` is false it must be loaded whole. `problems`: the diagnostics are
    others now.
    """
    stale = any(edition.since.get(path, edition.number) > seen.number for path in seen.files)
    assets = _assets(edition, seen.number)
    whole = edition.run != seen.run or len(assets) > MOST_ASSETS
    messages: list[Message] = []
    if assets and not whole:
        messages.append({"command": "assets", "paths": [base + path for path in assets]})
    if stale or whole:
        live = not whole
        messages.append(
            {"command": "reload", "path": seen.files[0], "liveCSS": live, "liveImg": live}
        )
    elif edition.problems_at > seen.number:
        messages.append({"command": "problems", "html": edition.problems})
    return tuple({**message, "edition": edition.number} for message in messages)


def _state(site: Shown, path: str) -> str:
    try:
        return site.name(path)
    except Exception:  # whatever it is, it is told to who asks for the file
        return _UNMADE


def _since(edition: Edition, path: str, state: str) -> int:
    """The first edition in which a file has this state, which it has in the edition after this."""
    if _state_in(edition, path) != state:
        return edition.number + 1
    return edition.since.get(path, edition.number)


def _state_in(edition: Edition, path: str) -> str | None:
    """The state that a file has in an edition; None where it was not made for it."""
    if path in edition.states:
        return edition.states[path]
    if path not in edition.files.paths:
        return ""
    data = edition.files.ready(path)
    return None if data is None else digest(data)


def _assets(edition: Edition, since: int) -> list[str]:
    """The styles, scripts, pictures and fonts that changed after the edition `since`."""
    return sorted(
        path for path, number in edition.since.items() if number > since and _is_asset(path)
    )


def _is_asset(path: str) -> bool:
    """Whether a file is one that pages load."""
    return os.path.splitext(path)[1].lower() in _ASSETS
