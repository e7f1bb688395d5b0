"""The fast path: has anything changed since the last build? Decided by the stat table alone."""

import os
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from builder.build.request import Outcome, Request, Summary, page_count, promoted
from builder.ground.diagnostics import failed
from builder.sources.stats import Entry, Table, entry, same, trusted
from builder.sources.walk import FoundFile, look
from builder.write.cache import CacheFolder
from builder.write.manifest import Manifest, OutputFile, save_manifest
from builder.write.marker import Marker

Current = tuple[list[FoundFile], Table]
"""The files that stand in the output folder, and what the last build's stat table has of them."""


class Situation(NamedTuple):
    """What is known before the site is read.

    `cache` is the one for the output folder. `started` is the disk's time before anything was
    looked at. `files` are the inputs; `known` is the manifest of the last build, `marker` what it
    left in the output folder.
    """

    cache: CacheFolder | None
    started: int
    files: tuple[FoundFile, ...]
    known: Manifest
    toolchain: str
    marker: Marker | None


def unchanged(request: Request, here: Situation) -> Outcome | None:
    """The outcome of a build that has nothing to do; None where there is work."""
    known, current = here.known, up_to_date(request, here)
    if current is None:
        return None
    _refresh(here, current)
    diagnostics = promoted(known.diagnostics, request.strict)
    summary = Summary(page_count(known.outputs), 0, len(current[0]), 0)
    return Outcome(diagnostics, None if failed(diagnostics) else summary)


def up_to_date(request: Request, here: Situation) -> Current | None:
    """The files in the output folder, if they are all that the request would make now; else None.

    They hold what the last build wrote, and it had the same inputs, options and toolchain.
    """
    known, marker = here.known, here.marker
    if marker is None or not marker.complete:
        return None
    if known.options != request.options or known.toolchain != here.toolchain:
        return None
    if marker.files != known.outputs.keys() or not same(here.files, known.inputs):
        return None
    made = outputs(request.output, known.outputs)
    before = {path: record.entry for path, record in known.outputs.items()}
    return (made, before) if same(made, before) else None


def outputs(output: str, paths: Iterable[str]) -> list[FoundFile]:
    """Those of the files that stand in the output folder."""
    folder = os.path.join(output, "")
    found = (look(path, folder + path) for path in paths)
    return [file for file in found if file]


def _refresh(here: Situation, current: Current) -> None:
    """Keep the new stamps of files that were touched and hold the same, for the next build."""
    known, (made, before) = here.known, current
    if trusted(made, before) and trusted(here.files, known.inputs):
        return
    inputs: dict[str, Entry] = {
        file.path: entry(file.stamp, known.inputs[file.path][1], here.started)
        for file in here.files
    }
    results = dict[str, OutputFile]()
    for file in made:
        key, (_, held) = known.outputs[file.path]
        results[file.path] = OutputFile(key, entry(file.stamp, held, here.started))
    if here.cache and (inputs, results) != (known.inputs, known.outputs):
        with suppress(OSError):
            save_manifest(here.cache, known._replace(inputs=inputs, outputs=results))
