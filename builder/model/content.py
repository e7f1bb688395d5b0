"""Everything an editor wrote, read and checked: what the floors above work on."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from typing import TypeVar, cast

from builder.ground.grouping import grouped
from builder.ground.values import Value
from builder.model.annotations import TextKey
from builder.model.articles import FurtherPage
from builder.model.entries import ENTRY_TYPES, Entry
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.model.settings import Settings
from builder.model.studies import Met, Study

E = TypeVar("E", bound=Entry)


class Withheld(Value, frozen=True, kw_only=True):
    """Drafts that a build leaves out: articles and pages, and entries of these alone."""

    articles: tuple[Study, ...] = ()
    pages: tuple[FurtherPage, ...] = ()
    entries: frozenset[Ref] = frozenset()


class Content(Value, frozen=True, kw_only=True, dict=True):
    """The site as a value. Articles by date then slug; entries in the order of their sidecars.

    An article is here by its study, and its texts are not: they are read when they are wanted.

    `numbers` has the entries with names, those of drafts too: studies name them by these.
    `unread` names what a file holds but could not be read (errors say why): entries, articles as
    `Ref("article", slug)` and further pages as `Ref("page", slug)`; with the id `ANY`, all of a
    kind. A reference or a link to one of these is not reported again. `withheld`: the drafts that
    were there and are left out, so that a link to one can be told from a wrong one.
    """

    settings: Settings
    pages: tuple[FurtherPage, ...]
    entries: Mapping[Ref, Entry]
    numbers: Mapping[Ref, int] = {}
    articles: tuple[Study, ...] = ()
    unread: frozenset[Ref] = frozenset()
    withheld: Withheld = Withheld()

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """The entries of one kind, in the order of their sidecar."""
        return tuple(self._kinds.get(kind, ()))

    def of_type(self, type_: type[E]) -> tuple[E, ...]:
        """The entries of a class, in the order of the sidecars: of a kind, or all with names."""
        entries = (
            self._kinds[kind] for kind in self._kinds if issubclass(ENTRY_TYPES[kind], type_)
        )
        return cast("tuple[E, ...]", tuple(chain.from_iterable(entries)))

    @cached_property
    def _kinds(self) -> Mapping[str, list[Entry]]:
        return grouped((ref.kind, entry) for ref, entry in self.entries.items())

    def ref(self, one: Met) -> Ref:
        """An entry as studies name it."""
        return self.numbered[one] if isinstance(one, int) else one

    @cached_property
    def numbered(self) -> tuple[Ref, ...]:
        """The entries that have a number, each at its own."""
        return tuple(self.numbers)

    def met(self, article: Study) -> list[Ref]:
        """The entries that an article mentions, and what is meant by them (`Study.met`)."""
        return [*map(self.ref, article.met)]

    @cached_property
    def by_slug(self) -> Mapping[str, Study]:
        """The articles by their slugs."""
        return {article.slug: article for article in self.articles}

    @cached_property
    def by_path(self) -> Mapping[str, Study | FurtherPage]:
        """Articles and further pages by their files."""
        found: dict[str, Study | FurtherPage] = {page.path: page for page in self.pages}
        return found | {article.path: article for article in self.articles}

    @cached_property
    def texts(self) -> tuple[tuple[TextKey, Ref | None, Prose], ...]:
        """Every text of entries and further pages, with its key and the entry it belongs to."""
        of_entries = (
            (TextKey(str(entry.ref), field), entry.ref, prose)
            for entry in self.entries.values()
            for field, prose in entry.texts
        )
        of_pages = ((TextKey(page.owner, "body"), None, page.body) for page in self.pages)
        return (*of_entries, *of_pages)
