"""Pages that are about neither entries nor articles."""

from typing import NamedTuple

from builder.ground.urls import Address
from builder.pages.views.previews import Preview
from builder.pages.views.site import Head
from builder.pages.views.texts import Text


class FurtherPage(NamedTuple):
    """A page of the editor's, content/pages/*.md."""

    head: Head
    body: Text | None
    updated: str
    draft: bool
    previews: tuple[Preview, ...] = ()


class PlainPage(NamedTuple):
    """A page without data of its own: 404.html."""

    head: Head


class RedirectPage(NamedTuple):
    """An old address; a reader is led to `target`."""

    head: Head
    target: Address
