"""A file to be written, with the values it is made of."""

from collections.abc import Callable
from functools import cached_property

from builder.ground.diagnostics import Location
from builder.ground.values import Value, name_of
from builder.load.layout import SITE
from builder.model.studies import Study
from builder.pages.views.previews import Cards

SETTINGS = Location(SITE)


class Media(Value, frozen=True):
    """A file copied as it is: its source path and the digest of its bytes."""

    source: str
    digest: str


class Empty(Value, frozen=True):
    """A file without a byte: .nojekyll."""


class Page(Value, frozen=True):
    """A file of the output, as a value. Its key and its view are made when they are asked for.

    A site may have tens of thousands: so most hold what they are made of, and no functions.
    `template` is the name of the template that renders the view; "" for a file that needs none.
    """

    path: str
    template: str

    @property
    def origin(self) -> Location:
        """The place in the sources that asks for it; the settings where no one place does."""
        return SETTINGS

    @property
    def key(self) -> str:
        """The page's identity: equal keys, equal views and cards."""
        raise NotImplementedError

    @property
    def view(self) -> Value:
        """All that the template may see."""
        raise NotImplementedError

    @property
    def slug(self) -> str:
        """The slug of the article it is made of, or "": pages of one article are made together."""
        return ""

    @property
    def copied(self) -> Media | None:
        """What the file is a copy of."""
        return None

    @property
    def cards(self) -> Cards | None:
        """The cards of what the page links to, which are no part of its view."""
        return None

    @property
    def key_without_cards(self) -> str:
        """What the key would be without the cards; "" for a page that has none.

        Where the key has changed and this has not, the file gets new cards and stays as it is.
        """
        return ""


class OfArticle(Page, frozen=True):
    """A page that is made of one article."""

    article: Study

    @property
    def origin(self) -> Location:
        """The article's file."""
        return Location(self.article.path)

    @property
    def slug(self) -> str:
        """The slug of the article."""
        return self.article.slug


class ViewPage(Page, frozen=True, dict=True):
    """A page that is named by its view, which is made once."""

    make: Callable[[], Value]
    origin: Location = SETTINGS

    @property
    def key(self) -> str:
        """A name of the view."""
        return name_of((self.template, type(self.view).__name__, self.view))

    @cached_property
    def view(self) -> Value:
        """The view."""
        return self.make()


class Copy(Page, frozen=True):
    """A file with the bytes of another, of the theme's or of a picture."""

    copied: Media

    @property
    def key(self) -> str:
        """A name of where the bytes are from, and of themselves."""
        return name_of((self.template, "Media", self.copied))

    @property
    def view(self) -> Value:
        """What is copied."""
        return self.copied
