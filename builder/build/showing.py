"""Showing a site while it is written: it is understood anew after each save, and never written.

The preview lives on it. A build makes all files that differ; here a file is made when somebody
looks at it, so that a save costs one page, however many it changes. As in a build, where there are
errors the site stays as it was, but for the pictures: those of before can no longer be read.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from builder.build.latest import Kept
from builder.build.making import copied
from builder.build.manifests import stamped
from builder.build.reading import read
from builder.build.rendering import Prepared, rendering_for, written
from builder.build.request import Request
from builder.build.shown import NOTHING, Index, Renewed, Shown
from builder.build.understanding import Planned, Understood, understand
from builder.ground.diagnostics import Diagnostic, failed, in_order
from builder.pages.page import Page
from builder.render.orders import ordered
from builder.sources.files import Sources, TextFile
from builder.sources.inputs import inputs, toolchain
from builder.sources.stats import Table, same
from builder.sources.theme import theme_folder
from builder.sources.troubles import Flawed
from builder.sources.walk import FoundFile
from builder.write.cache import now, site_cache
from builder.write.lock import alone
from builder.write.memory import Memory


class Showing:
    """The site in a folder, shown; what is found out about it is kept from save to save."""

    def __init__(self, request: Request) -> None:
        """Nothing is shown yet."""
        self._request = request
        self._toolchain = toolchain()
        self._memory = Memory(site_cache(request.root), self._toolchain)
        self._kept = Kept()
        self._table: Table = {}
        # Pages of a site shown before are made of these when the files on the disk have changed.
        self._files: Mapping[str, TextFile] = {}
        self._templates: Mapping[str, str] = {}
        self._last = Renewed(False, NOTHING, ())

    def renew(self, attended: Iterable[str] = ()) -> Renewed:
        """Show the site as it stands now.

        Args:
            attended: The files that somebody looks at: they are made at once. So is one page for
                each template that has changed, or, while nobody looks, of which a part has: if it
                fails, that is told, and the site stays as it was.

        Raises:
            Unable: the disk, or another preview, is in the way.
        """
        cache = site_cache(self._request.root)  # anew each time: somebody may clear the cache
        with alone(cache):
            started = now(cache)
            files = inputs(self._request.root, theme_folder())
            if not (self._table and same(files, self._table)):
                self._last, self._table = self._understood(files, started, attended)
        return self._last

    def _understood(
        self, files: tuple[FoundFile, ...], started: int, attended: Iterable[str]
    ) -> tuple[Renewed, Table]:
        """What is shown now that these files are others than they were, and what they hold."""
        site = read(self._request.root, files, self._memory, self._table, self._files)
        self._files = {file.path: file for file in site.sources.files}
        understood = understand(site, self._request, self._kept)
        self._memory.save()
        renewed = self._renewed(understood, attended)
        return renewed, stamped(site.sources, files, started, self._table)

    def _renewed(self, understood: Understood, attended: Iterable[str]) -> Renewed:
        sources, planned, diagnostics = understood
        before = self._last.site.with_pictures(sources.media)
        if planned is None or failed(diagnostics):
            return Renewed(False, before, diagnostics)
        site = self._site(sources, planned)
        try:
            flaws = self._make(site, sources, attended)
        except Flawed as flaw:
            return Renewed(False, before, in_order([*diagnostics, flaw.diagnostic]))
        return Renewed(True, site, in_order([*diagnostics, *flaws]) if flaws else diagnostics)

    def _site(self, sources: Sources, planned: Planned) -> Shown:
        language, renderer = planned.content.settings.language, self._kept.renderer
        prepared = rendering_for(sources, language, planned.prose, self._toolchain, renderer)
        make = partial(_made, sources, prepared)
        return Shown(planned.pages, make, _index(planned, make))

    def _make(
        self, site: Shown, sources: Sources, attended: Iterable[str]
    ) -> frozenset[Diagnostic]:
        """Make what is looked at, and try templates that have changed; what pages fail alone.

        Where no template has changed, what a page shows has: the other pages need not wait for it.

        Raises:
            Flawed: a template fails that has changed, or is part of one.
        """
        templates = {name: file.digest for name, file in sources.templates.items()}
        changed = {name for name, _ in templates.items() ^ self._templates.items()}
        looked_at = [path for path in attended if path in site.paths]
        tried = (*looked_at, *site.one_of_each(changed, parts=not looked_at))
        flaws = [flaw for path in tried if (flaw := _flaw(site, path))]
        if flaws and changed:
            raise flaws[0]
        self._templates = templates
        return frozenset(flaw.diagnostic for flaw in flaws)


def _flaw(site: Shown, path: str) -> Flawed | None:
    """Why a file cannot be made, once it has been tried."""
    try:
        site.name(path)
    except Flawed as flaw:
        return flaw
    return None


def _made(sources: Sources, prepared: Prepared, page: Page) -> bytes:
    return copied(page.copied, sources) if page.copied else written(ordered(page), prepared).data


def _index(planned: Planned, make: Callable[[Page], bytes]) -> Index | None:
    """The index for searching, where the site has a page for that."""
    if not planned.content.settings.search:
        return None
    from builder.build.searching import index_of
    from builder.render.searchindex import PROGRAM

    return Index(PROGRAM, partial(index_of, planned, make))
