"""The pages that have cards: articles, entries, and the pages that are of neither."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from builder.ground.diagnostics import Location
from builder.ground.values import Value, field_names, name_of, replaced
from builder.model.refs import Ref
from builder.pages.article import article_page
from builder.pages.census import Census
from builder.pages.entry import EntryFrames, entry_page
from builder.pages.keys import Keys
from builder.pages.machine.linkeddata import with_data
from builder.pages.material import Material
from builder.pages.page import OfArticle, Page
from builder.pages.previews import PreviewOf, of_view, refs
from builder.pages.site import head
from builder.pages.views.articles import ArticlePage
from builder.pages.views.entries import EntryPage
from builder.pages.views.previews import Cards, Preview


class Shared(Value, frozen=True):
    """What these pages are made with.

    `preview_of` gives the card of an entry, `cards_of` those of an article by its slug; `frames`
    gives the page of each entry without the sentences that mention it.
    """

    material: Material
    census: Census
    keys: Keys
    preview_of: PreviewOf
    cards_of: Callable[[str], tuple[Preview, ...]]
    frames: EntryFrames


class ArticleFile(OfArticle, frozen=True):
    """The page of an article: made of its file, its mentions, and what the site adds to them."""

    shared: Shared

    @property
    def key(self) -> str:
        """The key of its parts (`builder.pages.keys`)."""
        return self.shared.keys.article(self.article)

    @property
    def view(self) -> ArticlePage:
        """The article with everything that explains it."""
        material, cards = self.shared.material, self.shared.cards_of(self.article.slug)
        page = article_page(material, self.article, cards)
        return with_data(page, material.content.settings, cards)

    @property
    def cards(self) -> Cards:
        """What it links to."""
        material, article = self.shared.material, self.article
        about = head(material, material.address(article), article.title)
        return Cards(about, self.shared.cards_of(article.slug), numbered=True)

    @property
    def key_without_cards(self) -> str:
        """The key of its parts without the cards (`builder.pages.keys`)."""
        return self.shared.keys.article_without_cards(self.article)


class EntryFile(Page, frozen=True):
    """The page of an entry: made of its frame and of the sentences that mention it."""

    ref: Ref
    shared: Shared

    @property
    def origin(self) -> Location:
        """Where the entry stands in its sidecar."""
        return self.shared.material.content.entries[self.ref].origin.location

    @property
    def key(self) -> str:
        """The key of its parts (`builder.pages.keys`)."""
        return self.shared.keys.entry(self.shared.frames(self.ref))

    @property
    def view(self) -> EntryPage:
        """The entry, with every sentence that mentions it."""
        material, frame = self.shared.material, self.shared.frames(self.ref)
        page = entry_page(material, frame, self.shared.census.articles(frame.subject))
        return with_data(page, material.content.settings)

    @property
    def cards(self) -> Cards:
        """What it links to."""
        frame = self.shared.frames(self.ref)
        return Cards(frame.page.head, frame.previews)

    @property
    def key_without_cards(self) -> str:
        """The key of its parts without the cards (`builder.pages.keys`)."""
        return self.shared.keys.entry_without_cards(self.shared.frames(self.ref))


class CommonFile(Page, frozen=True, dict=True):
    """A page that is not of one article or entry: a list, the front page, a page of the editor's.

    `make` makes its view, without what it links to and what it says to machines.
    """

    origin: Location
    shared: Shared
    make: Callable[[], Any]

    @property
    def key(self) -> str:
        """A name of the view and of the cards."""
        return name_of((self.key_without_cards, self.cards))

    @cached_property
    def view(self) -> Value:
        """The view, with what it links to and what it says to machines."""
        bare, linked = self._bare, refs(self._previews)
        linking = replaced(bare, previews=linked) if linked else bare
        complete: Value = with_data(linking, self.shared.material.content.settings)
        return complete

    @property
    def cards(self) -> Cards:
        """What it links to."""
        return Cards(self._bare.head, self._previews)

    @cached_property
    def key_without_cards(self) -> str:
        """A name of the view."""
        return name_of((self.template, self.view))

    @cached_property
    def _bare(self) -> Any:
        return self.make()

    @cached_property
    def _previews(self) -> tuple[Preview, ...]:
        has_cards = "previews" in field_names(self._bare)
        return of_view(self._bare, self.shared.preview_of) if has_cards else ()
