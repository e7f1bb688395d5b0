"""The manifest: what the last build read, made and said. Damaged or foreign, it is ignored.

A file in the cache. Its first line is the seal of the rest: fields with a NUL between two of them.
The first is JSON; then come two tables with a row for every file of the site, column by column:
so they are read in half the time that JSON takes. Where a build has changed few rows, it writes
these alone, into a second file, `manifest.since`, which names the first by its seal. If that one is
lost, the first is the manifest of an earlier build, and does no harm: the rows that have changed
since fit no file any more, and their files are looked at anew.

It is never trusted for what may be deleted: that is the marker's.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from builder.ground.diagnostics import Diagnostic, Edit, Fix, Location, Related, Severity
from builder.sources.secret import sealing
from builder.sources.stats import Entry, Table
from builder.write.cache import CacheFolder, begun

NAME = "manifest"
SINCE = "manifest.since"
_FORMAT = "backstory-manifest-5"
_FEW = 8
"""Changed rows are few where the first file has so many times as many rows."""
_BETWEEN = "\0"
"""Stands between the fields of the tables; no path, digest or stamp may hold it."""
_SURROGATES = "surrogatepass"
"""What is done with a file name that is no text."""
Row = TypeVar("Row")
Gone = tuple[list[str], list[str]]
"""Which files have a row no longer: of the inputs, and of the outputs."""


class OutputFile(NamedTuple):
    """A file of the output: the key of its page, and what the disk said of it once written."""

    key: str
    entry: Entry


class Base(NamedTuple):
    """What the first of the two files holds: its seal, and the tables."""

    seal: str
    inputs: Table
    outputs: Mapping[str, OutputFile]


class Manifest(NamedTuple):
    """What the last build knew. `options` are those that change what is made.

    `base` is what it was loaded from, so that only what differs need be saved.
    """

    options: str
    toolchain: str
    templates: str
    inputs: Table
    outputs: Mapping[str, OutputFile]
    diagnostics: tuple[Diagnostic, ...]
    base: Base | None = None


NOTHING_KNOWN = Manifest("", "", "", {}, {}, ())
"""What is known where no build was: of no file, and by no toolchain."""


def load_manifest(cache: CacheFolder | None) -> Manifest:
    """The manifest in a cache; `NOTHING_KNOWN` where there is none that can be trusted."""
    if cache is None or (first := _loaded(cache.file(NAME), "")) is None:
        return NOTHING_KNOWN
    seal, _, manifest = first
    base = Base(seal, manifest.inputs, manifest.outputs)
    second = _loaded(cache.file(SINCE), seal)
    if second is None:
        return manifest._replace(base=base)
    _, gone, since = second
    return since._replace(
        inputs=_merged(base.inputs, since.inputs, gone[0]),
        outputs=_merged(base.outputs, since.outputs, gone[1]),
        base=base,
    )


def save_manifest(cache: CacheFolder, manifest: Manifest) -> None:
    """Replace the manifest in a cache. Raises OSError."""
    base = manifest.base
    if base is not None:
        inputs = _others(manifest.inputs, base.inputs)
        outputs = _others(manifest.outputs, base.outputs)
        gone = _gone(manifest.inputs, base.inputs), _gone(manifest.outputs, base.outputs)
        others = len(inputs) + len(outputs) + len(gone[0]) + len(gone[1])
        if others * _FEW <= len(base.inputs) + len(base.outputs):
            since = manifest._replace(inputs=inputs, outputs=outputs)
            _save(cache.file(SINCE), since, base.seal, gone)
            return
    with suppress(OSError):  # one that stays goes on from another file, and is not believed
        os.unlink(cache.file(SINCE))
    _save(cache.file(NAME), manifest, "", ([], []))


def _others(rows: Mapping[str, Row], base: Mapping[str, Row]) -> dict[str, Row]:
    return {path: row for path, row in rows.items() if row != base.get(path)}


def _gone(rows: Mapping[str, Row], base: Mapping[str, Row]) -> list[str]:
    return sorted(base.keys() - rows.keys())


def _merged(rows: Mapping[str, Row], others: Mapping[str, Row], gone: list[str]) -> dict[str, Row]:
    """A table with the changed rows of a later build, and without those that are gone."""
    merged = {**rows, **others}
    for path in gone:
        merged.pop(path, None)
    return merged


def _save(path: str, manifest: Manifest, since: str, gone: Gone) -> None:
    import json

    head = json.dumps(_head(manifest, since, gone), separators=(",", ":"))
    body = _BETWEEN.join((head, *_fields(manifest))).encode("utf-8", _SURROGATES)
    new = f"{path}.new"
    with begun(new) as file:
        file.write(sealing()(body).encode() + b"\n")
        file.write(body)
    os.replace(new, path)


def _head(manifest: Manifest, since: str, gone: Gone) -> dict[str, Any]:
    """All but the tables, as JSON values, and how many rows these have."""
    return {
        "format": _FORMAT,
        "since": since,
        "gone": gone,
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


def _loaded(path: str, since: str) -> tuple[str, Gone, Manifest] | None:
    """A file's seal, the rows that are gone, and the manifest in it; None if it cannot be trusted.

    `since` is the seal of the file that it must go on from.
    """
    import json

    try:
        with open(path, "rb") as file:
            data = file.read()
        begin = data.index(b"\n") + 1
        body = memoryview(data)[begin:]  # it is long: each copy of it would cost its time
        seal = sealing()(body)
        if data[: begin - 1].decode() != seal:
            return None
        text, *fields = str(body, "utf-8", _SURROGATES).split(_BETWEEN)
        head = json.loads(text)
        if head["format"] != _FORMAT or head["since"] != since:
            return None
        inputs, outputs = head["gone"]
        return seal, (list(inputs), list(outputs)), _decoded(head, fields)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _decoded(head: dict[str, Any], fields: list[str]) -> Manifest:
    """The manifest of a head and the fields of its tables."""
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
