"""Reading all texts of a site but its articles, which are read one by one.

It never raises on what a file holds. What could be read is handed on even where something is
wrong, so that the checks of the floors above can tell their faults in the same run.
"""

from collections.abc import Mapping

from builder.ground.diagnostics import Diagnostic, Location, in_order
from builder.ground.values import replaced
from builder.load.articles import PageRead, read_article, read_further_page
from builder.load.collisions import slug_collisions
from builder.load.layout import SIDECARS, SITE, further_pages_in, strangers
from builder.load.readers import Readers, SettingsRead
from builder.load.schema.forms import settings_faults
from builder.model.articles import Article, FurtherPage
from builder.model.content import Content
from builder.model.entries import Entry
from builder.model.refs import Ref
from builder.sources.files import TextFile

_SIGNS = ("bad-encoding", "control-character")
"""Errors of a character that is no text."""
_OF_SIGNS = ("bad-id", "front-matter-missing", "yaml-syntax")
"""Errors that such a character may cause at the same place."""


def load(
    files: Mapping[str, TextFile], readers: Readers
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
    pages, unseen, further = _further_pages(files, readers)
    everything = (*read.diagnostics, *found, *further, *strangers(files))
    diagnostics = in_order(_one_for_each_slip(everything))
    if read.settings is None:
        return None, diagnostics
    content = Content(settings=read.settings, pages=pages, entries=entries, unread=unread | unseen)
    return content, diagnostics


def load_article(file: TextFile, zone: str, readers: Readers) -> PageRead[Article]:
    """An article; `zone` is the site's time zone."""
    article = read_article(file, zone, readers)
    return replaced(article, diagnostics=tuple(_one_for_each_slip(article.diagnostics)))


def _settings(files: Mapping[str, TextFile], readers: Readers) -> SettingsRead:
    file = files.get(SITE)
    if file is None:
        return SettingsRead(None, ())  # why it is not there was said when the folder was read
    read = readers.settings(file)
    faults = settings_faults(read.settings) if read.settings else ()
    return replaced(read, diagnostics=read.diagnostics + faults)


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


def _further_pages(
    files: Mapping[str, TextFile], readers: Readers
) -> tuple[tuple[FurtherPage, ...], frozenset[Ref], tuple[Diagnostic, ...]]:
    """The further pages by their slugs, those that cannot be read, what is wrong with the files."""
    paths = further_pages_in(files)
    read = [read_further_page(files[path], readers) for path in paths]
    left_out, collisions = slug_collisions(
        (found.slug, found.page.at("slug") if found.page else Location(path))
        for path, found in zip(paths, read, strict=True)
    )
    pages = [r.page for number, r in enumerate(read) if r.page and number not in left_out]
    diagnostics = tuple(fault for found in read for fault in found.diagnostics)
    unread = frozenset(Ref("page", found.slug) for found in read if found.page is None)
    return tuple(sorted(pages, key=lambda page: page.slug)), unread, diagnostics + collisions


def _one_for_each_slip(faults: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """The faults without those that may follow from another.

    Left out are: errors that a character which is no text causes at its place; all else that is
    said of a line that is no YAML; warnings about a file whose encoding had to be guessed.
    """
    signs = {fault.location[:3] for fault in faults if fault.code in _SIGNS}
    unread = {fault.location[:3] for fault in faults if fault.code == "yaml-syntax"} - signs
    broken = {place[:2] for place in unread}
    guessed = {fault.location.path for fault in faults if fault.code == "bad-encoding"}
    return [
        f
        for f in faults
        if (f.code == "yaml-syntax" or f.location[:2] not in broken)
        and (f.code not in _OF_SIGNS or f.location[:3] not in signs)
        and (f.is_error or f.location.path not in guessed)
    ]
