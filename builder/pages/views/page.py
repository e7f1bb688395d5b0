"""A file to be written, with the values it is made of."""

from collections.abc import Callable
from functools import cache

from builder.ground.values import Value, name_of, replaced
from builder.pages.views.previews import Cards


class Media(Value, frozen=True):
    """A file copied as it is: its source path and the digest of its bytes."""

    source: str
    digest: str


class Empty(Value, frozen=True):
    """A file without a byte: .nojekyll."""


class Page(Value, frozen=True):
    """A file to be written; neither its view nor what names it is made before somebody asks.

    `template` names what renders its view, "" where none is needed. `identity` gives the page's
    key, `make` the view. `copied` is what a file is copied from. `about` is the slug of the article
    it is made of, so that what is made of one is made together. `cards` is given where a page has
    cards of what it links to: they are no part of the view.
    """

    path: str
    template: str
    identity: Callable[[], str]
    make: Callable[[], Value]
    about: str = ""
    copied: Media | None = None
    cards: "Apart | None" = None

    @property
    def key(self) -> str:
        """The page's identity: equal keys, equal views."""
        return self.identity()

    @property
    def view(self) -> Value:
        """All that the template may see."""
        return self.make()


class Apart(Value, frozen=True):
    """The cards of a page, made when somebody asks; `around` names all of the page but them."""

    make: Callable[[], Cards]
    around: Callable[[], str]


def page(
    path: str, template: str, make: Callable[[], Value], cards: Callable[[], Cards] | None = None
) -> Page:
    """A page that is named by its view, which is made once, and by its cards."""
    seen = cache(make)

    def around() -> str:
        view = seen()
        return name_of((template, type(view).__name__, view))

    def identity() -> str:
        return name_of((around(), cards())) if cards else around()

    return Page(path, template, identity, seen, cards=Apart(cards, around) if cards else None)


def copy(path: str, source: str, digest: str) -> Page:
    """A file with the bytes of the file `source`, which have this digest."""
    media = Media(source, digest)
    return replaced(page(path, "", lambda: media), copied=media)
