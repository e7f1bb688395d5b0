"""What a request asks for, by the rules of GitHub Pages, before any disk is looked at.

The path is split before it is decoded: an encoded slash never makes a new step, and no step can
lead up, into a dotfile or out of the site, because such steps name nothing.
"""

import unicodedata
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes

_HEX = frozenset("0123456789abcdefABCDEF")
# What RFC 3986 lets stand in a query, so that a redirect repeats it as it came.
_QUERY = "!$&'()*+,;=:@/?-._~%"


class Asked(NamedTuple):
    """A place in the site: the steps from its root, and whether a slash ends the address."""

    steps: tuple[str, ...]
    folder: bool


class Redirect(NamedTuple):
    """Somewhere else on this server: an escaped path that begins with a single slash."""

    path: str


class Refusal(NamedTuple):
    """No place in the site. `outside`: the path is well formed, but not below the base path."""

    status: int
    outside: bool = False


def asked(path: str, base: str) -> Asked | Redirect | Refusal:
    """What the path of a request line (without its query) asks for.

    Args:
        path: as it came, one character for each byte.
        base: the path prefix of the site, decoded; it begins and ends with a slash.
    """
    if not path.startswith("/"):
        return Refusal(400)
    decoded = [_decoded(step) for step in path[1:].split("/")]
    steps = [step for step in decoded if step is not None]
    if len(steps) != len(decoded):
        return Refusal(400)
    prefix = base.split("/")[1:-1]
    if steps == prefix and prefix:
        return Redirect(folder_path(tuple(prefix), "/"))
    if steps[: len(prefix)] != prefix:
        return Refusal(404, outside=True)
    return _inside(steps[len(prefix) :])


def answers(place: Asked) -> tuple[str, ...]:
    """The output paths that can answer for a place, in the order in which they are tried."""
    path = unicodedata.normalize("NFC", "/".join(place.steps))
    if place.folder:
        return (f"{path}/index.html".lstrip("/"),)
    return path, f"{path}.html", f"{path}/index.html"


def folder_path(steps: tuple[str, ...], base: str) -> str:
    """The escaped path of a folder of the site, for a redirect."""
    return quote(base + "".join(step + "/" for step in steps), safe="/~")


def with_query(path: str, query: str) -> str:
    """A path followed by the query of the request that led to it, one character for each byte."""
    return path + (f"?{quote(query.encode('latin-1'), safe=_QUERY)}" if query else "")


def base_path(text: str) -> str:
    """The base path that a user means by `text`, such as `/repo/`; `""` is `/`.

    Raises:
        ValueError: it cannot be one; the message is a sentence part.
    """
    steps = [step for step in text.strip().split("/") if step]
    for step in steps:
        if step.startswith(".") or _decoded(step) != step or any(c in step for c in "?#:\\ "):
            raise ValueError(f"“{step}” cannot stand in a base path; /repo/ is what it looks like")
    return "/" + "".join(step + "/" for step in steps)


def _inside(steps: list[str]) -> Asked | Refusal:
    """A place below the base path; a step that is empty, dotted or holds a slash names nothing."""
    folder = steps[-1:] == [""]
    kept = steps[:-1] if folder else steps
    if any(not step or step.startswith(".") or "/" in step or "\\" in step for step in kept):
        return Refusal(404)
    return Asked(tuple(kept), folder)


def _decoded(step: str) -> str | None:
    """One step of a path as text; None where it is not UTF-8, or holds control characters."""
    parts = step.split("%")
    if not all(len(part) >= 2 and set(part[:2]) <= _HEX for part in parts[1:]):
        return None
    try:
        text = unquote_to_bytes(step.encode("latin-1")).decode("utf-8")
    except UnicodeError:
        return None
    return None if any(unicodedata.category(c) == "Cc" for c in text) else text
