"""Reading a site, in two processes where something is new: the other loads what it reads with.

An edit of a small site is mostly loading. What reads Markdown and YAML takes about as long to load
as the rest of the builder with what pages are made with; so another process reads what is new, and
sends back what is to be remembered of it, while this one loads the rest.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from builder.build.recalling import Recalling
from builder.build.workers import aside
from builder.ground.diagnostics import Diagnostic
from builder.load.content import articles_in, load, load_article
from builder.sources.files import SourceFile, Sources, TextFile
from builder.sources.site import read_sources
from builder.sources.stats import Table
from builder.sources.walk import Found
from builder.write.memory import Memory

MANY = 64
"""Articles from which on it pays to study them in several processes: none is read before."""


class Read(NamedTuple):
    """The files of a site, what is wrong with files that could not be read; who reads the texts."""

    sources: Sources
    unread: tuple[Diagnostic, ...]
    recalling: Recalling


def read(
    root: str,
    files: Iterable[Found],
    memory: Memory,
    known: Table | None = None,
    at_hand: Mapping[str, TextFile] | None = None,
) -> Read:
    """Read the site in `root`, as `builder.sources.site.read_sources` does; its texts, when asked.

    What was found out about these is remembered in this memory.
    """
    return Read(*read_sources(root, files, known, at_hand), Recalling(memory))


def read_aside(site: Read, meanwhile: Callable[[], object]) -> None:
    """Let another process read what is new among the texts of a site; do `meanwhile` here."""
    files, recalling = site.sources.texts, site.recalling
    new = {path: file for path, file in files.items() if isinstance(file, SourceFile)}
    articles = articles_in(new)
    around = {path: new[path] for path in new.keys() - set(articles)}
    few = [new[path] for path in articles] if len(articles) < MANY else []
    if not (around or few):
        return

    def found() -> bytes:
        load(around, recalling)
        for file in few:
            load_article(file, "UTC", recalling)  # what is remembered of it holds in any zone
        return recalling.found()

    recalling.open()
    with aside(found) as result:
        meanwhile()
        if (read := result()) is not None:
            recalling.take(read)
