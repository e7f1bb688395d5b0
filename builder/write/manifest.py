"""The manifest: what the last build read, made and said. Damaged or foreign, it is ignored.

A file in the cache. Its first line is the seal of the rest: fields with a NUL between two of them.
The first is JSON; then come the tables, column by column. They have a row for every file of the
site, and are so read in half the time that JSON takes.

It is never trusted for what may be deleted: that is the marker's.
"""

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from builder.ground.diagnostics import Diagnostic, Edit, Fix, Location, Related, Severity
from builder.sources.secret import sealing
from builder.sources.stats import Entry, Table
from builder.write.cache import CacheFolder, begun

NAME = "manifest"
_FORMAT = "backstory-manifest-6"
_BETWEEN = "\0"
"""Stands between the fields of the tables; no path, digest or stamp may hold it."""
_SURROGATES = "surrogatepass"
"""What is done with a file name that is no text."""


class OutputFile(NamedTuple):
    """A file of the output: the key of its page, and what the disk said of it once written."""

    key: str
    entry: Entry


class Manifest(NamedTuple):
    """What the last build knew. `options` are those that change what is made."""

    options: str
    toolchain: str
    templates: str
    inputs: Table
    outputs: Mapping[str, OutputFile]
    diagnostics: tuple[Diagnostic, ...]


NOTHING_KNOWN = Manifest("", "", "", {}, {}, ())
"""What is known where no build was: of no file, and by no toolchain."""


def load_manifest(cache: CacheFolder | None) -> Manifest:
    """The manifest in a cache; `NOTHING_KNOWN` where there is none that can be trusted."""
    if cache is None:
        return NOTHING_KNOWN
    import json

    try:
        with open(cache.file(NAME), "rb") as file:
            data = file.read()
        begin = data.index(b"\n") + 1
        body = memoryview(data)[begin:]  # it is long: each copy of it would cost its time
        if data[: begin - 1].decode() != sealing()(body):
            return NOTHING_KNOWN
        text, *fields = str(body, "utf-8", _SURROGATES).split(_BETWEEN)
        return _decoded(json.loads(text), fields)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return NOTHING_KNOWN


def save_manifest(cache: CacheFolder, manifest: Manifest) -> None:
    """Replace the manifest in a cache. Raises OSError."""
    import json

    head = json.dumps(_head(manifest), separators=(",", ":"))
    body = _BETWEEN.join((head, *_fields(manifest))).encode("utf-8", _SURROGATES)
    path = cache.file(NAME)
    new = f"{path}.new"
    with begun(new) as file:
        file.write(sealing()(body).encode() + b"\n")
        file.write(body)
    os.replace(new, path)


def _head(manifest: Manifest) -> dict[str, Any]:
    """All but the tables, as JSON values, and how many rows these have."""
    return {
        "format": _FORMAT,
        "options": manifest.options,
        "toolchain": manifest.toolchain,
        "templates": manifest.templates,
        "inputs": len(manifest.inputs),
        "outputs": len(manifest.outputs),
        "diagnostics": manifest.diagnostics,
    }


def _fields(manifest: Manifest) -> Iterator[str]:
    """The fields of the tables, column by column."""
    for table in (manifest.inputs, {path: made.entry for path, made in manifest.outputs.items()}):
        yield from table
        yield from (stamp for stamp, _ in table.values())
        yield from (held for _, held in table.values())
    yield from (made.key for made in manifest.outputs.values())


def _decoded(head: dict[str, Any], fields: list[str]) -> Manifest:
    """The manifest of a head and the fields of its tables. Raises ValueError and its like."""
    if head["format"] != _FORMAT:
        raise ValueError("This is another format.")
    read, made = head["inputs"], head["outputs"]
    columns = iter(fields)
    inputs = _rows(columns, read)
    outputs = _rows(columns, made)
    keys = list(islice(columns, made))
    if len(keys) != made or next(columns, None) is not None:
        raise ValueError("A table is shorter or longer than it says.")
    return Manifest(
        head["options"],
        head["toolchain"],
        head["templates"],
        dict(inputs),
        {path: OutputFile(key, entry) for (path, entry), key in zip(outputs, keys, strict=True)},
        tuple(_diagnostic(fields) for fields in head["diagnostics"]),
    )


def _rows(fields: Iterator[str], count: int) -> list[tuple[str, Entry]]:
    """A stat table of so many rows, from its columns."""
    paths, stamps, held = (list(islice(fields, count)) for _ in range(3))
    return [*zip(paths, zip(stamps, held, strict=True), strict=True)]


def _diagnostic(fields: list[Any]) -> Diagnostic:
    """A diagnostic from JSON."""
    code, severity, message, place, hint, related, fix = fields
    further = tuple(Related(Location(*location), text) for location, text in related)
    mend = fix and Fix(fix[0], tuple(Edit(Location(*where), text) for where, text in fix[1]))
    return Diagnostic(code, Severity(severity), message, Location(*place), hint, further, mend)
