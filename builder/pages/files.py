"""The pages of articles and of entries: what each is made of, and what names it."""

from collections.abc import Callable

from builder.ground.diagnostics import Location
from builder.ground.values import Value
from builder.model.refs import Ref
from builder.model.studies import Study
from builder.pages.addresses import entry_address
from builder.pages.article import article_page
from builder.pages.census import Census
from builder.pages.entry import EntryFrames, entry_page
from builder.pages.keys import Keys
from builder.pages.linkeddata import with_data
from builder.pages.material import Material
from builder.pages.page import OfArticle, Page
from builder.pages.site import head
from builder.pages.views.articles import ArticlePage
from builder.pages.views.entries import EntryPage
from builder.pages.views.previews import Cards, Preview


class Shared(Value, frozen=True):
    """What all pages of articles and entries are made with.

    `cards_of` gives the cards of an article by its slug; `frames` has the page of each entry
    without the sentences that mention it.
    """

    material: Material
    census: Census
    keys: Keys
    cards_of: Callable[[str], tuple[Preview, ...]]
    frames: EntryFrames


class ArticleFile(OfArticle, frozen=True):
    """The page of an article: made of its file, its mentions, and what the site adds to them."""

    shared: Shared

    @property
    def key(self) -> str:
        """What names the page (`builder.pages.keys`)."""
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
    def around(self) -> str:
        """What names the page but for its cards (`builder.pages.keys`)."""
        return self.shared.keys.around_article(self.article)


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
        """What names the page (`builder.pages.keys`)."""
        return self.shared.keys.entry(self.shared.frames[self.ref])

    @property
    def view(self) -> EntryPage:
        """The entry, with every sentence that mentions it."""
        material, frame = self.shared.material, self.shared.frames[self.ref]
        page = entry_page(material, frame, self.shared.census.articles(frame.subject))
        return with_data(page, material.content.settings)

    @property
    def cards(self) -> Cards:
        """What it links to."""
        frame = self.shared.frames[self.ref]
        return Cards(frame.page.head, frame.previews)

    @property
    def around(self) -> str:
        """What names the page but for its cards (`builder.pages.keys`)."""
        return self.shared.keys.around_entry(self.shared.frames[self.ref])


def article_file(shared: Shared, article: Study) -> ArticleFile:
    """The page of an article."""
    path = shared.material.address(article) + "index.html"
    return ArticleFile(path, "article.html", article, shared)


def entry_file(shared: Shared, ref: Ref) -> EntryFile:
    """The page of an entry."""
    return EntryFile(entry_address(ref) + "index.html", "entry.html", ref, shared)
