"""Pages that are about neither entries nor articles."""

from builder.ground.urls import Address
from builder.ground.values import Value
from builder.pages.views.site import Head
from builder.pages.views.texts import Text


class FurtherPage(Value, frozen=True):
    """A page of the editor's, content/pages/*.md."""

    head: Head
    body: Text | None
    updated: str
    draft: bool
    previews: tuple[str, ...] = ()


class PlainPage(Value, frozen=True):
    """A page without data of its own: 404.html, and the one for searching."""

    head: Head


class RedirectPage(Value, frozen=True):
    """An old address; a reader is led to `target`."""

    head: Head
    target: Address
