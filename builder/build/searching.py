"""Bringing the index of the search page up to date, once its pages are written."""

import os
from collections.abc import Callable, Iterator, Mapping

from builder.build.fastpath import Situation, outputs
from builder.build.making import Job, Result, Search, write_if_needed
from builder.build.understanding import Planned
from builder.ground.digests import digest
from builder.ground.values import name_of, replaced
from builder.pages.page import Page
from builder.render.searchindex import require_pagefind, search_index
from builder.sources.stats import entry, recorded
from builder.sources.troubles import unable
from builder.write.cache import now
from builder.write.manifest import OutputFile
from builder.write.marker import read_marker

_SEARCHED = frozenset({"article.html", "entry.html", "method.html", "page.html", "timeline.html"})
"""Templates of pages with texts that stand on no other."""
_KEY = "search "
"""Begins the keys by which the manifest remembers files of the index."""


def search_of(planned: Planned, here: Situation) -> Search:
    """What is to be searched on this site. Raises Unable where that is not possible here."""
    require_pagefind()
    settings = planned.content.settings
    pages = tuple(page.path for page in _searched(planned))
    known = here.known.outputs
    index = {path: made for path, made in known.items() if made.key.startswith(_KEY)}
    return Search(pages, settings.language.lower(), settings.urls, index)


def index_of(planned: Planned, make: Callable[[Page], bytes]) -> dict[str, bytes]:
    """The index of a site whose pages are made by this function. Raises Unable, and as it does."""
    settings = planned.content.settings
    pages = ((page.path, make(page).decode()) for page in _searched(planned))
    return search_index(pages, settings.language.lower(), settings.urls)


def _searched(planned: Planned) -> list[Page]:
    """The pages to be searched, in the order of their paths."""
    found = (page for page in planned.pages if page.template in _SEARCHED)
    return sorted(found, key=lambda page: page.path)


def with_index(job: Job, search: Search, done: Result) -> Result:
    """Bring the index up to date with the pages: it is made anew where one of them differs.

    Raises:
        Refused, Unable: as `builder.write.files.write` does, and where Pagefind fails.
    """
    key = _key(job, search, done.digests)
    kept = search.index if _is_same(job, search, key) else {}
    files = {} if kept else search_index(_read(job, search), search.language, search.style)
    names = {path: digest(data) for path, data in files.items()}
    changed = {path for path, name in names.items() if name != _held(job, search, path)}
    index = frozenset((*kept, *files))
    removed = write_if_needed(
        job.request.output,
        read_marker(job.request.output),
        index.union(job.comparison.same, job.comparison.stale),
        ((path, files[path]) for path in sorted(changed)),
    )
    summary = done.summary._replace(
        written=done.summary.written + len(changed),
        unchanged=done.summary.unchanged + len(index) - len(changed),
        removed=done.summary.removed + removed,
    )
    return replaced(done, summary=summary, index={**kept, **_remembered(job, key, names)})


def _key(job: Job, search: Search, digests: Mapping[str, str]) -> str:
    """A name of all that the index is made of: the pages as they are now, and the makers."""
    same = job.comparison.same
    pages = [(path, digests.get(path) or same[path].entry[1]) for path in search.pages]
    return _KEY + name_of((job.here.toolchain, search.language, search.style, pages))


def _is_same(job: Job, search: Search, key: str) -> bool:
    """Whether the index in the output has this key, and all its files are as they were left."""
    stamps = job.comparison.stamps
    index = search.index
    return bool(index) and all(
        made.key == key and recorded(made.entry, stamps.get(path)) for path, made in index.items()
    )


def _held(job: Job, search: Search, path: str) -> str:
    """The digest of a file of the last index, if it is as it was left; else ""."""
    made = search.index.get(path)
    return recorded(made.entry, job.comparison.stamps.get(path)) if made else ""


def _read(job: Job, search: Search) -> Iterator[tuple[str, str]]:
    """The pages to be searched, as they were written."""
    for path in search.pages:
        try:
            with open(os.path.join(job.request.output, path), encoding="utf-8") as file:
                yield path, file.read()
        except OSError as failure:
            raise unable(f"read {path} in the output", failure) from failure


def _remembered(job: Job, key: str, names: Mapping[str, str]) -> dict[str, OutputFile]:
    """What is to be remembered of the files of the index, by path."""
    found = outputs(job.request.output, names)
    since = now(job.here.cache)
    return {
        file.path: OutputFile(key, entry(file.stamp, names[file.path], since)) for file in found
    }
