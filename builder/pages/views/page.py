"""A file to be written, with the view it is made of."""

from collections.abc import Callable
from functools import cache

from builder.ground.values import Value, name_of, replaced


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
    it is made of, so that what is made of one is made together.
    """

    path: str
    template: str
    identity: Callable[[], str]
    make: Callable[[], Value]
    about: str = ""
    copied: Media | None = None

    @property
    def key(self) -> str:
        """The page's identity: equal keys, equal views."""
        return self.identity()

    @property
    def view(self) -> Value:
        """All that the template may see."""
        return self.make()


def page(path: str, template: str, make: Callable[[], Value]) -> Page:
    """A page that is named by its view, which is made once."""
    seen = cache(make)

    def identity() -> str:
        view = seen()
        return name_of((template, type(view).__name__, view))

    return Page(path, template, identity, seen)


def copy(path: str, source: str, digest: str) -> Page:
    """A file with the bytes of the file `source`, which have this digest."""
    media = Media(source, digest)
    return replaced(page(path, "", lambda: media), copied=media)
