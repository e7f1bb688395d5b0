"""The site as it was before: in an output folder, or wherever its files can be read."""

import json
import os
from collections.abc import Callable
from typing import Any

from builder.model.entries import ENTRY_TYPES, Named
from builder.model.refs import PAGED, Ref
from builder.pages.links.gone import Former, marks
from builder.write.marker import read_marker

_OURS = "data/annotations.jsonld"
"""A file that every site of ours with an article has."""


def last_build(output: str) -> Former | None:
    """The site that stands in the folder `output`; None where no build has been finished there."""

    def read(path: str) -> bytes:
        with open(os.path.join(output, path), "rb") as file:
            return file.read()

    marker = read_marker(output)
    if marker is None or not marker.complete:
        return None
    return former(marker.files, read)


def former(paths: frozenset[str], read: Callable[[str], bytes]) -> Former | None:
    """The site that these files were; None where no build made them. `read` may raise OSError."""
    if _OURS not in paths:
        return None
    known: dict[Ref, frozenset[str]] = {}
    for kind in PAGED:
        path = f"data/{kind.folder}.json"
        if path in paths:
            known |= _marks(kind.name, path, read)
    return Former(paths, known)


def _marks(kind: str, path: str, read: Callable[[str], bytes]) -> dict[Ref, frozenset[str]]:
    """What the entries of a data file were known by; nothing where it cannot be read."""
    form = ENTRY_TYPES[kind]
    names = form.NAME_FIELDS if issubclass(form, Named) else ()

    def known(entry: dict[str, Any]) -> frozenset[str]:
        return marks((entry.get(name, "") for name in names), entry.get("identifiers", {}))

    try:
        return {Ref(kind, entry["id"]): known(entry) for entry in json.loads(read(path))}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
