"""The marker: the file `.backstory` in an output folder, by which a build knows its own.

It names every file the build made, so that nothing else is ever deleted; its bytes depend on the
site alone. A build that makes other files than the last one writes it first as `unfinished` and
last as `complete`. Whatever it says, nothing is complete while the staging folder stands.
"""

import os
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from builder.sources.walk import is_text
from builder.write.paths import MARKER, STAGING, fault, kind

_FORMAT = 1


class Marker(NamedTuple):
    """What a build made in this folder: the files, with slashes; `complete` is false meanwhile.

    One that is `damaged` cannot be trusted: it names no files.
    """

    complete: bool
    files: frozenset[str]
    damaged: bool = False


DAMAGED = Marker(complete=False, files=frozenset(), damaged=True)


def read_marker(output: str) -> Marker | None:
    """The marker of a folder; None where there is none."""
    path = os.path.join(output, MARKER)
    try:
        found = kind(path)
        if not found:
            return None
        if found != "file":
            return DAMAGED
        with open(path, "rb") as file:
            marker = parse(file.read())
        waiting = kind(os.path.join(output, STAGING))
    except OSError:
        return DAMAGED
    return marker._replace(complete=False) if waiting else marker


@lru_cache(1)
def parse(data: bytes) -> Marker:
    """The marker in `data`; damaged where a path could lead out of the folder."""
    import json

    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return DAMAGED
    if not isinstance(value, dict) or value.get("backstory") != _FORMAT:
        return DAMAGED
    state, files = value.get("state"), value.get("files")
    if state not in ("complete", "unfinished") or not isinstance(files, list):
        return DAMAGED
    if any(not isinstance(path, str) or fault(path) for path in files):
        return DAMAGED
    if not is_text("".join(files)):  # JSON may hold half a character
        return DAMAGED
    return Marker(state == "complete", frozenset(files))


def encode(complete: bool, files: Iterable[str]) -> bytes:
    """The bytes of a marker."""
    import json

    value = {
        "backstory": _FORMAT,
        "about": "Backstory made these files. The next build may change and delete them.",
        "state": "complete" if complete else "unfinished",
        "files": sorted(files),
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
