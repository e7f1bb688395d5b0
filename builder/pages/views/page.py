"""A file to be written, with the view it is made of."""

from collections.abc import Callable
from typing import NamedTuple

from builder.ground.values import Value, name_of


class Media(Value, frozen=True):
    """A file copied as it is: its source path and the digest of its bytes."""

    source: str
    digest: str


class Empty(Value, frozen=True):
    """A file without a byte: .nojekyll."""


class Page(NamedTuple):
    """A file to be written.

    `template` names what renders its view, "" where none is needed. `key` is the page's identity:
    equal keys, equal views. `make` gives the view. `copied` is what a file is copied from. `about`
    is the slug of the article it is made of, so that what is made of one is made together.
    """

    path: str
    template: str
    key: str
    make: Callable[[], Value]
    about: str = ""
    copied: Media | None = None

    @property
    def view(self) -> Value:
        """All that the template may see."""
        return self.make()


def page(path: str, template: str, view: Value) -> Page:
    """A page whose view is known already."""
    key = name_of((template, type(view).__name__, view))
    copied = view if isinstance(view, Media) else None
    return Page(path, template, key, lambda: view, copied=copied)
