"""A site as it is shown: every file by its path, made when it is asked for."""

from collections.abc import Callable, Iterable, Mapping, Set
from copy import copy
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic
from builder.ground.digests import digest
from builder.ground.values import replaced
from builder.pages.page import Page

AT_HAND = 300
"""Files that are kept once they have been made; copies are not."""


class Index(NamedTuple):
    """The index for searching: `make` gives its files by path, `program` is the one asked first."""

    program: str
    make: Callable[[], Mapping[str, bytes]]


class Shown:
    """The files of a site at one save. Only `read` and `name` make any: one thread may call them.

    The same file of the same site always holds the same bytes.
    """

    def __init__(
        self, pages: Iterable[Page], make: Callable[[Page], bytes], index: Index | None = None
    ) -> None:
        """Show these pages, made by this function, and the index, once its program is read."""
        self._pages = {page.path: page for page in pages}
        self._make = make
        self._made: dict[str, bytes] = {}
        self._index = index
        self._indexed: Mapping[str, bytes] = {}
        self._paths = {*self._pages, *([index.program] if index else [])}

    @property
    def paths(self) -> Set[str]:
        """The paths of all files, with slashes, in NFC."""
        return self._paths

    def ready(self, path: str) -> bytes | None:
        """The bytes of a file, if it is at hand."""
        return self._indexed.get(path, self._made.get(path))

    def read(self, path: str) -> bytes:
        """The bytes of a file.

        Raises:
            KeyError: there is no such file.
            Flawed: its template fails.
            Unable: what it is made of cannot be read, or has become another since.
        """
        if self._index and path == self._index.program and not self._indexed:
            self._indexed = self._index.make()
            self._paths |= self._indexed.keys()
        if path in self._indexed:
            return self._indexed[path]
        page = self._pages[path]
        if page.copied:
            return self._make(page)
        if path not in self._made:
            if len(self._made) >= AT_HAND:
                del self._made[next(iter(self._made))]
            self._made[path] = self._make(page)
        return self._made[path]

    def name(self, path: str) -> str:
        """What names a file's bytes, "" where there is no such file. Raises as `read` does.

        Of what a template makes it is their digest. All else is named by what it is made of: nobody
        has to draw every social card to see that none is another.
        """
        page = self._pages.get(path)
        if page is None:
            return ""
        if page.template:
            return digest(self.read(path))
        return page.copied.digest if page.copied else page.key

    def with_pictures(self, media: Mapping[str, str]) -> "Shown":
        """The same site with its pictures as they are now: `media` has their digests, by source.

        What has been made stays at hand. Where no picture has changed, it is this very site.
        """
        changed = {
            path: replaced(page, copied=replaced(copied, digest=media[copied.source]))
            for path, page in self._pages.items()
            if (copied := page.copied) and media.get(copied.source, copied.digest) != copied.digest
        }
        if not changed:
            return self
        site = copy(self)
        site._pages = {**self._pages, **changed}
        return site

    def one_of_each(self, templates: Set[str], *, parts: bool) -> Iterable[str]:
        """The path of a page for each of these templates.

        One that makes no page by itself may be part of any: with `parts`, it stands for all.
        """
        found = {page.template: path for path, page in self._pages.items() if page.template}
        is_any = parts and not templates <= found.keys()
        return [path for template, path in found.items() if is_any or template in templates]


NOTHING = Shown((), lambda page: b"")
"""A site without files."""


class Renewed(NamedTuple):
    """What is shown after a save; `ok` is false where errors keep it as it was before."""

    ok: bool
    site: Shown
    diagnostics: tuple[Diagnostic, ...]
