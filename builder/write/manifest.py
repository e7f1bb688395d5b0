"""The manifest: what the last build read, made and said. Damaged or foreign, it is ignored.

A JSON file in the cache; its first line is the seal of the rest. It is never trusted for what may
be deleted: that is the marker's.
"""

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from builder.ground.diagnostics import Diagnostic, Edit, Fix, Location, Related, Severity
from builder.sources.secret import sealing
from builder.sources.stats import Entry, Table
from builder.write.cache import Room, begun

_FORMAT = "backstory-manifest-2"


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
        "inputs": {path: [*stamp, held] for path, (stamp, held) in manifest.inputs.items()},
        "outputs": {
            path: [*stamp, held, key] for path, (key, (stamp, held)) in manifest.outputs.items()
        },
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
        {path: ((a, b, c, d), held) for path, (a, b, c, d, held) in value["inputs"].items()},
        {
            path: Made(key, ((a, b, c, d), held))
            for path, (a, b, c, d, held, key) in value["outputs"].items()
        },
        tuple(_diagnostic(fields) for fields in value["diagnostics"]),
    )


def _diagnostic(fields: list[Any]) -> Diagnostic:
    """A diagnostic from JSON."""
    code, severity, message, place, hint, related, fix = fields
    further = tuple(Related(Location(*location), text) for location, text in related)
    mend = fix and Fix(fix[0], tuple(Edit(Location(*where), text) for where, text in fix[1]))
    return Diagnostic(code, Severity(severity), message, Location(*place), hint, further, mend)
