"""Another process that helps with an edit: it reads what is new, and on a large site writes pages.

An edit of a small site is mostly loading. What reads Markdown and YAML takes about as long to load
as the rest of the builder with what pages are made with; so the other process reads, and sends back
what is to be remembered of it, while this one loads all else. On a large site this one has more to
do: it takes studies to hand instead, and the other then loads what pages are made with, too.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from builder.build.processes.workers import Line, aside
from builder.build.reading import MANY, SiteRead
from builder.load.content import load, load_article
from builder.load.layout import articles_in
from builder.sources.files import SourceFile

if TYPE_CHECKING:
    from builder.build.latest import Kept


class Assistance(NamedTuple):
    """What a build has of the help of another process.

    `kept` is what this process took to hand while the other one read. `scribe` is the line to the
    process that writes pages; None where this one writes them all.
    """

    kept: "Kept"
    scribe: Line | None


class _New(NamedTuple):
    """What is new of a site: articles, and all around them; whether many others are as before."""

    articles: list[SourceFile]
    around: dict[str, SourceFile]
    is_little: bool


@contextmanager
def assisted(site: SiteRead, toolchain: str, processes: int) -> Iterator[Assistance]:
    """Let another process read what is new, and load here what a build needs meanwhile."""
    new = _new(site)
    if processes < 2 or not (new.around or new.articles):
        yield Assistance(_loaded(), None)
        return

    def work(line: Line) -> None:
        line.say(_found(site, new))
        if new.is_little:
            _write(line, site, toolchain)

    memory = site.readers.memory
    memory.paths()  # opens the file, whose tables must be there when the other process opens it
    with aside(work) as line:
        kept = _loaded()
        if new.is_little:
            kept.at_hand.recall(site.sources.texts.values(), memory)
        else:
            import builder.render.renderer  # noqa: F401
        if (read := line.hear()) is not None:
            memory.take_over(read)
        yield Assistance(kept, line if new.is_little else None)


def _new(site: SiteRead) -> _New:
    """What is new; of many new articles none is named, for they are read in several processes."""
    texts = site.sources.texts
    new = {path: file for path, file in texts.items() if isinstance(file, SourceFile)}
    articles = articles_in(new)
    around = {path: new[path] for path in new.keys() - set(articles)}
    few = [new[path] for path in articles] if len(articles) < MANY else []
    is_little = len(few) == len(articles) and len(articles_in(texts)) - len(few) >= MANY
    return _New(few, around, is_little)


def _loaded() -> "Kept":
    """What a build keeps, and all else loaded that a build needs."""
    import builder.build.pipeline  # noqa: F401
    from builder.build.latest import Kept

    return Kept()


def _found(site: SiteRead, new: _New) -> bytes:
    load(new.around, site.readers)
    for file in new.articles:
        load_article(file, "UTC", site.readers)  # what is remembered of it holds in any zone
    return site.readers.memory.hand_over()


def _write(line: Line, site: SiteRead, toolchain: str) -> None:
    from builder.build.latest import Latest
    from builder.build.processes.scribe import serve
    from builder.build.rendering import Prepared, rendering_for
    from builder.model.prose import Prose

    def prepared(language: str, prose: Callable[[str], Prose]) -> Prepared:
        return rendering_for(site.sources, language, prose, toolchain, Latest())

    serve(line, prepared)
