"""The manifest: what the last build read, made and said. Damaged or foreign, it is ignored.

A JSON file in the cache; its first line is the seal of the rest. Its tables stand in columns, which
are read in a third of the time of rows. It is never trusted for what may be deleted: that is the
marker's.
"""

import os
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from builder.ground.diagnostics import Diagnostic, Edit, Fix, Location, Related, Severity
from builder.sources.secret import sealing
from builder.sources.stats import Entry, Table
from builder.write.cache import Room, begun

_FORMAT = "backstory-manifest-3"


class Made(NamedTuple):
    """A file of the output: the key of its page, and what the disk said of it once written."""

    key: str
    entry: Entry


class Manifest(NamedTuple):
    """What the last build knew. `options` are those that change what is made."""

    options: str
    toolchain: str
    templates: str
    inputs: Table
    outputs: Mapping[str, Made]
    diagnostics: tuple[Diagnostic, ...]


def load_manifest(place: Room) -> Manifest | None:
    """The manifest of a room; None where there is none that can be trusted."""
    import json

    try:
        with open(place.file("manifest.json"), "rb") as file:
            head, _, body = file.read().partition(b"\n")
        if head.decode() != sealing()(body):
            return None
        return _decoded(json.loads(body))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def save_manifest(place: Room, manifest: Manifest) -> None:
    """Replace the manifest of a room. Raises OSError."""
    import json

    body = json.dumps(_plain(manifest), separators=(",", ":")).encode()
    new = place.file("manifest.json.new")
    with begun(new) as file:
        file.write(sealing()(body).encode() + b"\n" + body)
    os.replace(new, place.file("manifest.json"))


def _plain(manifest: Manifest) -> dict[str, Any]:
    """The manifest as JSON values."""
    return {
        "format": _FORMAT,
        "options": manifest.options,
        "toolchain": manifest.toolchain,
        "templates": manifest.templates,
        "inputs": _columns(manifest.inputs),
        "outputs": _columns({path: made.entry for path, made in manifest.outputs.items()}),
        "keys": [made.key for made in manifest.outputs.values()],
        "diagnostics": manifest.diagnostics,
    }


def _decoded(value: dict[str, Any]) -> Manifest | None:
    """JSON values as a manifest; None for another format."""
    if value["format"] != _FORMAT:
        return None
    return Manifest(
        value["options"],
        value["toolchain"],
        value["templates"],
        dict(_rows(*value["inputs"])),
        {
            path: Made(key, entry)
            for (path, entry), key in zip(_rows(*value["outputs"]), value["keys"], strict=True)
        },
        tuple(_diagnostic(fields) for fields in value["diagnostics"]),
    )


def _columns(table: Table) -> list[list[Any]]:
    """A stat table as its paths, its digests, and a column for each number of the stamps."""
    stamps = zip(*(stamp for stamp, _ in table.values()), strict=True)
    return [[*table], [held for _, held in table.values()], *map(list, stamps)]


def _rows(paths: list[str], held: list[str], *stamps: list[int]) -> Iterable[tuple[str, Entry]]:
    """A stat table from its columns. Raises ValueError where one is shorter than another."""
    return zip(paths, zip(zip(*stamps, strict=True), held, strict=True), strict=True)


def _diagnostic(fields: list[Any]) -> Diagnostic:
    """A diagnostic from JSON."""
    code, severity, message, place, hint, related, fix = fields
    further = tuple(Related(Location(*location), text) for location, text in related)
    mend = fix and Fix(fix[0], tuple(Edit(Location(*where), text) for where, text in fix[1]))
    return Diagnostic(code, Severity(severity), message, Location(*place), hint, further, mend)
