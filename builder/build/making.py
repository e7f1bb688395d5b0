"""Making the stale pages, and writing those whose bytes differ from what is on disk."""

import marshal
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby

from builder.build.comparing import Comparison
from builder.build.fastpath import Situation
from builder.build.patching import (
    Place,
    patchable,
    put,
    remember_place,
    rest_of,
)
from builder.build.processes.workers import spread
from builder.build.rendering import Writers
from builder.build.request import Request, Summary, page_count
from builder.ground.digests import digest
from builder.ground.values import Value
from builder.pages.page import Media, Page
from builder.render.orders import Order, Write, ordered
from builder.sources.files import Sources
from builder.sources.site import read_media
from builder.sources.troubles import Unsteady, unable
from builder.sources.walk import stamp_of
from builder.write.files import write
from builder.write.manifest import OutputFile
from builder.write.marker import Marker
from builder.write.memory import Memory
from builder.write.staging import File

Span = tuple[int, int]
MadeFile = tuple[bytes, str, Span | None]
"""The bytes of a file with their digest, and where in them its page's cards stand."""
TEMPLATES = "templates/"
MANY = 64
"""Pages from which on it pays to make them whole in several processes."""


class Search(Value, frozen=True):
    """What is to be searched: the paths of these pages, in this language and style of addresses.

    `index` are the files of the last index, and what is remembered of them.
    """

    pages: tuple[str, ...]
    language: str
    style: str
    index: Mapping[str, OutputFile]


class Job(Value, frozen=True):
    """All that is decided before the first byte is written. With a `search`, an index follows."""

    request: Request
    here: Situation
    sources: Sources
    comparison: Comparison
    search: Search | None


class Result(Value, frozen=True):
    """What was done to the output.

    `digests` are those of all stale pages, by path. `index` is what is to be remembered of the
    files of the index for search.
    """

    summary: Summary
    digests: dict[str, str]
    index: Mapping[str, OutputFile] = {}


def make(job: Job, writers: Writers, memory: Memory) -> Result:
    """Bring the files in the output folder up to date; where cards stand in them is remembered.

    Raises:
        Refused, Unable: as `builder.write.files.write` does.
        Flawed: a template fails; the output is as it was.
    """
    stale, marker = job.comparison.stale, job.here.marker
    paths = frozenset((*job.comparison.same, *stale))
    kept = paths.union(job.search.index) if job.search else paths
    digests: dict[str, str] = {}
    changed = _changed(job, writers, memory, digests)
    removed = write_if_needed(job.request.output, marker, kept, changed, finished=not job.search)
    written = sum(name != stale[path].held for path, name in digests.items())
    return Result(Summary(page_count(paths), written, len(paths) - written, removed), digests)


def write_if_needed(
    output: str,
    marker: Marker | None,
    paths: frozenset[str],
    changed: Iterator[File],
    *,
    finished: bool = True,
) -> int:
    """Write what changed; leave a finished folder alone that already holds exactly this."""
    first = next(changed, None)
    if first is None and marker and marker.complete and marker.files == paths:
        return 0
    files = chain([first] if first else [], changed)
    return write(output, marker, paths, files, finished=finished)


def _changed(job: Job, writers: Writers, memory: Memory, digests: dict[str, str]) -> Iterator[File]:
    """The stale pages whose bytes differ from those on disk; `digests` takes in those of all."""
    comparison = job.comparison
    places = patchable(comparison, memory)
    for page, (data, name, span) in chain(_copies(job), _made(job, places, writers)):
        digests[page.path] = name
        if span:
            place = places.get(page.path)
            rest = place.rest if place else rest_of(page, comparison)
            remember_place(memory, page, name, Place(rest, *span))
        if name != comparison.stale[page.path].held:
            yield page.path, data


def _copies(job: Job) -> Iterator[tuple[Page, MadeFile]]:
    for stale in job.comparison.stale.values():
        if media := stale.page.copied:
            data = copied(media, job.sources)
            yield stale.page, (data, digest(data), None)


def _made(
    job: Job, places: Mapping[str, Place], writers: Writers
) -> Iterator[tuple[Page, MadeFile]]:
    """The pages that are no copies; those of one article together, while it is at hand."""
    stale = (each.page for each in job.comparison.stale.values())
    pages = sorted((page for page in stale if not page.copied), key=_by_article)
    if len(pages) - len(places) < MANY:
        yield from _written(job, pages, places, writers.few)
        return
    batches = [list(batch) for _, batch in groupby(pages, key=lambda page: page.slug or page.path)]

    def work(batch: list[Page]) -> bytes:
        written = _written(job, batch, places, writers.many)
        return marshal.dumps([made for _, made in written])

    for batch, made in zip(batches, spread(work, batches, job.request.processes), strict=True):
        yield from zip(batch, marshal.loads(made), strict=True)


def _written(
    job: Job, pages: Iterable[Page], places: Mapping[str, Place], write: Write
) -> Iterator[tuple[Page, MadeFile]]:
    """Each page with its file: the old one with new cards where that is enough, else a new one."""
    begun: deque[tuple[Page, bytes | None]] = deque()

    def orders() -> Iterator[Order]:
        for page in pages:
            file = _file(job, page.path) if page.path in places else None
            begun.append((page, file))
            yield ordered(page) if file is None else Order("", None, page.cards)

    for rendered in write(orders()):
        page, file = begun.popleft()
        data, span = rendered if file is None else put(file, places[page.path], rendered.data)
        yield page, (data, digest(data), span)


def _file(job: Job, path: str) -> bytes | None:
    """The bytes of a file in the output, if they are still those that were compared; else None."""
    try:
        with open(os.path.join(job.request.output, path), "rb", buffering=0) as file:
            seen, data = stamp_of(os.fstat(file.fileno())), file.read()
    except OSError:
        return None
    held = job.comparison.stale[path].held
    known = job.here.known.outputs[path].entry
    return data if known == (seen, held) or digest(data) == held else None


def _by_article(page: Page) -> tuple[str, str]:
    return page.slug, page.path


def copied(media: Media, sources: Sources) -> bytes:
    """The bytes of a picture or of a theme's file. Raises Unable when it changed meanwhile."""
    if media.source.startswith(TEMPLATES):
        return sources.theme[media.source.removeprefix(TEMPLATES)].data
    try:
        data = read_media(sources.root, media.source)
    except OSError as failure:
        raise unable(f"read {media.source}", failure) from failure
    if digest(data) != media.digest:
        raise Unsteady(media.source)
    return data
