"""The manifest of a build: what it read, made and said, kept in the cache for the next one."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress

from builder.build.making import Job, Result
from builder.ground.diagnostics import Diagnostic
from builder.sources.files import Sources
from builder.sources.stats import Entry, Table, entry
from builder.sources.walk import FoundFile, look
from builder.write.cache import now
from builder.write.manifest import Manifest, OutputFile, save_manifest


def remember(job: Job, done: Result, diagnostics: tuple[Diagnostic, ...]) -> None:
    """Save the manifest: what was read, made and said.

    A cache that cannot be written is done without.
    """
    here = job.here
    if here.cache is None:
        return
    with suppress(OSError):
        manifest = Manifest(
            options=job.request.options,
            toolchain=here.toolchain,
            templates=job.comparison.templates,
            inputs=stamped(job.sources, here.files, here.started, here.known.inputs),
            outputs={**_outputs(job, done.digests, now(here.cache)), **done.index},
            diagnostics=diagnostics,
            base=here.known.base,
        )
        save_manifest(here.cache, manifest)


def _outputs(job: Job, digests: Mapping[str, str], time: int) -> dict[str, OutputFile]:
    """What to remember of the files in the output. Raises OSError when one is gone already."""
    made = dict(job.comparison.same)
    for path, stale in job.comparison.stale.items():
        if digests[path] == stale.held:
            stamp, since = job.comparison.stamps[path], job.here.started
        else:
            found = look(path, os.path.join(job.request.output, path))
            if found is None:
                raise FileNotFoundError
            stamp, since = found.stamp, time
        made[path] = OutputFile(stale.key, entry(stamp, digests[path], since))
    return made


def stamped(
    sources: Sources, files: Iterable[FoundFile], started: int, known: Table
) -> dict[str, Entry]:
    """What to remember of the inputs: their stamps from before the build, the bytes it used.

    A file the build did not use has no digest: once touched, it counts as changed. What is `known`
    of a file already, and still true, stays.
    """
    used = dict(sources.media)
    for source in sources.files:
        used[source.path] = source.digest
    found = ((file.path, (file.stamp, used.get(file.path, ""))) for file in files)
    return {path: new if known.get(path) == new else entry(*new, started) for path, new in found}
