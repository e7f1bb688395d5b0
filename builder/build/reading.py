"""Reading a site: its files at once, its texts when somebody asks."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from builder.build.request import Request
from builder.build.study.memoryreaders import MemoryReaders
from builder.ground.diagnostics import Diagnostic
from builder.ground.digests import digest
from builder.ground.values import replaced
from builder.sources.files import SourceFile, Sources, TextFile
from builder.sources.inputs import inputs, toolchain
from builder.sources.site import read_sources
from builder.sources.stats import Table
from builder.sources.theme import theme_folder
from builder.sources.walk import FoundFile
from builder.write.cache import existing_cache
from builder.write.memory import Memory

MANY = 64
"""From so many new articles on it pays to read and study them in several processes."""


class SiteRead(NamedTuple):
    """A site whose files are read, and whose texts can be.

    `sources`: the files. `unread`: what is wrong with those that could not be read. `readers`:
    reads the texts in them, or remembers what was read.
    """

    sources: Sources
    unread: tuple[Diagnostic, ...]
    readers: MemoryReaders

    def with_texts(self, texts: Mapping[str, bytes]) -> "SiteRead":
        """The site as it would be if its files at these paths held these bytes."""
        new = {path: SourceFile(path, data, digest(data)) for path, data in texts.items()}
        return self._replace(sources=replaced(self.sources, texts={**self.sources.texts, **new}))


def read(
    root: str,
    files: Iterable[FoundFile],
    memory: Memory,
    known: Table | None = None,
    at_hand: Mapping[str, TextFile] | None = None,
) -> SiteRead:
    """Read the site in `root`, as `builder.sources.site.read_sources` does; its texts, when asked.

    What was found out about these is remembered in this memory.
    """
    return SiteRead(*read_sources(root, files, known, at_hand), MemoryReaders(memory))


def read_as_it_is(request: Request) -> SiteRead:
    """Read the site of the request with what builds remember of it; nothing is written."""
    cache = existing_cache(request.root, request.output)
    memory = Memory(None, toolchain(), like=cache)
    return read(request.root, inputs(request.root, theme_folder()), memory)
