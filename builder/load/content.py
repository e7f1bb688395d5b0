"""A site's texts to content: the whole reading, but for the articles, which are read one by one.

It never raises on what a file holds. What could be read is handed on even where something is
wrong, so that the checks of the floors above can tell their faults in the same run.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from builder.ground.diagnostics import Diagnostic, Location, in_order
from builder.ground.values import Value, replaced
from builder.load.articles import PageRead, read_article, read_further_page
from builder.load.decoding import decode
from builder.load.limits import MARKDOWN_BYTES
from builder.load.reading import Locate, Markdown
from builder.load.settings import SITE, SettingsRead, no_settings, read_settings
from builder.load.sidecars import Sidecar, id_collision, read_sidecar
from builder.load.telling import SIDECARS, one_for_each_slip, strangers
from builder.load.yaml import Document, read_yaml
from builder.model.articles import FurtherPage
from builder.model.content import Content
from builder.model.entries import Entry
from builder.model.prose import Prose
from builder.model.refs import Kind, Ref
from builder.sources.files import TextFile


class Readers(Protocol):
    """What reads Markdown and sidecars, or remembers what it read."""

    def markdown(
        self, text: str, path: str, locate: Locate, doc_id: str
    ) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """A text, as `markdown.read_markdown` reads it."""

    def sidecar(self, kind: Kind, file: TextFile) -> Sidecar:
        """The entries in a sidecar."""


class Plain:
    """Reads everything anew."""

    def markdown(
        self, text: str, path: str, locate: Locate, doc_id: str
    ) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """A text, as `markdown.read_markdown` reads it."""
        from builder.load.markdown import read_markdown  # half of the cost of reading: on demand

        return read_markdown(text, path, locate, doc_id)

    def sidecar(self, kind: Kind, file: TextFile) -> Sidecar:
        """The entries in a sidecar."""
        return load_sidecar(kind, file, self.markdown)


PLAIN = Plain()


class _Pages(Value, frozen=True):
    pages: tuple[FurtherPage, ...]
    diagnostics: tuple[Diagnostic, ...]


def load(
    files: Mapping[str, TextFile], readers: Readers = PLAIN
) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """All that an editor wrote but the articles, as values.

    Args:
        files: site.yaml and the .md and .yaml files under content/, by path.
        readers: what reads them.

    Returns:
        The content, None only where site.yaml cannot be used, and all that is wrong, in order.
    """
    read = _settings(files, readers)
    entries, unread, found = _entries(files, readers)
    pages = _further_pages(files, readers)
    everything = (*read.diagnostics, *found, *pages.diagnostics, *strangers(files))
    diagnostics = in_order(one_for_each_slip(everything))
    if read.settings is None:
        return None, diagnostics
    content = Content(settings=read.settings, pages=pages.pages, entries=entries, unread=unread)
    return content, diagnostics


def load_article(file: TextFile, zone: str, markdown: Markdown) -> PageRead:
    """An article; `zone` is the site's time zone."""
    text, faults = decode(file.data, file.path, MARKDOWN_BYTES)
    article = read_article(text, file.path, zone, markdown)
    return replaced(article, diagnostics=tuple(one_for_each_slip(faults + article.diagnostics)))


def load_sidecar(kind: Kind, file: TextFile, markdown: Markdown) -> Sidecar:
    """The entries in a sidecar."""
    return read_sidecar(kind, _document(file), file.path, markdown)


def articles_in(files: Iterable[str]) -> list[str]:
    """Those of the files that are articles, by path."""
    return _markdown_in(files, "content")


def _document(file: TextFile) -> Document:
    text, faults = decode(file.data, file.path)
    document = read_yaml(text, file.path)
    return replaced(document, diagnostics=faults + document.diagnostics)


def _settings(files: Mapping[str, TextFile], readers: Readers) -> SettingsRead:
    file = files.get(SITE)
    if file is None:
        return no_settings()
    return read_settings(_document(file), readers.markdown)


def _entries(
    files: Mapping[str, TextFile], readers: Readers
) -> tuple[dict[Ref, Entry], frozenset[Ref], list[Diagnostic]]:
    entries: dict[Ref, Entry] = {}
    unread: frozenset[Ref] = frozenset()
    faults: list[Diagnostic] = []
    for path, kind in SIDECARS.items():
        if path not in files:
            continue
        sidecar = readers.sidecar(kind, files[path])
        entries |= sidecar.entries
        unread |= sidecar.unread
        faults += sidecar.diagnostics
    return entries, unread, faults


def _further_pages(files: Mapping[str, TextFile], readers: Readers) -> _Pages:
    read: list[PageRead] = []
    slugs: list[tuple[str, Location]] = []
    for path in _markdown_in(files, "content/pages"):
        text, faults = decode(files[path].data, path, MARKDOWN_BYTES)
        found = read_further_page(text, path, readers.markdown)
        read.append(replaced(found, diagnostics=faults + found.diagnostics))
        slugs.append((found.slug, found.page.at("slug") if found.page else Location(path)))
    left_out, collisions = once(slugs)
    pages = [r.page for number, r in enumerate(read) if r.page and number not in left_out]
    told = tuple(fault for found in read for fault in found.diagnostics)
    return _Pages(tuple(sorted(pages, key=lambda page: page.slug)), told + collisions)


def _markdown_in(files: Iterable[str], folder: str) -> list[str]:
    start = f"{folder}/"
    below = (path for path in files if path.startswith(start) and path.endswith(".md"))
    return sorted(path for path in below if path.rfind("/") == len(folder))


def once(slugs: Iterable[tuple[str, Location]]) -> tuple[frozenset[int], tuple[Diagnostic, ...]]:
    """Of two slugs that are one, the later is left out: those left out by number, and errors."""
    faults: list[Diagnostic] = []
    places: dict[str, Location] = {}
    left_out: set[int] = set()
    for number, (slug, place) in enumerate(slugs):
        if (folded := slug.casefold()) in places:
            faults.append(id_collision(slug, place, places[folded]))
            left_out.add(number)
        else:
            places[folded] = place
    return frozenset(left_out), tuple(faults)
