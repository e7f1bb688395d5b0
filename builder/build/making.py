"""Making the stale pages, and writing those whose bytes differ from what is on disk."""

import marshal
import os
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, groupby
from typing import TYPE_CHECKING

from builder.build.comparing import Comparison
from builder.build.fastpath import Situation
from builder.build.patching import (
    Place,
    around_of,
    forget_places,
    patchable,
    put,
    remember_place,
)
from builder.build.request import Request, Summary, page_count
from builder.build.workers import spread
from builder.ground.digests import digest
from builder.ground.values import Value
from builder.pages.views.page import Media, Page
from builder.sources.files import Sources
from builder.sources.site import read_media
from builder.sources.troubles import Unsteady, unable
from builder.sources.walk import stamp_of
from builder.write.files import write
from builder.write.memory import Memory
from builder.write.staging import File

if TYPE_CHECKING:  # it brings jinja2 with it
    from builder.render.renderer import Rendering

Prepared = Callable[[], "Rendering"]
"""What makes pages, prepared when the first one is wanted: jinja2 costs its time to load."""
Span = tuple[int, int]
Made = tuple[Page, bytes, str, Span | None]
"""A page, the bytes of its file with their digest, and where in them its cards stand."""
TEMPLATES = "templates/"
MANY = 64
"""Pages from which on it pays to make them in several processes."""
A_PATCH = 10
"""So many pages take new cards in the time in which one is made."""


class Job(Value, frozen=True):
    """All that is decided before the first byte is written."""

    request: Request
    here: Situation
    sources: Sources
    comparison: Comparison


class Result(Value, frozen=True):
    """What was done, which files were written or removed, and the digest of each file, by path."""

    summary: Summary
    changed: frozenset[str]
    digests: dict[str, str]


def make(job: Job, prepared: Prepared, memory: Memory) -> Result:
    """Bring the files in the output folder up to date; where cards stand in them is remembered.

    Raises:
        Refused, Unable: as `builder.write.files.write` does.
        Flawed: a template fails; the output is as it was.
    """
    held, marker = job.comparison.held, job.here.marker
    digests = dict(held)
    removed = _write_if_needed(job, _changed(job, prepared, memory, digests))
    paths = frozenset(job.comparison.keys)
    written = frozenset(path for path in paths if digests[path] != held[path])
    gone = marker.files - paths if marker else frozenset()
    if gone:
        forget_places(memory, paths)
    summary = Summary(page_count(paths), len(written), len(paths) - len(written), removed)
    return Result(summary, written | gone, digests)


def _write_if_needed(job: Job, changed: Iterator[File]) -> int:
    """Write what changed; leave a finished folder alone that already holds exactly this."""
    paths = frozenset(job.comparison.keys)
    marker = job.here.marker
    first = next(changed, None)
    if first is None and marker and marker.complete and marker.files == paths:
        return 0
    return write(job.request.output, marker, paths, chain([first] if first else [], changed))


def _changed(
    job: Job, prepared: Prepared, memory: Memory, digests: dict[str, str]
) -> Iterator[File]:
    """The stale pages whose bytes are not those on disk; `digests` learns what each holds."""
    comparison = job.comparison
    places = patchable(comparison, memory)
    for page, data, name, span in chain(_copies(job), _made(job, places, prepared)):
        digests[page.path] = name
        if span:
            around = places[page].around if page in places else around_of(page, comparison)
            remember_place(memory, page, name, Place(around, *span))
        if name != comparison.held[page.path]:
            yield page.path, data


def _copies(job: Job) -> Iterator[Made]:
    for page in job.comparison.stale:
        if page.copied:
            data = copied(page.copied, job.sources)
            yield page, data, digest(data), None


def _made(job: Job, places: Mapping[Page, Place], prepared: Prepared) -> Iterator[Made]:
    """The pages that are no copies; those of one article together, while it is at hand."""
    pages = sorted((page for page in job.comparison.stale if not page.copied), key=_about)
    batches = [list(batch) for _, batch in groupby(pages, key=lambda page: page.about or page.path)]
    effort = len(pages) - len(places) + len(places) // A_PATCH
    processes = job.request.processes if effort >= MANY else 1

    def work(batch: list[Page]) -> bytes:
        return marshal.dumps([_make(job, page, places.get(page), prepared()) for page in batch])

    for batch, made in zip(batches, spread(work, batches, processes), strict=True):
        for page, (data, name, span) in zip(batch, marshal.loads(made), strict=True):
            yield page, data, name, span


def _make(
    job: Job, page: Page, place: Place | None, rendering: "Rendering"
) -> tuple[bytes, str, Span | None]:
    """A page: its file with new cards where these are all it needs, else made whole."""
    data, span = _patched(job, page, place, rendering) or rendering.page(page)
    return data, digest(data), span


def _patched(
    job: Job, page: Page, place: Place | None, rendering: "Rendering"
) -> tuple[bytes, Span] | None:
    """The file of a page with new cards; None where that is not all it needs."""
    if not (place and page.cards):
        return None
    file = _written(job, page.path)
    return put(file, place, rendering.cards(page.cards.make())) if file is not None else None


def _written(job: Job, path: str) -> bytes | None:
    """What a file of the output holds, if that is still what was found there."""
    try:
        with open(os.path.join(job.request.output, path), "rb", buffering=0) as file:
            seen, data = stamp_of(os.fstat(file.fileno())), file.read()
    except OSError:
        return None
    held = job.comparison.held[path]
    known = job.here.known.outputs[path].entry if job.here.known else None
    return data if known == (seen, held) or digest(data) == held else None


def _about(page: Page) -> tuple[str, str]:
    return page.about, page.path


def copied(media: Media, sources: Sources) -> bytes:
    """The bytes of a picture or of a theme's file. Raises Unable when it changed meanwhile."""
    if media.source.startswith(TEMPLATES):
        return sources.templates[media.source.removeprefix(TEMPLATES)].data
    try:
        data = read_media(sources.root, media.source)
    except OSError as failure:
        raise unable(f"read {media.source}", failure) from failure
    if digest(data) != media.digest:
        raise Unsteady(media.source)
    return data
