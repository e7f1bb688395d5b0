"""The pages of articles and of entries: what each is made of, and what names it."""

from collections.abc import Callable

from builder.ground.diagnostics import Location
from builder.ground.values import Value
from builder.model.refs import Ref
from builder.model.studies import Study
from builder.pages.addresses import entry_address
from builder.pages.article import article_frame, article_page
from builder.pages.census import Census
from builder.pages.entry import Frames, entry_page
from builder.pages.keys import Keys
from builder.pages.linkeddata import with_data
from builder.pages.material import Material
from builder.pages.page import OfArticle, Page
from builder.pages.site import head
from builder.pages.views.articles import ArticlePage
from builder.pages.views.entries import EntryPage
from builder.pages.views.previews import Cards, Preview


class Desk(Value, frozen=True):
    """What the pages of all articles and entries are made with.

    `noted` gives the cards of an article, by its slug, `frames` the pages of entries without the
    sentences.
    """

    material: Material
    census: Census
    keys: Keys
    noted: Callable[[str], tuple[Preview, ...]]
    frames: Frames


class ArticleFile(OfArticle, frozen=True):
    """The page of an article: made of its file, its mentions, and what the site adds to them."""

    desk: Desk

    @property
    def key(self) -> str:
        """As `Keys` has it."""
        return self.desk.keys.article(self.article)

    @property
    def view(self) -> ArticlePage:
        """The article with everything that explains it."""
        material, slug = self.desk.material, self.article.slug
        cards = self.desk.noted(slug)
        frame = article_frame(material, self.article, cards)
        page = article_page(frame, material.reader.article(slug), material.reader.close(slug))
        return with_data(page, material.content.settings, cards)

    @property
    def cards(self) -> Cards:
        """What it links to."""
        material, article = self.desk.material, self.article
        address = material.address(article)
        about = head(material.site, material.content.settings, address, article.title)
        return Cards(about, self.desk.noted(article.slug), numbered=True)

    @property
    def around(self) -> str:
        """As `Keys` has it."""
        return self.desk.keys.around_article(self.article)


class EntryFile(Page, frozen=True):
    """The page of an entry: made of its frame and of the sentences that mention it."""

    ref: Ref
    desk: Desk

    @property
    def origin(self) -> Location:
        """Where the entry stands in its sidecar."""
        return self.desk.material.content.entries[self.ref].origin.location

    @property
    def key(self) -> str:
        """As `Keys` has it."""
        return self.desk.keys.entry(self.desk.frames[self.ref])

    @property
    def view(self) -> EntryPage:
        """The entry, with every sentence that mentions it."""
        material, frame = self.desk.material, self.desk.frames[self.ref]
        page = entry_page(material, frame, self.desk.census.articles(frame.subject))
        return with_data(page, material.content.settings)

    @property
    def cards(self) -> Cards:
        """What it links to."""
        frame = self.desk.frames[self.ref]
        return Cards(frame.page.head, frame.previews)

    @property
    def around(self) -> str:
        """As `Keys` has it."""
        return self.desk.keys.around_entry(self.desk.frames[self.ref])


def article_file(desk: Desk, article: Study) -> ArticleFile:
    """The page of an article."""
    path = desk.material.address(article) + "index.html"
    return ArticleFile(path, "article.html", article, desk)


def entry_file(desk: Desk, ref: Ref) -> EntryFile:
    """The page of an entry."""
    return EntryFile(entry_address(ref) + "index.html", "entry.html", ref, desk)
